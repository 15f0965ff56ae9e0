import { listElements, readHtml, textOf } from './tree.ts';

/** A line as an author would write it about a real sentence, and what it must become. */
export interface Case {
  kind: string;
  source: string;
  /** Elements it must have, with their texts or, for links, addresses. */
  marks: readonly Mark[];
  /** All that must be read. */
  text: string;
}

type Mark = readonly [tagName: 'strong' | 'a' | 'code', value: string];

/**
 * At most one case of each kind from an article's text: its own words, marked where an author would
 * mark them, so that the right answer is known before any parser is asked. They stand in a paragraph,
 * a list, a quotation, a heading or a table, by the article's index in turn.
 */
export function makeCases(text: string, index: number): Case[] {
  const place = PLACES[index % PLACES.length] ?? '';
  return PATTERNS.flatMap(({ kind, pattern, mark }) => {
    const found = new RegExp(`(${WORDS})${pattern}(${WORDS})`, 'u').exec(text);
    if (!found) return [];
    const [, before = '', clause = '', after = ''] = found;
    const { source, ...asked } = mark(clause, before, after);
    return [{ kind, source: place.replace('…', () => source), ...asked }];
  });
}

/** Whether HTML is what the case asks for, nothing more and nothing less. */
export function isRight({ marks, text }: Case, html: string): boolean {
  const root = readHtml(html);
  const found = listElements(root, 'strong', 'em', 'del', 'a', 'code').map((element) => [
    element.tagName,
    element.tagName === 'a' ? element.properties['href'] : textOf(element),
  ]);
  return JSON.stringify(found) === JSON.stringify(marks) && textOf(root).trim() === text;
}

/** The table's head is blank, so that its text is that of the case. */
const PLACES = ['…', '- …', '> …', '## …', '| |\n|---|\n| … |'];

interface Pattern {
  kind: string;
  /** What is marked, in one group; words stand before and after it. */
  pattern: string;
  mark: (clause: string, before: string, after: string) => Omit<Case, 'kind'>;
}

/** Characters that mean nothing to Markdown, wherever they stand in a line. */
const WORDS = '[\\p{Script=Han}]{1,12}';
const INNER = '[\\p{Script=Han}A-Za-z0-9，、％]{2,24}';
const ADDRESS = 'https://example.com/a?b=1&c=2';

const bold: Pattern['mark'] = (clause, before, after) => ({
  source: `${before}**${clause}**${after}`,
  marks: [['strong', clause]],
  text: before + clause + after,
});

const PATTERNS: readonly Pattern[] = [
  { kind: 'bold words', pattern: `[，。](${INNER})[，。]`, mark: bold },
  { kind: 'bold with its colon, `**…：**`', pattern: `[，。](${INNER}：)`, mark: bold },
  { kind: 'bold sentence, `**…。**`', pattern: `[，。](${INNER}。)`, mark: bold },
  { kind: 'bold quotation, `**“…”**`', pattern: `(“${INNER}”)`, mark: bold },
  { kind: 'bold brackets, `**（…）**`', pattern: `(（${INNER}）)`, mark: bold },
  { kind: 'bold title, `**《…》**`', pattern: `(《${INNER}》)`, mark: bold },
  { kind: 'bold figure, `**5.2%**`', pattern: `(\\d+(?:\\.\\d+)?%)`, mark: bold },
  {
    kind: 'address before a mark, `https://…，`',
    pattern: `([，。；：）])`,
    mark: (clause, before, after) => ({
      source: `${before} ${ADDRESS}${clause}${after}`,
      marks: [['a', ADDRESS]],
      text: `${before} ${ADDRESS}${clause}${after}`,
    }),
  },
  {
    kind: 'address before words, `https://…请`',
    pattern: `([，。])`,
    mark: (_, before, after) => ({
      source: `${before} ${ADDRESS}${after}`,
      marks: [['a', ADDRESS]],
      text: `${before} ${ADDRESS}${after}`,
    }),
  },
  {
    kind: 'two ranges, `5%~7%，3~12`',
    pattern: `(\\d+(?:\\.\\d+)?%)`,
    mark: (clause, before, after) => {
      const text = `${before}${clause}~9%${after}，期限3~12个月`;
      return { source: text, marks: [], text };
    },
  },
  {
    kind: 'two shares at risk, `*ST`',
    pattern: `([，。])`,
    mark: (_, before, after) => {
      const text = `*ST${before}与*ST${after}`;
      return { source: text, marks: [], text };
    },
  },
  {
    kind: 'code with marks in it',
    pattern: `[，。](${INNER})[，。]`,
    mark: (clause, before, after) => ({
      source: `${before}\`**${clause}：**~*ST\`${after}`,
      marks: [['code', `**${clause}：**~*ST`]],
      text: `${before}**${clause}：**~*ST${after}`,
    }),
  },
  {
    kind: 'link with marks in its address',
    pattern: `[，。](${INNER})[，。]`,
    mark: (clause, before, after) => ({
      source: `${before}[${clause}](https://example.com/~a/*b*，c)${after}`,
      marks: [['a', `https://example.com/~a/*b*${encodeURI('，')}c`]],
      text: before + clause + after,
    }),
  },
];
