import { type Problem, problem } from './problem.ts';

/** Where an article's file puts it. */
export interface SourcePlace {
  file: string;
  year: string;
  slug: string;
  format: 'md' | 'mdx';
}

/**
 * Year and slug from `articles/<yyyy>/…/<slug>.md(x)`. Deeper folders do not show in the address.
 * `file` is relative to the content folder, with `/`.
 */
export function placeOf(file: string): SourcePlace | Problem {
  const parts = file.normalize('NFC').split('/');
  const name = parts.at(-1) ?? '';
  const [folder, year = ''] = parts;
  if (folder !== 'articles' || parts.length < 3 || !/^\d{4}$/.test(year)) {
    return problem('no-year-folder', { file }, { name });
  }
  const slug = toSlug(name.replace(/\.mdx?$/i, ''));
  if (slug === '') return problem('unusable-name', { file });
  return { file, year, slug, format: /\.mdx$/i.test(name) ? 'mdx' : 'md' };
}

/**
 * What a file name becomes in an address. Letters, digits and 汉字 of any script stay; everything a
 * path, shell or server could read otherwise (spaces, `#`, `?`, `%`, `&` …) becomes one hyphen.
 */
export function toSlug(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}_.~-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
