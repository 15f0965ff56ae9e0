/** `npm run check [-- FILES…]`: what is wrong with the content, without building the site. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadArchive } from '../src/archive/archive.ts';
import { type Environment, readEnvironment } from '../src/environment.ts';
import { formatProblems, isError, type Problem } from '../src/news/problem.ts';
import { CHECKS_PAGE, formatAnnotations, formatJson } from '../src/news/problem-report.ts';
import { type CheckOptions, HELP, locateFile, readCheckOptions } from './console/check-options.ts';
import { runCommand } from './console/command.ts';

await runCommand(async () => {
  const options = readCheckOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(HELP);
    return;
  }
  const environment = readEnvironment();
  const chosen = options.files.map((file) => locateFile(file, environment, existsSync));
  const isChosen = ({ file }: Problem) =>
    chosen.length === 0 ||
    chosen.some((one) => one === '' || file === one || file.startsWith(`${one}/`));
  const problems = loadArchive(environment).problems.filter(isChosen);
  const report = format(problems, options, environment);
  if (report !== '') console.log(report);
  if (options.isStrict ? problems.length > 0 : problems.some(isError)) process.exitCode = 1;
});

function format(
  problems: readonly Problem[],
  options: CheckOptions,
  { root, contentDir }: Environment,
): string {
  if (options.format === 'json') return formatJson(problems);
  if (options.format === 'github') {
    const folder = path.relative(root, contentDir).split(path.sep).join('/');
    return formatAnnotations(problems, folder);
  }
  if (problems.length === 0) return '没有发现问题。';
  const errors = problems.filter(isError).length;
  const count = `错误 ${errors} 处，提醒 ${problems.length - errors} 处。`;
  return `${formatProblems(problems)}\n\n${count}每一条的说明见 ${CHECKS_PAGE}。`;
}
