/** Plain text as Markdown: what is written here renders as the same words, whatever they hold. */

/**
 * Markdown for paragraphs of plain text (each one line, trimmed), with a blank line between and a
 * line end at the end. A backslash stands only where a mark could be read as one: authors go on
 * editing these files. Addresses become `<https://…>` where the text around would run into them.
 */
export function toMarkdown(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `${escapeParagraph(paragraph)}\n`).join('\n');
}

/** A link whose label is plain text; `url` is an absolute address. */
export function toLink(label: string, url: string): string {
  const target = new URL(url).href.replace(/[()\\]/g, (mark) => PERCENT[mark] ?? mark);
  return `[${label}](${target.replace(ENTITY, '\\&')})`;
}

const PERCENT: Record<string, string> = { '(': '%28', ')': '%29', '\\': '%5C' };

const ENTITY = /&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);)/gi;

/** Stretches in which no escape works, because renderers take an address as it stands. */
const ADDRESS = /(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&'()*+,;=%]{0,2000}/gi;

function escapeParagraph(text: string): string {
  const marks = findMarks(text);
  let escaped = '';
  let from = 0;
  for (;;) {
    ADDRESS.lastIndex = from;
    const found = ADDRESS.exec(text);
    if (!found) break;
    const address = trimAddress(found[0]);
    const end = found.index + address.length;
    escaped += escapeWords(text, from, found.index, marks);
    if (/^[^*_~&;'()]+$/.test(address) && /^(?:\s|$)/.test(text.slice(end, end + 1))) {
      escaped += address;
      from = end;
    } else if (/^http/i.test(address)) {
      escaped += `<${address}>`;
      from = end;
    } else {
      // No link, then: `www\.` and `http\:` are words.
      const word = /^\w+/.exec(found[0])?.[0] ?? '';
      escaped += `${word}\\${found[0].charAt(word.length)}`;
      from = found.index + word.length + 1;
    }
  }
  return escapeStart(escaped + escapeWords(text, from, text.length, marks));
}

/**
 * An address without closing punctuation, an unmatched bracket or an entity, which belong to the
 * sentence; '' if nothing is left but its beginning.
 */
function trimAddress(found: string): string {
  const entity = found.search(ENTITY);
  let end = entity === -1 ? found.length : entity;
  let unopened = countOf(')', found.slice(0, end)) - countOf('(', found.slice(0, end));
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened--;
    else if (!".,;:!?'*_~".includes(last)) break;
  }
  const address = found.slice(0, end);
  return /^(?:https?:\/\/|www\.)[^/]/i.test(address) ? address : '';
}

function countOf(mark: string, text: string): number {
  return text.split(mark).length - 1;
}

/** Positions of the marks that would format text, by the rules of one paragraph. */
function findMarks(text: string): Set<number> {
  const marks = new Set<number>();
  for (const run of [/\*+/g, /_+/g, /~+/g]) addPairs(text, run, marks);
  const ticks = [...text.matchAll(/`+/g)];
  if (ticks.length > 1 || text.startsWith('```')) addRuns(ticks, marks);
  if (text.startsWith('~~~')) addRuns([...text.matchAll(/~+/g)], marks);
  return marks;
}

/**
 * Emphasis and strikethrough need a run that may open before one that may close. Anything but white
 * space inside will do here: engines differ in what punctuation allows, and Chinese text is where.
 */
function addPairs(text: string, run: RegExp, marks: Set<number>): void {
  const runs = [...text.matchAll(run)]
    .map((found) => {
      const before = text.charAt(found.index - 1) || ' ';
      const rest = text.slice(found.index + found[0].length);
      const after = rest.charAt(0) || ' ';
      // An address may be written in `<>`, which ends the word.
      const isInWord = found[0].startsWith('_') && /\w/.test(before) && /^(?!http)\w/i.test(rest);
      return {
        found,
        opens: !isInWord && /\S/.test(after),
        closes: !isInWord && /\S/.test(before),
      };
    })
    .filter(({ opens, closes }) => opens || closes);
  const first = runs.findIndex(({ opens }) => opens);
  const last = runs.findLastIndex(({ closes }) => closes);
  if (first !== -1 && first < last) {
    addRuns(
      runs.map(({ found }) => found),
      marks,
    );
  }
}

function addRuns(runs: readonly RegExpExecArray[], marks: Set<number>): void {
  for (const { 0: run, index } of runs) {
    for (let at = index; at < index + run.length; at++) marks.add(at);
  }
}

function escapeWords(text: string, from: number, to: number, marks: ReadonlySet<number>): string {
  const words = text.slice(from, to);
  if (!/[\\`*_~<&\]]/.test(words)) return words;
  return words.replace(SPECIAL, (mark, offset: number) =>
    !/^[`*_~]$/.test(mark) || marks.has(from + offset) ? `\\${mark}` : mark,
  );
}

/** What is always a mark, and `*_~` and backticks, which are one only in pairs. */
const SPECIAL =
  /\\(?=[!-/:-@[-`{-~]|$)|[`*_~]|<(?=[a-z/!?]|[^\s<>@]*@)|&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);)|\](?=\()/gi;

/** Marks that open a block: heading, quotation, list, rule, definition, TOML block. */
function escapeStart(text: string): string {
  if (/^(?:#|>|[-+*](?: |$)|([-*_])(?: *\1){2,} *$|\+{3}|\[[^\]]*\]:)/.test(text))
    return `\\${text}`;
  return text.replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2');
}
