import { existsSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../src/environment.ts';
import { runCommand } from './console/command.ts';

/** `npm run bench -- NAME`: one benchmark of `scripts/bench/`, its table on standard output. */
const BENCHMARKS: Record<string, (args: readonly string[]) => Promise<void>> = {
  build: async () => (await import('./bench/build.ts')).run(findCorpus()),
  markdown: async () => (await import('./bench/markdown.ts')).run(findCorpus()),
  related: async () => (await import('./bench/related.ts')).run(findCorpus()),
  search: async () => (await import('./bench/search.ts')).run(findCorpus()),
  scale: async (args) => (await import('./bench/scale.ts')).run(args, findCorpus),
};

await runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const run = BENCHMARKS[name];
  if (!run) {
    throw new OperatorError(
      name === '' ? '没有写要跑哪一项。' : `没有名为“${name}”的基准测试。`,
      `npm run bench -- ${Object.keys(BENCHMARKS).join(' | ')}`,
    );
  }
  await run(args);
});

/** The folder of real news, which is not part of the project. */
function findCorpus(): string {
  const corpusDir = process.env['CORPUS_DIR'] ?? '';
  if (corpusDir === '' || !existsSync(path.join(corpusDir, 'finance.jsonl'))) {
    throw new OperatorError(
      '真实新闻的基准测试要读环境变量 CORPUS_DIR 指的文件夹，现在没有设，或里面没有 finance.jsonl。',
      'CORPUS_DIR=文件夹 npm run bench -- …',
    );
  }
  return path.resolve(corpusDir);
}
