import path from 'node:path';
import type { BuildEvents, BuildReport } from '../../src/build/build-site.ts';
import { type Environment, OperatorError } from '../../src/environment.ts';
import { formatDateTime } from '../../src/news/beijing.ts';
import { formatProblems } from '../../src/news/problem.ts';

/** Prints a build as it goes, then its summary. */
export function createReporter(
  environment: Environment,
): BuildEvents & { onDone(report: BuildReport): void; onVerified(differences: string[]): void } {
  const start = performance.now();
  return {
    onPhase: (name) => console.log(`${formatSeconds(performance.now() - start)}  ${name}…`),
    onProgress: (done, total) => {
      if (done > 0)
        console.log(`         已写出稿件页 ${formatCount(done)} / ${formatCount(total)}`);
    },
    onDone: (report) => console.log(summarise(report, environment, performance.now() - start)),
    onVerified: (differences) => {
      if (differences.length === 0) console.log('\n与从头生成的一份逐个文件比较：完全相同。');
      else {
        throw new OperatorError(
          `与从头生成的一份不同：\n  ${differences.join('\n  ')}`,
          '这是程序的问题，请把这段信息转给技术同事；现在可以用 npm run build -- --clean 从头生成。',
        );
      }
    },
  };
}

/** Prints the shards of a plan; the last line is JSON for a CI matrix. */
export function printPlan(shards: readonly [name: string, pages: number][]): void {
  console.log('分片：');
  for (const [name, pages] of shards) console.log(`  ${name}  ${formatCount(pages)} 个网页`);
  console.log(JSON.stringify(shards.map(([name]) => name)));
}

export function printShard(name: string, pages: number): void {
  console.log(`分片 ${name} 已生成：${formatCount(pages)} 个网页。`);
}

function summarise(report: BuildReport, { root, outDir, now }: Environment, ms: number): string {
  const { publication, sources, pages, made, clusters, problems, phases } = report;
  const { published, withdrawn, scheduled, drafts, expired } = publication;
  const lines = [
    '',
    `完成：${path.relative(root, outDir) || outDir}（以 ${formatDateTime(now)} 北京时间为准）`,
    `  稿件  ${formatCount(sources)} 个文件 = 已发布 ${formatCount(published.length + withdrawn.length)}（其中撤稿 ${withdrawn.length}）+ 待发布 ${scheduled.length} + 草稿 ${drafts.length} + 已下线 ${expired.length}`,
    `  页面  ${formatCount(pages)}（本次生成 ${formatCount(made)}，其余与上次相同）`,
    `  用时  ${formatSeconds(ms).trim()}（${phases.map(({ name, ms: part }) => `${name} ${formatSeconds(part).trim()}`).join('，')}）`,
    `  提醒  ${problems.length}`,
  ];
  const groups = Object.entries(clusters);
  if (groups.length > 0) {
    lines.push(`  转载  ${groups.length} 组：`);
    const titles = new Map(published.map(({ id, title, file }) => [id, `${title}（${file}）`]));
    for (const [canonical, others] of groups.slice(0, CLUSTERS_SHOWN)) {
      lines.push(`    ${titles.get(canonical)} ← ${others.map((id) => titles.get(id)).join('、')}`);
    }
    if (groups.length > CLUSTERS_SHOWN)
      lines.push(`    ……另有 ${groups.length - CLUSTERS_SHOWN} 组`);
  }
  if (problems.length > 0) lines.push('', formatProblems(problems));
  return lines.join('\n');
}

const CLUSTERS_SHOWN = 20;

function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} 秒`.padStart(8);
}

function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
