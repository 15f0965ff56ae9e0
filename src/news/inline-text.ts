/** The words inside one block of Markdown. */

/**
 * The words of one paragraph, heading or cell: code spans and escapes as they read, links by their
 * text, bare addresses whole; no image, footnote number, tag or emphasis mark. Entities are decoded.
 */
export function cleanInline(line: string): string {
  if (!/[!-/:-@[-`{-~]/.test(line)) return line.trim();
  let text = line;
  if (/[\\`]/.test(text)) {
    text = text.replace(LITERAL, (_, escaped, _ticks, code) =>
      shield(escaped ?? code.replace(/^ (.*[^ ].*) $/, '$1')),
    );
  }
  if (text.includes('[')) text = stripLinks(text);
  if (text.includes('<')) {
    text = dropBetween(dropBetween(text, '<script', '</script>'), '<style', '</style>');
    text = text
      .replace(/<([a-z][a-z\d+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/gi, (_, url) =>
        shield(url),
      )
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(TAG, '');
  }
  text = stripEmphasis(text);
  if (text.includes('&'))
    text = text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, decodeEntity);
  return unshield(text.replace(/[ \t]{2,}/g, ' ')).trim();
}

/** Removes every `open … close`; what is never closed stays. */
export function dropBetween(text: string, open: string, close: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return kept + text.slice(from);
    kept += text.slice(from, start);
    from = end + close.length;
  }
}

/** ASCII punctuation is 32 characters, and so are the noncharacters U+FDD0–U+FDEF. */
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const shield = (text: string) =>
  text.replace(/[!-/:-@[-`{-~]/g, (mark) =>
    String.fromCharCode(0xfdd0 + PUNCTUATION.indexOf(mark)),
  );
const unshield = (text: string) =>
  text.replace(/[\ufdd0-\ufdef]/g, (mark) => PUNCTUATION[mark.charCodeAt(0) - 0xfdd0] ?? '');

/** An escaped mark, or a code span. */
const LITERAL = /\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)([^`]|[^`].*?[^`])\2(?!`)/g;
const TAG = /<\/?[a-z][\w.:-]*(?:\s+(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?\/?>/gi;
const LABEL = '((?:[^\\[\\]\\\\]|\\[[^\\[\\]]*\\])*)';
const TARGET =
  '\\([ \\t]*(?:<[^<>]*>|(?:[^\\s()]|\\([^\\s()]*\\))*)(?:[ \\t]+(?:"[^"]*"|\'[^\']*\'))?[ \\t]*\\)';
const IMAGE = new RegExp(`!\\[${LABEL}\\](?:${TARGET}|\\[[^\\[\\]]*\\])`, 'g');
const LINK = new RegExp(`\\[${LABEL}\\](?:${TARGET}|\\[[^\\[\\]]*\\])`, 'g');

function stripLinks(text: string): string {
  const bare = text.replace(/\[\^[^\]\s]+\]/g, '');
  return bare.replace(IMAGE, '').replace(LINK, '$1');
}

/** The star of `*ST国华`, a share at risk, is part of its name. */
const AT_RISK = /(?<![*])([*]{2})?[*](?=ST(?![A-Za-z\d]))/g;
const STARS = /(?<!\*)(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?!\*)/g;
const UNDERSCORES = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu;
const TILDES = /(?<!~)~~(?=[^\s~])([^~]*[^\s~])~~(?!~)/g;

function stripEmphasis(text: string): string {
  let clean = text;
  if (clean.includes('*')) {
    clean = clean.replace(AT_RISK, (_, strong = '') => strong + shield('*'));
    clean = clean.replace(STARS, '$2').replace(STARS, '$2');
  }
  if (clean.includes('_')) clean = clean.replace(UNDERSCORES, '$2').replace(UNDERSCORES, '$2');
  if (clean.includes('~~')) clean = clean.replace(TILDES, '$1');
  return clean;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  yen: '¥',
  permil: '‰',
  times: '×',
};

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}
