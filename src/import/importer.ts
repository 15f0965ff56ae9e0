import { ArticleShelf } from './article-shelf.ts';
import { composeArticle } from './article-source.ts';
import { checkPlaces } from './disk.ts';
import { type Finding, finding } from './finding.ts';
import { EXAMPLE } from './item.ts';
import type { ImportOptions } from './options.ts';
import { countUnknown, type ImportReport, newReport } from './report.ts';
import { ensureSettings, readExistingChannels } from './settings.ts';
import { readSource } from './sources/source.ts';

/**
 * Imports a file or folder of articles into a content folder, in one pass and with one item in
 * memory. Nothing that lies there is written over: an article that was edited since stays as it is.
 * Every item ends in exactly one count of the report or in an error that names its place.
 * @throws {OperatorError} before anything is written, when file, folder or settings cannot be used
 */
export async function importArticles(options: ImportOptions): Promise<ImportReport> {
  const { file, into, channel } = options;
  const format = checkPlaces(file, into);
  const channels = readExistingChannels(into);
  const report = newReport(file, into);
  const shelf = new ArticleShelf(into, report);
  const used = new Set<string>();
  let oldest = '9999';

  for await (const reading of readSource(format, options)) {
    if (reading.item || reading.findings.some(isAboutItem)) report.items++;
    report.findings.push(...reading.findings);
    countUnknown(report, reading);
    if (!reading.item) continue;
    const item = options.draft ? { ...reading.item, draft: true } : reading.item;
    const article = composeArticle(item, item.channel ?? channel);
    if (!shelf.place(article, { ...reading, item })) continue;
    used.add(item.channel ?? channel);
    oldest = item.date < oldest ? item.date : oldest;
  }

  if (report.items === 0) {
    const kind = format === 'json-lines' ? 'no-items' : 'no-articles';
    report.findings.push(finding(kind, { file }, { example: EXAMPLE }));
  }
  if (used.size > 0) {
    const since = oldest.slice(0, 4);
    ensureSettings(into, { channels, used, standard: channel, since }, report);
  }
  return report;
}

function isAboutItem({ severity, isWhole }: Finding): boolean {
  return severity === 'error' && !isWhole;
}
