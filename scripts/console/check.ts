import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkContent, type IsChosen } from '../../src/check/content-check.ts';
import { type Environment, readEnvironment } from '../../src/environment.ts';
import { CHECKS_PAGE, formatProblems, isError, type Problem } from '../../src/news/problem.ts';
import { formatAnnotations, formatJson } from '../../src/news/problem-report.ts';
import { type CheckOptions, HELP, locateFile, readCheckOptions } from './check-options.ts';

/** Runs `npm run check` with its arguments; sets the exit status. */
export async function check(args: readonly string[]): Promise<void> {
  const options = readCheckOptions(args);
  if (options === 'help') {
    console.log(HELP);
    return;
  }
  const environment = readEnvironment();
  const chosen = chooseFiles(options.files, environment);
  const isChosen: IsChosen | undefined =
    chosen &&
    ((file) => chosen.some((one) => one === '' || file === one || file.startsWith(`${one}/`)));
  if (options.isFixing) await fixFiles(environment, isChosen);
  const { problems, externalLinks } = await checkContent(environment, isChosen, options.base);
  if (options.hasLinks) {
    const { findDeadExternalLinks } = await import('../../src/check/external-links.ts');
    console.error(`正在查 ${externalLinks.length} 处外部链接……`);
    problems.push(...(await findDeadExternalLinks(externalLinks)));
  }
  const report = await format(problems, options, environment, chosen?.length !== 0);
  if (report !== '') console.log(report);
  if (options.isStrict ? problems.length > 0 : problems.some(isError)) process.exitCode = 1;
}

async function fixFiles(environment: Environment, isChosen?: IsChosen): Promise<void> {
  const { fixContent } = await import('../../src/check/content-fix.ts');
  for (const { file, done, diff } of fixContent(environment.contentDir, isChosen)) {
    console.error([`已改好 ${file}：${done.join('、')}`, diff].filter(Boolean).join('\n'));
  }
}

/** Undefined: all. What is not content is named and passed over. */
function chooseFiles(files: readonly string[], environment: Environment): string[] | undefined {
  if (files.length === 0) return undefined;
  return files.flatMap((file) => {
    const found = locateFile(file, environment, existsSync);
    if (found === undefined) console.error(`跳过：${file}（找不到，或不在内容文件夹里）`);
    return found ?? [];
  });
}

async function format(
  problems: readonly Problem[],
  options: CheckOptions,
  { root, contentDir }: Environment,
  hasFiles: boolean,
): Promise<string> {
  if (options.format === 'json') return formatJson(problems);
  if (options.format === 'github') {
    const folder = path.relative(root, contentDir).split(path.sep).join('/');
    return formatAnnotations(problems, folder);
  }
  if (problems.length === 0) return hasFiles ? '没有发现问题。' : '没有查任何文件。';
  const errors = problems.filter(isError).length;
  const count = `错误 ${errors} 处，提醒 ${problems.length - errors} 处。`;
  const advice = options.isFixing ? '' : await adviseFix(problems, contentDir);
  return `${formatProblems(problems)}\n\n${count}每一条的说明见 ${CHECKS_PAGE}。${advice}`;
}

/** Names `--fix` to an author whom it would spare work. */
async function adviseFix(problems: readonly Problem[], contentDir: string): Promise<string> {
  const faulty = problems.filter((one) => isError(one) || one.kind === 'invisible-character');
  const files = [...new Set(faulty.map(({ file }) => file))].filter((file) =>
    /\.mdx?$/i.test(file),
  );
  if (files.length === 0) return '';
  const { findFixable } = await import('../../src/check/content-fix.ts');
  const count = findFixable(contentDir, files).length;
  return count === 0
    ? ''
    : `\n${count} 个文件里有能自动改好的地方：运行 npm run check -- --fix，改了什么会列出来。`;
}
