import type { Article } from './article.ts';
import { type Problem, problem } from './problem.ts';
import { type ArticleState, stateOf } from './publish.ts';
import { toSlug } from './source-path.ts';

/**
 * Resolves what an editor wrote under `related` to ids, in that order: an id, a slug, or
 * `year/slug`. Pins that are not published at `now` stay out, with a warning, until they are.
 */
export function createPinResolver(
  articles: readonly Article[],
  now: number,
  lineOf: (file: string) => number | undefined,
) {
  let byName: ReadonlyMap<string, readonly Article[]> | undefined;
  const find = (name: string) => {
    byName ??= groupByName(articles);
    return byName.get(name);
  };

  return (article: Article): { ids: string[]; problems: Problem[] } => {
    const place = { file: article.file, line: lineOf(article.file) };
    const problems: Problem[] = [];
    const ids = article.related.flatMap((pin) => {
      const [written, name, slugs] = namesInPin(pin);
      const found = find(written) ?? find(name) ?? find(slugs) ?? [];
      const exact = found.find(({ id }) => id === pin) ?? found[0];
      if (!exact) {
        problems.push(problem('unknown-pin', place, { pin }));
        return [];
      }
      if (found.length > 1 && exact.id !== pin) {
        problems.push(problem('ambiguous-pin', place, { pin }));
        return [];
      }
      if (exact.id === article.id) {
        problems.push(problem('self-pin', place));
        return [];
      }
      const state = stateOf(exact, now);
      if (state !== 'published') {
        problems.push(problem('resting-pin', place, { pin, state: STATE_NAMES[state] }));
        return [];
      }
      return [exact.id];
    });
    return { ids: [...new Set(ids)], problems };
  };
}

/** What a pin may name: what is written, without the marks of a path or file, and that as slugs. */
export function namesInPin(pin: string): [string, string, string] {
  const name = pin.normalize('NFC').replace(/^\/?(?:articles\/)?|\.mdx?$|\/$/g, '');
  return [pin, name, toSlugs(name)];
}

/** Articles by each name that a pin may use; few archives have a pin, so this is made when one does. */
function groupByName(articles: readonly Article[]): Map<string, Article[]> {
  const byName = new Map<string, Article[]>();
  for (const article of articles) {
    const { id, slug, year } = article;
    for (const name of new Set([id, slug, `${year}/${slug}`])) {
      const known = byName.get(name);
      if (known) known.push(article);
      else byName.set(name, [article]);
    }
  }
  return byName;
}

/** A file name with spaces or marks was pinned as it is on disk: its slug has hyphens there. */
function toSlugs(name: string): string {
  return name.split('/').map(toSlug).join('/');
}

const STATE_NAMES: Record<Exclude<ArticleState, 'published'>, string> = {
  draft: '是草稿',
  scheduled: '还没到发布时间',
  expired: '已下线',
  withdrawn: '已撤稿',
};
