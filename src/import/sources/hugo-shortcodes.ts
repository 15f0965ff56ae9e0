import {
  readArguments,
  replaceOutsideCode,
  videoAddress,
  writeCode,
  writeLink,
  writePicture,
} from '../markdown/tags.ts';
import type { Notes } from '../notes.ts';

/**
 * Hugo's own shortcodes as Markdown; of a site's own the tag goes and the text inside stays.
 * @param addressOf path of another page, as `ref` names it
 * @see https://gohugo.io/content-management/shortcodes/
 */
export function expandShortcodes(
  text: string,
  addressOf: (reference: string) => string | undefined,
  notes: Notes,
): string {
  const mended = (markdown: string) => {
    notes.add('mended-markdown');
    return markdown;
  };
  const pairs = replaceOutsideCode(text, HIGHLIGHT, ([, words = '', inside = '']) =>
    mended(writeCode(inside, readArguments(words)[0] ?? '')),
  );
  const singles = replaceOutsideCode(pairs, SHORTCODE, ([, name = '', written = '']) => {
    const words = readArguments(written);
    const named = (key: string) =>
      words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
    const [first = ''] = words;
    const src = named('src');
    if (name === 'figure' && src !== undefined) {
      const caption = named('caption') ?? named('title') ?? '';
      return mended(writePicture(src, named('alt') ?? caption, caption));
    }
    if (name === 'ref' || name === 'relref') {
      const address = addressOf(named('path') ?? first);
      if (address !== undefined) return mended(address);
    }
    const video = videoAddress(name, named('id') ?? first);
    if (video !== undefined) return mended(writeLink('观看视频', video));
    if (!name.startsWith('/')) notes.add('shortcodes', 1, name);
    return '';
  });
  const headings = replaceOutsideCode(singles, ATTRIBUTES, ([, heading = '']) => heading);
  return headings.replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, '{{$1$2$3}}');
}

/** `## 成本 {#cost}` */
const ATTRIBUTES = /^(#{1,6} .*?)[ \t]*\{[#.][^}\n]*\}[ \t]*$/gm;
const HIGHLIGHT =
  /\{\{[<%]\s*highlight\b([^>%]*?)[>%]\}\}([\s\S]*?)\{\{[<%]\s*\/highlight\s*[>%]\}\}/g;
const SHORTCODE =
  /\{\{[<%]\s*(\/?[\w./-]+)\s*((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^>%"`])*?)\/?\s*[>%]\}\}/g;
