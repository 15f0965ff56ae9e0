import type { Notes } from '../notes.ts';

/**
 * A post's content as HTML: shortcodes of WordPress itself written out, others dropped with their
 * text kept, and paragraphs where the old editor left only blank lines.
 * @param attachments addresses of files by their number
 */
export function expandWordPress(
  content: string,
  attachments: ReadonlyMap<string, string>,
  notes: Notes,
): string {
  const mended = (html: string) => {
    notes.add('mended-markdown');
    return html;
  };
  const isBlocks = content.includes('<!-- wp:');
  const expanded = content
    .replace(/\r\n?/g, '\n')
    .replace(CAPTION, (_, inside: string) => {
      const [, picture = '', words = ''] =
        /^((?:\s*<a\b[^>]*>)?\s*<img\b[^>]*>(?:\s*<\/a>)?)(.*)$/s.exec(inside) ?? [];
      return mended(`<figure>${picture}<figcaption>${words.trim()}</figcaption></figure>`);
    })
    .replace(/\[embed[^\]]*\]\s*(\S+?)\s*\[\/embed\]/g, (_, url: string) =>
      mended(`<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`),
    )
    .replace(/\[gallery\b[^\]]*\bids=["']([\d,\s]+)["'][^\]]*\]/g, (_, ids: string) =>
      mended(
        ids
          .split(',')
          .flatMap((id) => attachments.get(id.trim()) ?? [])
          .map((url) => `<p><img src="${escapeHtml(url)}" alt=""></p>`)
          .join(''),
      ),
    )
    .replace(
      /\[\/?([a-z][\w-]*)(?:\s+[\w-]+=(?:"[^"\]]*"|'[^'\]]*'))+\s*\/?\]/g,
      (_, name: string) => {
        notes.add('shortcodes', 1, name);
        return '';
      },
    );
  return isBlocks ? expanded : addParagraphs(expanded);
}

const CAPTION = /\[caption\b[^\]]*\]([\s\S]*?)\[\/caption\]/g;
const BLOCK =
  /(<(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|pre|figure|hr|section|form)\b[\s\S]*?<\/(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|pre|figure|section|form)>|<hr[^>]*>)/i;

/** What WordPress' `wpautop` does: blank lines part paragraphs, single ones break a line. */
function addParagraphs(html: string): string {
  return html
    .split(BLOCK)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .split(/\n\s*\n/)
            .map((words) => words.trim())
            .filter((words) => words !== '')
            .map((words) => `<p>${words.replace(/\n/g, '<br>\n')}</p>`)
            .join('\n'),
    )
    .join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
