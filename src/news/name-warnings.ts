import { type CreditDoubt, splitCredit } from './credit.ts';
import { articleFields } from './fields.ts';
import type { Frontmatter } from './frontmatter-schema.ts';
import { holdsAddress, isAddress } from './outlet.ts';
import { type Problem, problem } from './problem.ts';

/**
 * What readers would take for the name of a person or an outlet and is not, or is more than that.
 * @param source as written, before it was split
 * @param lines of the frontmatter's keys
 */
export function findDoubtfulNames(
  data: Frontmatter,
  { source, lines, file }: { source: unknown; lines: Record<string, number>; file: string },
): Problem[] {
  const people = (['byline', 'editor'] as const).flatMap((key) =>
    data[key]
      .flatMap((credit) => splitCredit(credit).doubts)
      .map(({ text, reason }) => {
        const about = { key: articleFields[key].alias, name: text, advice: ADVICE[reason] };
        return problem('unclear-byline', { file, line: lines[key] }, about);
      }),
  );
  const place = { file, line: lines['source'] };
  const { name = '' } = data.source ?? {};
  if (typeof source === 'string' && isAddress(source)) {
    return [...people, problem('nameless-source', place, { name })];
  }
  const isMixed = holdsAddress(name) && !isAddress(name);
  return isMixed ? [...people, problem('address-in-source', place, { name })] : people;
}

const ADVICE: Record<CreditDoubt['reason'], string> = {
  address: '这里只写姓名，请删去网址。',
  names:
    '几个人请用顿号分开，例如 周砚、林知夏；单位请删去，或写在“记者”前面，例如 新华社记者 周砚。',
  role: '请把角色写在姓名前面并空一格，例如 记者 周砚；几个人请用顿号分开。',
};
