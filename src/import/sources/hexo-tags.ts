import {
  readArguments,
  replaceOutsideCode,
  videoAddress,
  writeCode,
  writeLink,
  writePicture,
  writeQuote,
} from '../markdown/tags.ts';
import type { Notes } from '../notes.ts';

/**
 * Hexo's tag plugins as Markdown; of those no reader knows the tag goes and the text inside stays.
 * @param addressOf path of another post, by its file's name
 * @see https://hexo.io/docs/tag-plugins
 */
export function expandHexoTags(
  text: string,
  addressOf: (slug: string) => { address: string; title: string } | undefined,
  notes: Notes,
): string {
  const mended = (markdown: string) => {
    notes.add('mended-markdown');
    return markdown;
  };
  const pairs = replaceOutsideCode(text, PAIR, ([whole, name = '', words = '', inside = '']) => {
    if (name === 'raw') return mended(inside);
    if (/^(?:codeblock|code)$/.test(name)) {
      return mended(writeCode(inside, /\blang:(\S+)/.exec(words)?.[1] ?? ''));
    }
    return QUOTES.test(name) ? mended(writeQuote(inside)) : whole;
  });
  return replaceOutsideCode(pairs, TAG, ([, name = '', written = '']) => {
    const words = readArguments(written);
    if (name === 'asset_img' || name === 'img') return mended(toPicture(words));
    if (name === 'link' && words.length > 1)
      return mended(writeLink(words[0] ?? '', words[1] ?? ''));
    if (name === 'post_link' || name === 'post_path') {
      const post = addressOf(words[0] ?? '');
      if (post && name === 'post_path') return mended(post.address);
      if (post) return mended(writeLink(words[1] ?? post.title, post.address));
    }
    const video = videoAddress(name, words[0] ?? '');
    if (video !== undefined) return mended(writeLink('观看视频', video));
    if (!name.startsWith('end')) notes.add('shortcodes', 1, name);
    return '';
  });
}

const PAIR = /\{%-?\s*(\w+)\b([^%]*?)-?%\}([\s\S]*?)\{%-?\s*end\1\s*-?%\}/g;
const TAG = /\{%-?\s*(\w+)\b([^%]*?)-?%\}/g;
/** Hexo's own, and the boxes of the themes most used. */
const QUOTES = /^(?:blockquote|quote|pullquote|centerquote|cq|note|tip|hint)$/;

/** `[class names] address [width] [height] ["title" "alt"]` */
function toPicture(words: readonly string[]): string {
  const at = words.findIndex((word) => /\.[a-z\d]{3,4}(?:[?#].*)?$|^(?:https?:)?\/\//i.test(word));
  if (at === -1) return '';
  const rest = words.slice(at + 1).filter((word) => !/^\d+(?:%|px)?$/.test(word));
  const [title = '', alt = title] = rest;
  return writePicture(words[at] ?? '', alt, title);
}
