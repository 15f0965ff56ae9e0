import { type Problem, problem } from '../news/problem.ts';

/**
 * Takes out what a comment excuses: `<!-- 放行 half-width-mark：引用英文原题 -->` in the body,
 * `{/* 放行 … *\/}` in MDX, `# 放行 …` in the frontmatter. It covers its own line; alone on a line,
 * the next line that is not blank. The name is a kind of the catalogue or the id of a desk rule.
 * @param ruleOf id of the desk rule behind a problem
 */
export function applyExcuses(
  problems: readonly Problem[],
  lines: readonly string[],
  file: string,
  ruleOf: (found: Problem) => string | undefined,
): Problem[] {
  const excused = new Set<string>();
  const faults: Problem[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.includes('放行')) continue;
    for (const { 0: comment, 1: name = '', 2: reason = '' } of line.matchAll(EXCUSE)) {
      if (reason.trim().length < SHORTEST_REASON) {
        faults.push(problem('excuse-without-reason', { file, line: index + 1 }, { kind: name }));
        continue;
      }
      const isAlone = line.trim() === comment.trim();
      const next = lines.findIndex((other, at) => at > index && other.trim() !== '');
      excused.add(`${isAlone ? next + 1 : index + 1} ${name}`);
    }
  }
  const isExcused = (found: Problem) =>
    excused.has(`${found.line} ${found.kind}`) || excused.has(`${found.line} ${ruleOf(found)}`);
  return [...problems.filter((found) => !isExcused(found)), ...faults];
}

const SHORTEST_REASON = 2;

const EXCUSE =
  /(?:<!--|\{\/\*|#)\s*放行\s+([\w-]+)[\s:：,，]*((?:(?!-->|\*\/).)*?)\s*(?:-->|\*\/\}|$)/g;
