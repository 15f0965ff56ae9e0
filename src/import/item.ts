import { readWrittenDate, type Zone } from '../news/written-date.ts';
import { type Finding, type FindingKind, finding } from './finding.ts';
import { toMarkdown } from './markdown-text.ts';
import type { Notes } from './notes.ts';
import { cleanLine, splitParagraphs } from './source-text.ts';

/** One article of any source, checked and cleaned: the form every reader gives and the writer takes. */
export interface Item {
  /** As the source gives it. */
  id?: string;
  title: string;
  /** As frontmatter writes it: `2026-03-15 09:30` or `2026-03-15`, Beijing time. */
  date: string;
  /** Markdown that ends with a line end; empty for a headline. */
  body: string;
  summary?: string;
  channel?: string;
  tags: string[];
  source?: { name: string; url?: string };
  /** File name it should have, without extension; else its id gives one. */
  name?: string;
  /** As frontmatter writes it. */
  updated?: string;
  /** As frontmatter writes it. */
  expires?: string;
  draft?: boolean;
  pinned?: boolean;
  byline?: string[];
  /** Old addresses on the site, percent-encoded. */
  aliases?: string[];
  cover?: string;
  /** Pictures that `body` and `cover` name. */
  pictures?: readonly Picture[];
}

/** A picture that will lie beside its article. */
export interface Picture {
  /** File name. */
  name: string;
  bytes: Uint8Array;
}

/** The item, when it can be taken, and what is to say about it either way. */
export interface ItemReading {
  item?: Item;
  findings: Finding[];
  /** Fields that nothing reads. */
  unknown: string[];
}

/** What a source holds at one place: a line of a file of records, or a file of its own. */
export interface SourceReading extends ItemReading {
  place: Place;
  /** What was taken besides the words, changed or left behind. */
  notes?: Notes;
}

export interface Place {
  /** As the operator named it, or below the folder they named. */
  file: string;
  /** From 1. */
  line?: number;
}

export const EXAMPLE = '{"title": "标题", "date": "2026-03-15", "text": "正文"}';

/**
 * Reads a record of the documented fields. null, an absent field and a blank text are the same.
 * @param zone of a date without an offset
 */
export function readItem(
  record: Readonly<Record<string, unknown>>,
  zone: Zone,
  place: Place,
): ItemReading {
  const findings: Finding[] = [];
  const report = (kind: FindingKind, about: Record<string, string>) => {
    findings.push(finding(kind, place, about));
  };
  const read = (key: Field): string | undefined => {
    const value = record[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' || typeof value === 'number') {
      return String(value).trim() === '' ? undefined : String(value);
    }
    report('bad-field', { ...FIELDS[key], key });
    return undefined;
  };
  const readLine = (key: Field) => cleanLine(read(key) ?? '') || undefined;

  const readRequired = (key: 'title' | 'date') => {
    const value = readLine(key);
    const isWritten = typeof record[key] !== 'string' && !isBlank(record[key]);
    if (value === undefined && !isWritten) report('missing-field', { ...FIELDS[key], key });
    return value;
  };

  const title = readRequired('title');
  const written = readRequired('date');
  const date = written === undefined ? undefined : readWrittenDate(written, zone);
  if (written !== undefined && date === undefined) report('bad-date', { value: written });
  const body = toMarkdown(splitParagraphs(read('text') ?? ''));
  const misplaced = TEXT_ELSEWHERE.find((key) => !isBlank(record[key]));
  if (misplaced !== undefined && isBlank(record['text'])) {
    report('misplaced-text', { key: misplaced });
  }
  const optional = {
    id: readLine('id'),
    summary: readLine('summary'),
    channel: readLine('channel'),
    source: readSource(readLine('source'), readLine('url'), report),
  };
  const tags = readTags('tags', record['tags'], report);
  const writer = BYLINES.find((key) => !isBlank(record[key]));
  const byline = writer === undefined ? [] : readTags('byline', record[writer], report);
  const unknown = Object.keys(record).filter(
    (key) => !(key in FIELDS) && key !== misplaced && key !== writer,
  );
  if (!title || !date || findings.some(({ severity }) => severity === 'error')) {
    return { findings, unknown };
  }
  const given = Object.fromEntries(
    Object.entries(optional).filter(([, value]) => value !== undefined),
  );
  const people = byline.length === 0 ? {} : { byline };
  return { item: { title, date, body, tags, ...people, ...given }, findings, unknown };
}

type Field = keyof typeof FIELDS;
type Report = (kind: FindingKind, about: Record<string, string>) => void;

const text = (label: string, example: string) => ({ label, example, expected: '一段文字' });

const FIELDS = {
  title: text('标题', '"title": "存款保险最高偿付 50 万元"'),
  date: text('日期', '"date": "2026-03-15T09:30:00+08:00"'),
  text: text('正文', '"text": "第一段\\n第二段"'),
  id: text('编号', '"id": "20260315-a"'),
  source: text('来源', '"source": "新华社"'),
  url: text('网址', '"url": "https://www.news.cn/"'),
  summary: text('摘要', '"summary": "一两句话"'),
  channel: text('栏目', '"channel": "银行"'),
  byline: { label: '作者', example: '"byline": ["周砚", "林知夏"]', expected: '文字的列表' },
  tags: { label: '标签', example: '"tags": ["存款", "利率"]', expected: '文字的列表' },
} as const;

/** What other exports call the body: taken for a headline, such an item would lose all its text. */
const TEXT_ELSEWHERE = ['content', 'body', 'html', '正文', '内容'];

/** What other exports call it. */
const BYLINES = ['byline', 'author', 'authors', '作者', '记者'];

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

/** An address without a name is named by its host. */
function readSource(
  name: string | undefined,
  address: string | undefined,
  report: Report,
): { name: string; url?: string } | undefined {
  const url = address !== undefined && isWebAddress(address) ? address : undefined;
  if (address !== undefined && url === undefined) report('bad-url', { value: address });
  if (url !== undefined) return { name: name ?? new URL(url).hostname, url };
  return name === undefined ? undefined : { name };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text);
}

/** Names of tags or people: a list, or one text with marks between them. */
function readTags(key: 'tags' | 'byline', value: unknown, report: Report): string[] {
  const list = isBlank(value) ? [] : Array.isArray(value) ? value : [value];
  if (!list.every((tag) => typeof tag === 'string' || typeof tag === 'number')) {
    report('bad-field', { ...FIELDS[key], key });
    return [];
  }
  const tags = list.flatMap((tag) =>
    String(tag)
      .split(key === 'tags' ? /[，、]/ : /[，、,;；\n]/)
      .map(cleanLine),
  );
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
