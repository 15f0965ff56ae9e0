import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beijingFields } from '../../src/news/beijing.ts';
import type { SearchRecord } from '../../src/news/search/record.ts';

/** The articles of one corpus file as search is told of them, newest first. */
export function readRecords(corpusDir: string, name: 'finance' | 'broadcast'): SearchRecord[] {
  const lines = readFileSync(path.join(corpusDir, `${name}.jsonl`), 'utf8').split('\n');
  const records = lines.filter(Boolean).map((line) => {
    const { id, title = '', date = '', source, text = '' } = JSON.parse(line) as RawArticle;
    const instant = Date.parse(date);
    return {
      id: `${id}`,
      url: `/articles/${id}/`,
      title,
      text: text.split(PARAGRAPH_END).filter((paragraph) => paragraph.trim() !== ''),
      date: instant,
      channel: name,
      ...(source ? { source } : {}),
      tags: [],
      year: beijingFields(instant).year,
    };
  });
  return records.sort((a, b) => b.date - a.date || (a.id < b.id ? -1 : 1));
}

type RawArticle = Partial<Record<'title' | 'date' | 'source' | 'text', string>> & { id: number };

/** Lines; and, where a corpus put its paragraphs on one line, the spaces after sentences. */
const PARAGRAPH_END = /\n+|(?<=[。！？”]) +/u;
