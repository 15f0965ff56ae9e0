import fc from 'fast-check';
import type { TraditionalTable } from '../../../src/news/search/fold.ts';
import { foldText } from '../../../src/news/search/fold.ts';
import { readTraditionalTable } from '../../../src/search-index/traditional-table.ts';

/** OpenCC's, as the build and the browser use it. */
export const table: TraditionalTable = readTraditionalTable();

export function fold(text: string): string {
  return foldText(text, table).chars.join('');
}

/** Texts as newsrooms write them, with what is awkward in them. */
export const anyText = fc.string({
  unit: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...'存款保险年月日元贷利率金9月10日1230.%ABab') },
    { weight: 3, arbitrary: fc.constantFrom(...'，。：“”《》（）·—…、％１２ＡＢ　 \t\n') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('險', '貸', '𠮷', 'é', 'e\u0301', '👍🏽', '\u200b', 'ﬁ'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 1 }) },
  ),
  maxLength: 40,
});
