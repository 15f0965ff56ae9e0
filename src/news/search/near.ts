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

/**
 * The passage of folded texts nearest to a folded phrase, the first of equals, if no more than
 * `slips` apart.
 */
export function findNear(
  texts: readonly string[],
  phrase: string,
  slips: number,
): string | undefined {
  let best: Passage | undefined;
  for (const text of texts) {
    const passage = findNearest([...text], [...phrase], best ? best.cost - 1 : slips);
    best = passage ?? best;
  }
  return best?.text;
}

/** Beyond it a phrase was pasted rather than typed, and comparing takes long. */
const LONGEST = 32;

interface Passage {
  text: string;
  cost: number;
}

/** The least cost of writing the phrase so far, and where in the text that passage begins. */
interface Cell {
  cost: number;
  start: number;
}

/** Optimal string alignment distance with free ends in the text (Sellers, 1980). */
function findNearest(chars: string[], phrase: string[], most: number): Passage | undefined {
  let best: Passage | undefined;
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
    if (end && end.cost <= most && end.cost < (best?.cost ?? most + 1)) {
      best = { text: chars.slice(end.start, at + 1).join(''), cost: end.cost };
    }
    before = last;
    last = row;
  }
  return best;
}

function more(cell: Cell | undefined, cost: number): Cell {
  return { cost: (cell?.cost ?? Number.POSITIVE_INFINITY) + cost, start: cell?.start ?? 0 };
}
