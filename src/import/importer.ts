import { createHash } from 'node:crypto';
import path from 'node:path';
import { type ArticleFile, composeArticle } from './article-source.ts';
import { checkPlaces, writeWhole } from './disk.ts';
import { ExistingArticles, isSameArticle } from './existing-articles.ts';
import { finding } from './finding.ts';
import { EXAMPLE } from './item.ts';
import { readJsonLines, type SourceReading } from './json-lines.ts';
import type { ImportOptions } from './options.ts';
import { countUnknown, type ImportReport, newReport } from './report.ts';
import { ensureSettings, readExistingChannels } from './settings.ts';

/**
 * Imports a file of articles into a content folder, in one pass and with one item in memory. Nothing
 * that lies there is written over: an article that was edited since stays as it is. Every item ends
 * in exactly one count of the report or in an error that names its line.
 * @throws {OperatorError} before anything is written, when file, folder or settings cannot be used
 */
export function importArticles({ file, into, channel, zone }: ImportOptions): ImportReport {
  checkPlaces(file, into);
  const channels = readExistingChannels(into);
  const report = newReport(file, into);
  const run: Run = {
    file,
    into,
    report,
    existing: new ExistingArticles(into),
    met: new Map(),
    written: new Set(),
  };
  const used = new Set<string>();
  let oldest = '9999';

  for (const reading of readJsonLines(file, file, zone)) {
    report.lines++;
    report.findings.push(...reading.findings);
    countUnknown(report, reading);
    if (!reading.item) continue;
    const article = composeArticle(reading.item, reading.item.channel ?? channel);
    if (!placeArticle(run, article, reading)) continue;
    used.add(reading.item.channel ?? channel);
    oldest = reading.item.date < oldest ? reading.item.date : oldest;
  }

  if (report.lines === 0) report.findings.push(finding('no-items', { file }, { example: EXAMPLE }));
  if (used.size > 0) {
    const since = oldest.slice(0, 4);
    ensureSettings(into, { channels, used, standard: channel, since }, report);
  }
  return report;
}

interface Run {
  file: string;
  into: string;
  report: ImportReport;
  existing: ExistingArticles;
  /** Line and digest of what this run has met, by id. */
  met: Map<string, { line: number; digest: string }>;
  /** Files this run has written. */
  written: Set<string>;
}

/** Whether the article is in the folder now: written, or there already. */
function placeArticle(
  { file, into, report, existing, met, written }: Run,
  { id, source, ...article }: ArticleFile,
  { line, item }: SourceReading,
): boolean {
  const place = { file, line };
  const digest = createHash('sha256').update(source).digest('base64');
  const earlier = met.get(id);
  if (earlier) {
    if (earlier.digest === digest) report.repeated.push(line);
    else {
      const other = String(earlier.line);
      report.findings.push(finding('repeated-id', place, { id, other }));
    }
    return false;
  }

  const known = existing.fileOf(id);
  if (known !== undefined) {
    const present = existing.sourceOf(known) ?? '';
    if (present === source) report.unchanged++;
    else if (isSameArticle(present, source, known)) report.kept.push({ line, file: known });
    else {
      report.findings.push(finding('taken-id', place, { id, other: known }));
      return false;
    }
    met.set(id, { line, digest });
    return true;
  }

  const other = existing.neighbourOf(article.file);
  if (other !== undefined || written.has(article.file)) {
    const about = { id, other: other ?? article.file };
    report.findings.push(finding('taken-address', place, about));
    return false;
  }
  writeWhole(path.join(into, article.file), source);
  met.set(id, { line, digest });
  written.add(article.file);
  report.taken++;
  if (item?.paragraphs.length === 0) report.headlines.push(line);
  return true;
}
