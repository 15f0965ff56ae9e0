import { distance } from 'fastest-levenshtein';
import { type Finding, finding, formatFindings, formatLines } from './finding.ts';
import type { ItemReading, Place } from './item.ts';
import { Notes } from './notes.ts';

/** What became of a source, item by item. */
export interface ImportReport {
  file: string;
  into: string;
  /** Lines, records or files of the source that hold something. */
  items: number;
  /** Articles written. */
  taken: number;
  /** Those written that are headlines without text. */
  headlines: Place[];
  /** Articles that were there already, byte for byte. */
  unchanged: number;
  /** Articles that were there already and differ: they stay as they are. */
  kept: { place: Place; file: string }[];
  /** Items that say again, word for word, what an earlier one said. */
  repeated: Place[];
  /** What happened to those written besides, by file in the content folder. */
  notes: { place: Place; file: string; notes: Notes }[];
  /** Settings files created, and channels added to one that was there. */
  created: string[];
  addedChannels: string[];
  findings: Finding[];
  /** Fields nothing reads, with the number of lines that have them. */
  unknown: Map<string, number>;
}

export function newReport(file: string, into: string): ImportReport {
  return {
    file,
    into,
    items: 0,
    taken: 0,
    headlines: [],
    unchanged: 0,
    kept: [],
    repeated: [],
    notes: [],
    created: [],
    addedChannels: [],
    findings: [],
    unknown: new Map(),
  };
}

export function countUnknown({ unknown }: ImportReport, reading: ItemReading): void {
  for (const key of reading.unknown) unknown.set(key, (unknown.get(key) ?? 0) + 1);
}

/** Whether everything of the source is in the folder. */
export function isComplete({ findings }: ImportReport): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

/** The report for a terminal, in Chinese: what to look at first, the counts last. */
export function formatReport(report: ImportReport, seconds: number): string {
  const { file, into, findings, headlines, kept, repeated, created, addedChannels } = report;
  const left = findLeft(findings);
  const warnings = [...report.unknown].map(([key, lines]) => describeUnknown(file, key, lines));
  const counts = [
    `${file} → ${into}`,
    `  新收      ${count(report.taken)}${note(headlines, '，其中只有标题、没有正文的', ` ${count(headlines.length)}`)}`,
    `  已有未变  ${count(report.unchanged)}`,
    `  已有改过  ${count(kept.length)}${note(kept, '，保持原样：', formatKept(kept))}`,
    ...(repeated.length === 0
      ? []
      : [`  重复      ${count(repeated.length)}，与前面完全相同：${formatPlaces(repeated)}`]),
    `  没有收    ${count(left.length)}${note(left, '：', formatPlaces(left))}`,
    ...(created.length === 0 ? [] : [`  新建设置  ${created.join('、')}`]),
    ...(addedChannels.length === 0 ? [] : [`  新增栏目  ${addedChannels.join('、')}`]),
    `  用时      ${seconds.toFixed(1)} 秒`,
  ];
  const details = [formatFindings([...findings, ...warnings]), formatNotes(report.notes)];
  return [...details.filter((part) => part !== ''), counts.join('\n')].join('\n\n');
}

const SHOWN = 10;
/** Articles whose notes are told one by one. */
const TOLD = 100;

/** Places nothing was taken from, each once, in the order of the source. */
function findLeft(findings: readonly Finding[]): Place[] {
  const errors = findings.filter(({ severity, isWhole }) => severity === 'error' && !isWhole);
  const places = new Map(
    errors.map(({ file, line }) => [
      `${file}:${line}`,
      { file, ...(line === undefined ? {} : { line }) },
    ]),
  );
  return [...places.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** `第 1–3 行`, or the files. */
function formatPlaces(places: readonly Place[]): string {
  const lines = places.flatMap(({ line }) => line ?? []);
  const files = places.filter(({ line }) => line === undefined).map(({ file }) => file);
  const shown = files.slice(0, SHOWN).join('、') + (files.length > SHOWN ? ' 等' : '');
  return [...(lines.length > 0 ? [`第 ${formatLines(lines)} 行`] : []), shown]
    .filter((part) => part !== '')
    .join('、');
}

function formatNotes(notes: ImportReport['notes']): string {
  const said = notes
    .map(({ place, file, notes: own }) => ({ from: place.file, file, text: String(own), own }))
    .filter(({ text }) => text !== '');
  const rest = new Notes();
  for (const { own } of said.slice(TOLD)) rest.addAll(own);
  return [
    ...said.slice(0, TOLD).map(({ from, file, text }) => `${from} → ${file}\n    ${text}`),
    ...(said.length > TOLD ? [`另有 ${said.length - TOLD} 篇，合计：${rest}`] : []),
  ].join('\n');
}

function count(items: number): string {
  return `${items.toLocaleString('en-US')} 篇`;
}

/** Said only where there is something to say it about. */
function note(about: readonly unknown[], lead: string, text: string): string {
  return about.length === 0 ? '' : lead + text;
}

function formatKept(kept: ImportReport['kept']): string {
  const shown = kept
    .slice(0, SHOWN)
    .map(({ place, file }) => `${file}（${formatPlaces([place])}）`);
  return shown.join('、') + (kept.length > SHOWN ? ' 等' : '');
}

function describeUnknown(file: string, key: string, lines: number): Finding {
  const steps = key.length < 5 ? 1 : 2;
  const nearest =
    SYNONYMS[key] ?? KEYS.find((known) => distance(known, key.toLowerCase()) <= steps);
  const advice = nearest === undefined ? '' : `是不是“${nearest}”？`;
  return finding('unknown-field', { file }, { key, count: String(lines), advice });
}

const KEYS = 'title date text id source url byline summary channel tags'.split(' ');

/** Names that other exports use. */
export const SYNONYMS: Readonly<Record<string, string>> = {
  标题: 'title',
  日期: 'date',
  时间: 'date',
  time: 'date',
  pubDate: 'date',
  published: 'date',
  published_at: 'date',
  发布时间: 'date',
  正文: 'text',
  内容: 'text',
  编号: 'id',
  guid: 'id',
  来源: 'source',
  作者: 'byline',
  记者: 'byline',
  署名: 'byline',
  author: 'byline',
  authors: 'byline',
  网址: 'url',
  链接: 'url',
  link: 'url',
  href: 'url',
  摘要: 'summary',
  description: 'summary',
  abstract: 'summary',
  栏目: 'channel',
  category: 'channel',
  标签: 'tags',
  keywords: 'tags',
};
