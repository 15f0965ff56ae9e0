import { isError, linkToSection, type Problem, sortProblems } from './problem.ts';

/** A JSON array for other programs, in the order of the text report; `link` is its section. */
export function formatJson(problems: readonly Problem[]): string {
  const records = sortProblems(problems).map((found) => ({ ...found, link: linkToSection(found) }));
  return JSON.stringify(records, null, 2);
}

/**
 * Workflow commands, one a line, which GitHub shows beside the lines of a pull request. `folder` is
 * the content folder as the repository knows it, with `/` between names. Escapes are those of
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function formatAnnotations(problems: readonly Problem[], folder: string): string {
  return sortProblems(problems)
    .map((found) => {
      const file = folder === '' ? found.file : `${folder}/${found.file}`;
      const line = found.line === undefined ? '' : `,line=${found.line}`;
      const column = found.column === undefined ? '' : `,col=${found.column}`;
      const command = isError(found) ? 'error' : 'warning';
      const text = `${found.message}\n→ ${found.hint}\n${linkToSection(found)}`;
      return `::${command} file=${escapeProperty(file)}${line}${column}::${escapeData(text)}`;
    })
    .join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
