/** Slips of the pen: passages that differ from a phrase by a wrong, missing, extra or swapped character. */

/** Slips forgiven in a phrase of so many characters; none in a short one, where all would be alike. */
export function slipsAllowed(length: number): number {
  if (length < 4 || length > LONGEST) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * The pairs that remain in a row, give or take one place, where a phrase's pairs stand in an
 * article: a slip moves what follows by one place at most.
 * @param places positions of each pair of the phrase, in the phrase's order
 */
export function countAligned(places: readonly (readonly number[])[]): number {
  const pairsAt = new Map<number, Set<number>>();
  for (const [pair, positions] of places.entries()) {
    for (const position of positions) {
      for (const start of [position - pair, position - pair + 1]) {
        pairsAt.set(start, (pairsAt.get(start) ?? new Set()).add(pair));
      }
    }
  }
  return Math.max(0, ...[...pairsAt.values()].map(({ size }) => size));
}

/** A passage of an article, folded, and how many slips it is from a phrase. */
export interface Passage {
  text: string;
  slips: number;
}

/**
 * The passage of folded texts nearest to a folded phrase, if no more than `most` slips apart; of
 * equals the one nearest in length, then the first.
 */
export function findNear(
  texts: readonly string[],
  phrase: string,
  most: number,
): Passage | undefined {
  let best: Passage | undefined;
  for (const text of texts) {
    best = findNearest([...text], [...phrase], best ? best.slips - 1 : most) ?? best;
  }
  return best;
}

/** What a reader meant: the nearest of passages, of equals the one found most often, then the first. */
export function chooseMeant(passages: readonly Passage[]): Passage | undefined {
  const least = Math.min(...passages.map(({ slips }) => slips));
  const groups = Map.groupBy(
    passages.filter(({ slips }) => slips === least),
    ({ text }) => text,
  );
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** Beyond it a phrase was pasted rather than typed, and comparing takes long. */
const LONGEST = 32;

/** The least cost of writing the phrase so far, and where in the text that passage begins. */
interface Cell {
  cost: number;
  start: number;
}

/** Optimal string alignment distance with free ends in the text (Sellers, 1980). */
function findNearest(chars: string[], phrase: string[], most: number): Passage | undefined {
  const offBy = (text: string[]) => Math.abs(text.length - phrase.length);
  const isEqualAndCloser = (one: Measured, other: Measured) =>
    one.slips === other.slips && one.off < other.off;
  let best: Measured | undefined;
  let before: Cell[] = [];
  let last: Cell[] = [
    { cost: 0, start: 0 },
    ...phrase.map((_, at) => ({ cost: at + 1, start: 0 })),
  ];
  for (const [at, char] of chars.entries()) {
    const row: Cell[] = [{ cost: 0, start: at + 1 }];
    for (const [index, wanted] of phrase.entries()) {
      const choices = [
        more(last[index], char === wanted ? 0 : 1),
        more(last[index + 1], 1),
        more(row[index], 1),
      ];
      const isSwapped = index > 0 && char === phrase[index - 1] && chars[at - 1] === wanted;
      if (isSwapped) choices.push(more(before[index - 1], 1));
      row.push(choices.reduce((least, cell) => (cell.cost < least.cost ? cell : least)));
    }
    const end = row.at(-1);
    if (end && end.cost <= most) {
      const text = chars.slice(end.start, at + 1);
      const passage = { text: text.join(''), slips: end.cost, off: offBy(text) };
      if (!best || passage.slips < best.slips || isEqualAndCloser(passage, best)) best = passage;
    }
    before = last;
    last = row;
  }
  return best && { text: best.text, slips: best.slips };
}

interface Measured extends Passage {
  /** By how many characters it is longer or shorter than the phrase. */
  off: number;
}

function more(cell: Cell | undefined, cost: number): Cell {
  return { cost: (cell?.cost ?? Number.POSITIVE_INFINITY) + cost, start: cell?.start ?? 0 };
}
