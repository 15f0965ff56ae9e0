import { existsSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../src/environment.ts';
import { runCommand } from './console/command.ts';

/** `npm run bench -- NAME`: one benchmark of `scripts/bench/`, its table on standard output. */
const BENCHMARKS: Record<string, () => Promise<{ run(corpusDir: string): Promise<void> }>> = {
  build: () => import('./bench/build.ts'),
  related: () => import('./bench/related.ts'),
  search: () => import('./bench/search.ts'),
};

await runCommand(async () => {
  const name = process.argv[2] ?? '';
  const load = BENCHMARKS[name];
  if (!load) {
    throw new OperatorError(
      name === '' ? '没有写要跑哪一项。' : `没有名为“${name}”的基准测试。`,
      `npm run bench -- ${Object.keys(BENCHMARKS).join(' | ')}`,
    );
  }
  const corpusDir = process.env['CORPUS_DIR'] ?? '';
  if (corpusDir === '' || !existsSync(path.join(corpusDir, 'finance.jsonl'))) {
    throw new OperatorError(
      '真实新闻的基准测试要读环境变量 CORPUS_DIR 指的文件夹，现在没有设，或里面没有 finance.jsonl。',
      'CORPUS_DIR=文件夹 npm run bench -- …',
    );
  }
  await (await load()).run(path.resolve(corpusDir));
});
