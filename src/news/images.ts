/** Local image files an article uses, found in its source: the build checks that they exist. */

/**
 * Paths of the body's Markdown images and of the cover, as written but percent-decoded, each once.
 * Remote, absolute and data addresses are left out.
 */
export function findLocalImages(body: string, cover?: string): string[] {
  const written = [...stripCode(body).matchAll(IMAGE)].map(
    ([, bracketed, bare]) => bracketed ?? bare ?? '',
  );
  const all = cover === undefined ? written : [cover, ...written];
  return [...new Set(all.filter(isLocal).map(decode))];
}

/** Images on other hosts: pages only link them. */
export function isLocal(src: string): boolean {
  return src !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(src);
}

const IMAGE = /!\[(?:[^\]\\]|\\.)*\]\(\s*(?:<([^>\n]+)>|([^\s)]+))/g;

function stripCode(body: string): string {
  if (!body.includes('![')) return '';
  return body
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
