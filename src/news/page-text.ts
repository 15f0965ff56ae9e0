import { type Handler, Parser } from 'htmlparser2';

/**
 * The paragraphs of a built article page's body, in order, as a reader sees them: the text of each
 * block inside `data-article-body`, without scripts, styles and drawings.
 */
export function readBodyText(html: string): string[] {
  const { handler, finish } = gatherBodyText();
  new Parser(handler).end(html);
  return finish();
}

/** Gathers the text from a parser that others listen to as well. */
export function gatherBodyText(): { handler: Partial<Handler>; finish(): string[] } {
  const paragraphs: string[] = [];
  let depth = 0;
  let hidden = 0;
  let text = '';
  const endParagraph = () => {
    const paragraph = text.replace(/\s+/g, ' ').trim();
    if (paragraph !== '') paragraphs.push(paragraph);
    text = '';
  };
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      if (depth > 0) {
        if (!VOID.has(name)) depth++;
        if (SILENT.has(name)) hidden++;
        if (BLOCK.has(name)) endParagraph();
      } else if (attributes['data-article-body'] !== undefined) depth = 1;
    },
    ontext(part) {
      if (depth > 0 && hidden === 0) text += part;
    },
    onclosetag(name) {
      if (depth === 0 || VOID.has(name)) return;
      if (SILENT.has(name)) hidden--;
      if (BLOCK.has(name)) endParagraph();
      depth--;
      if (depth === 0) endParagraph();
    },
  };
  return { handler, finish: () => paragraphs };
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg']);
const BLOCK = new Set(
  'address article aside blockquote br dd details div dl dt figcaption figure footer h2 h3 h4 h5 h6 header hr li ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
