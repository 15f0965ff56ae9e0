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
  const byName = new Map<string, Set<Article>>();
  const add = (name: string, article: Article) => {
    const known = byName.get(name) ?? new Set();
    byName.set(name, known.add(article));
  };
  for (const article of articles) {
    add(article.id, article);
    add(article.slug, article);
    add(`${article.year}/${article.slug}`, article);
  }

  return (article: Article): { ids: string[]; problems: Problem[] } => {
    const place = { file: article.file, line: lineOf(article.file) };
    const problems: Problem[] = [];
    const ids = article.related.flatMap((pin) => {
      const name = pin.normalize('NFC').replace(/^\/?(?:articles\/)?|\.mdx?$|\/$/g, '');
      const found = [...(byName.get(pin) ?? byName.get(name) ?? byName.get(toSlugs(name)) ?? [])];
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
