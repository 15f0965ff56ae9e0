import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ArticleFile } from './article-source.ts';
import { writeWhole } from './disk.ts';
import { ExistingArticles, isSameArticle } from './existing-articles.ts';
import { finding } from './finding.ts';
import { otherNameFor } from './identity.ts';
import type { Item, Place, SourceReading } from './item.ts';
import type { ImportReport } from './report.ts';

/** The articles of a content folder during an import: what was there, and what this run adds. */
export class ArticleShelf {
  readonly #into: string;
  readonly #report: ImportReport;
  readonly #existing: ExistingArticles;
  /** Place and digest of what this run has met, by id. */
  readonly #met = new Map<string, { place: Place; digest: string }>();
  /** Files this run has written. */
  readonly #written = new Set<string>();

  constructor(into: string, report: ImportReport) {
    this.#into = into;
    this.#report = report;
    this.#existing = new ExistingArticles(into);
  }

  /** Whether the article is in the folder now: written, or there already. */
  place(article: ArticleFile, reading: SourceReading & { item: Item }): boolean {
    const { id, source } = article;
    const { place } = reading;
    const digest = createHash('sha256').update(source).digest('base64');
    const earlier = this.#met.get(id);
    if (earlier) {
      if (earlier.digest === digest) this.#report.repeated.push(place);
      else {
        const other = describePlace(earlier.place);
        this.#report.findings.push(finding('repeated-id', place, { id, other }));
      }
      return false;
    }
    const known = this.#existing.fileOf(id);
    const isThere =
      known === undefined ? this.#add(article, reading) : this.#compare(article, known, place);
    if (isThere) this.#met.set(id, { place, digest });
    return isThere;
  }

  /** An article whose id is in the folder stays as it is there. */
  #compare({ id, source }: ArticleFile, known: string, place: Place): boolean {
    const present = this.#existing.sourceOf(known) ?? '';
    if (present === source) this.#report.unchanged++;
    else if (isSameArticle(present, source, known)) this.#report.kept.push({ place, file: known });
    else {
      this.#report.findings.push(finding('taken-id', place, { id, other: known }));
      return false;
    }
    return true;
  }

  #add({ id, source, pictures, ...article }: ArticleFile, reading: SourceReading & { item: Item }) {
    const { place, item, notes } = reading;
    const { name } = item;
    // A name that was only wished for gives way; one made of the id is the article's own.
    const file =
      name !== undefined && this.#neighbourOf(article.file) !== undefined
        ? otherNameFor(article.file, id)
        : article.file;
    const other = this.#neighbourOf(file);
    if (other !== undefined) {
      this.#report.findings.push(finding('taken-address', place, { id, other }));
      return false;
    }
    for (const picture of pictures) {
      writeWhole(path.join(this.#into, path.dirname(file), picture.name), picture.bytes);
    }
    writeWhole(path.join(this.#into, file), source);
    this.#written.add(file);
    this.#report.taken++;
    if (item.body === '') this.#report.headlines.push(place);
    if (notes) this.#report.notes.push({ place, file, notes });
    return true;
  }

  #neighbourOf(file: string): string | undefined {
    return this.#existing.neighbourOf(file) ?? (this.#written.has(file) ? file : undefined);
  }
}

function describePlace({ file, line }: Place): string {
  return line === undefined ? file : `第 ${line} 行`;
}
