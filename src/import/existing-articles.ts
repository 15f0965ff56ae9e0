import { listContentFiles, readText } from '../archive/content-files.ts';
import { type Reading, readArticle } from '../news/article-reader.ts';
import { normaliseLines, parseYamlBlock, splitSource } from '../news/frontmatter.ts';
import { placeOf } from '../news/source-path.ts';

/** The articles that a content folder holds before an import, by id and by address. */
export class ExistingArticles {
  readonly #contentDir: string;
  readonly #byId = new Map<string, string>();
  readonly #byAddress = new Map<string, string>();

  constructor(contentDir: string) {
    this.#contentDir = contentDir;
    for (const file of listContentFiles(contentDir).articles) this.#add(file);
  }

  /** The file of the article with this id, relative to the content folder. */
  fileOf(id: string): string | undefined {
    return this.#byId.get(id);
  }

  /** The file that has the address `file` would have, whatever its case, folder and extension. */
  neighbourOf(file: string): string | undefined {
    return this.#byAddress.get(addressOf(file));
  }

  /** What an article file says; undefined when it cannot be read as text. */
  sourceOf(file: string): string | undefined {
    const source = readText(this.#contentDir, file);
    return typeof source === 'string' ? normaliseLines(source) : undefined;
  }

  #add(file: string): void {
    this.#byAddress.set(addressOf(file), file);
    const source = this.sourceOf(file);
    const id = source === undefined ? undefined : readId(source, file);
    if (id !== undefined) this.#byId.set(id, file);
  }
}

/**
 * Whether an article in the folder, perhaps edited since, is the one that is being imported: same
 * title, same original, or same date and source. Two sources may both count from 0.
 */
export function isSameArticle(existing: string, imported: string, file: string): boolean {
  const [a, b]: (Reading['article'] | undefined)[] = [
    readArticle(existing, file).article,
    readArticle(imported, file).article,
  ];
  if (!a || !b) return false;
  if (a.title === b.title) return true;
  if (a.source?.url !== undefined && a.source.url === b.source?.url) return true;
  return a.date === b.date && a.source?.name === b.source?.name && a.source?.url === b.source?.url;
}

/** The id in the frontmatter, found without reading the rest of it: a folder has thousands. */
function readId(source: string, file: string): string | undefined {
  const split = splitSource(source, file);
  if ('kind' in split) return undefined;
  const line = /^(?:id|编号)\s*:.*$/m.exec(split.frontmatter)?.[0];
  if (line === undefined) {
    const place = placeOf(file);
    return 'kind' in place ? undefined : `${place.year}/${place.slug}`;
  }
  const [id] = Object.values(parseYamlBlock(line, file).block.data as Record<string, unknown>);
  return typeof id === 'string' ? id.trim() : undefined;
}

function addressOf(file: string): string {
  const place = placeOf(file);
  return 'kind' in place ? file : `${place.year}/${place.slug}`.toLowerCase();
}
