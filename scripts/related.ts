import { loadArchive } from '../src/archive/archive.ts';
import { listDocuments } from '../src/archive/related-documents.ts';
import { OperatorError, readEnvironment } from '../src/environment.ts';
import { formatDay } from '../src/news/beijing.ts';
import { ContentError } from '../src/news/problem.ts';
import { publish } from '../src/news/publish.ts';
import type { RelatedDocument } from '../src/news/related/document.ts';
import {
  type ExplainedItem,
  type Explanation,
  explainList,
} from '../src/news/related/explanation.ts';
import type { Omission } from '../src/news/related/ranking.ts';
import { createSegmenter } from '../src/news/words.ts';
import { runCommand } from './console/command.ts';

const USAGE = 'npm run related -- 短名（或 年份/短名、编号）';

const OMITTED_SHOWN = 20;

const REASONS: Record<Omission, string> = {
  pinned: '编辑已经指定',
  'below-floor': '相似度太低',
  'few-terms': '共同的词少于两个',
  series: '同一系列已有两篇',
  'beyond-length': '已满十篇',
  'weak-list': '没有一篇足够相似，整块不显示',
  alone: '只有一篇，整块不显示',
};

/** `npm run related -- SLUG`: an article's list with scores and terms, its cluster, what is left out. */
await runCommand(async () => {
  const name = process.argv[2] ?? '';
  if (name === '') throw new OperatorError('没有写要看哪一篇。', USAGE);
  const environment = readEnvironment();
  const { archive, problems } = loadArchive(environment);
  if (!archive) throw new ContentError(problems);
  const { published } = publish(archive.articles, environment.now);
  const documents = listDocuments(published, environment.contentDir, archive.digests);
  const id = findId(documents, name);
  const { dictionary } = archive;
  const segmenter = createSegmenter(dictionary);
  const explanation = id && explainList(documents, id, { dictionary, segmenter });
  if (!explanation) throw new OperatorError(`已发布的稿件里没有“${name}”。`, USAGE);
  console.log(format(explanation));
});

function findId(documents: readonly RelatedDocument[], name: string): string | undefined {
  const found = documents.filter(
    ({ id, slug }) => id === name || slug === name || slug.endsWith(`/${name}`),
  );
  if (found.length < 2) return found[0]?.id;
  const names = found.map(({ slug }) => slug).join('、');
  throw new OperatorError(`有 ${found.length} 篇都叫“${name}”。`, `写明年份：${names}`);
}

function format({ document, list, cluster, omitted }: Explanation): string {
  const others = cluster.filter(({ id }) => id !== document.id);
  return [
    describe(document),
    '',
    list.length > 0 ? '相关新闻' : '相关新闻：不显示',
    ...list.map((item, i) => `${`${i + 1}`.padStart(2)}. ${describeItem(item)}`),
    '',
    others.length > 0 ? '另有转载（列表里以第一篇为准）' : '没有转载',
    ...(others.length > 0 ? cluster.map((one) => `    ${describe(one)}`) : []),
    '',
    `没有列入的候选（前 ${OMITTED_SHOWN} 篇）`,
    ...omitted
      .slice(0, OMITTED_SHOWN)
      .map((item) => `    ${describeItem(item)}：${REASONS[item.reason]}`),
  ].join('\n');
}

function describeItem({ document, score, why }: ExplainedItem): string {
  return `${score.toFixed(4)} ${describe(document)}  [${why.join(' ')}]`;
}

function describe({ slug, title, date, source }: RelatedDocument): string {
  return `${formatDay(date)} ${title}${source ? `（${source}）` : ''} ${slug}`;
}
