import type { Article } from './article.ts';

/** Local image files an article uses, found in its source: the build checks that they exist. */

/**
 * Paths of the body's Markdown images and of the cover, as written but percent-decoded, each once:
 * `![](a.png)`, `![](<图 片.png>)`, `![][ref]` and `![ref]` with its definition. Remote, absolute and
 * data addresses are left out.
 */
export function findLocalImages(body: string, cover?: string): string[] {
  const text = stripCode(body);
  const definitions = text === '' ? new Map<string, string>() : readDefinitions(body);
  const written = [...text.matchAll(IMAGE)].map(
    ([, alt = '', bracketed, bare, label]) =>
      bracketed ?? bare ?? definitions.get(labelKey(label || alt)) ?? '',
  );
  const all = cover === undefined ? written : [cover, ...written];
  return [...new Set(all.filter(isLocal).map(decode))];
}

/** Whether an article has pictures or components besides its text. */
export function hasAssets({ format, images }: Pick<Article, 'format' | 'images'>): boolean {
  return format === 'mdx' || images.some(isLocal);
}

/** Images on other hosts: pages only link them. */
export function isLocal(src: string): boolean {
  return src !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(src);
}

/** Alt texts may hold a pair of brackets, addresses a pair of parentheses: `图(1).png`. */
const IMAGE =
  /(?<!\\)!\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\](?:\(\s*(?:<([^>\n]+)>|((?:[^\s()]|\([^\s()]*\))+))(?=\s*\)|\s+["'(])|\[([^[\]]*)\])?/g;
const DEFINITION = /^ {0,3}\[(?!\^)([^[\]]+)\]:[ \t]*(?:<([^>\n]+)>|(\S+))/gm;

function readDefinitions(body: string): Map<string, string> {
  return new Map(
    [...body.matchAll(DEFINITION)].map(([, label = '', bracketed, bare]) => [
      labelKey(label),
      bracketed ?? bare ?? '',
    ]),
  );
}

function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function stripCode(body: string): string {
  if (!body.includes('![')) return '';
  return body
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm, '')
    .replace(/(`+)(?!`)[^\n]*?\1/g, '');
}

function decode(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}
