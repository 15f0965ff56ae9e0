import hongKongForms from 'opencc-js/dict/HKVariantsRev';
import characters from 'opencc-js/dict/TSCharacters';
import taiwanForms from 'opencc-js/dict/TWVariantsRev';
import { isInGb2312, type TraditionalTable } from '../news/search/fold.ts';

/**
 * OpenCC's Traditional → Simplified, one character for one, with the forms of Taiwan and Hong Kong:
 * for characters outside GB 2312 (those inside are Simplified as they stand) whose Simplified form
 * is inside. Of several Simplified forms the first.
 */
export function readTraditionalTable(): TraditionalTable {
  const simplified = readPairs(characters);
  const table = new Map<string, string>();
  const add = (from: string, to: string) => {
    if (!isInGb2312(from) && isInGb2312(to)) table.set(from, to);
  };
  for (const [form, standard] of [...readPairs(taiwanForms), ...readPairs(hongKongForms)]) {
    add(form, simplified.get(standard) ?? standard);
  }
  for (const [from, to] of simplified) add(from, to);
  return new Map([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readPairs(dictionary: string): Map<string, string> {
  return new Map(
    dictionary.split('|').map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    }),
  );
}
