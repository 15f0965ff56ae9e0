import { createRandom } from '../related-corpus.ts';
import { listElements, readHtml, textOf } from './tree.ts';

/** Marks as they are left behind by hurried editing: unclosed, doubled, in the wrong order. */
const MARKS =
  `**|*|***|~|~~|\`|\`\`|[|](/a)|]|(|)|https://a.cn/b|*ST|<b>|</b>|_|\\|![|<|#|\n|\n\n|\n- |
\n> |\n\`\`\`\n|\n| |\n1. |\n    |[^1]|&amp;`.split(/\|(?! )/);

/** The first characters of each text with marks strewn into them, the same in every run. */
export function breakTexts(texts: readonly string[]): string[] {
  const random = createRandom(7);
  const pick = (count: number) => Math.floor(random() * count);
  return texts.map((text) => {
    let broken = [...text].slice(0, 120).join('');
    for (let count = 2 + pick(8); count > 0; count--) {
      const at = pick(broken.length + 1);
      broken = broken.slice(0, at) + (MARKS[pick(MARKS.length)] ?? '') + broken.slice(at);
    }
    return broken.toWellFormed();
  });
}

/** What must never differ from what the parser alone makes of a source, whatever is wrong with it. */
export const UNTOUCHED: readonly { name: string; take: (html: string) => unknown }[] = [
  {
    name: 'words',
    take: (html) => textOf(readHtml(html)).replace(/[\s*~]/g, ''),
  },
  { name: 'code', take: (html) => listElements(readHtml(html), 'code').map(textOf) },
  {
    name: 'written links',
    take: (html) =>
      listElements(readHtml(html), 'a')
        .map(({ properties }) => String(properties['href']))
        .filter((address) => address.startsWith('/')),
  },
];

/** Emphasis of an HTML: what two parsers agree on or not. */
export function readEmphasis(html: string): string {
  const found = listElements(readHtml(html), 'strong', 'em', 'del');
  return JSON.stringify(found.map((one) => [one.tagName, textOf(one).replace(/\s/g, '')]));
}

/** Whether an HTML has an address that goes on into Chinese, with all marks there may be in it. */
export function hasSwallowed(html: string): boolean {
  return listElements(readHtml(html), 'a').some((link) => /^https?:.*[^ -~]/.test(textOf(link)));
}

/** Whether a source is one that the amendment alone decides: we read addresses and *ST otherwise. */
export function isForAmendment(source: string): boolean {
  return !/https?:|\*ST/.test(source);
}
