/**
 * Everything an import can have to say about its source, in one typed catalogue like that of
 * `news/problem.ts`: in Chinese, first what happened, then what to do.
 */

/** One finding about a line of the source file; errors are items that were not taken. */
export interface Finding {
  kind: FindingKind;
  severity: 'error' | 'warning';
  /** As the operator named it, or relative to the content folder. */
  file: string;
  /** From 1; absent when the whole file is meant. */
  line?: number;
  message: string;
  hint: string;
}

export type FindingKind = keyof typeof catalogue;

/** Builds a finding of the catalogue; `about` fills the texts' blanks. */
export function finding(
  kind: FindingKind,
  place: { file: string; line?: number | undefined },
  about: Record<string, string> = {},
): Finding {
  const { severity, message, hint } = catalogue[kind];
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => about[name] ?? whole);
  return {
    kind,
    severity,
    file: place.file,
    ...(place.line === undefined ? {} : { line: place.line }),
    message: fill(message),
    hint: fill(hint),
  };
}

/**
 * The findings for a terminal, kind by kind: the first ones in full, of the rest every line number,
 * so that a file with 10,000 bad lines still fits a screen and none goes unnamed.
 */
export function formatFindings(findings: readonly Finding[]): string {
  return [...Map.groupBy(findings, ({ kind, file }) => `${kind}\n${file}`).values()]
    .flatMap((same) => {
      const shown = same.slice(0, SHOWN).map(formatFinding);
      const rest = same.slice(SHOWN).flatMap(({ line }) => line ?? []);
      const more = `  另有 ${rest.length} 处同样的问题：第 ${formatLines(rest)} 行`;
      return rest.length > 0 ? [...shown, more] : shown;
    })
    .join('\n');
}

/** `1、3–5、9` of ascending line numbers. */
export function formatLines(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range && line === range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join('、');
}

/** Findings of one kind printed in full. */
const SHOWN = 5;

function formatFinding({ file, line, severity, message, hint }: Finding): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}  ${severity === 'error' ? '没有收' : '提醒'}：${message}\n    → ${hint}`;
}

type Entry = Pick<Finding, 'severity' | 'message' | 'hint'>;

const error = (message: string, hint: string): Entry => ({ severity: 'error', message, hint });
const warning = (message: string, hint: string): Entry => ({ severity: 'warning', message, hint });

const catalogue = {
  'not-utf8': error(
    '这一行不是 UTF-8 编码（多半是 GBK），文字会变成乱码。',
    '请把文件另存为 UTF-8，再导入一次；已收的稿件不会重复。',
  ),
  'not-json': error('这一行不是完整的 JSON（{where}）。', '每行写一篇，例如：{example}'),
  'json-array': error(
    '文件是一个 JSON 数组，不是 JSON Lines。',
    '请去掉最外层的 [ ] 和行末的逗号，让每篇稿件各占一行。',
  ),
  'not-an-item': error('这一行不是一篇稿件，而是{what}。', '每行写一篇，例如：{example}'),
  'missing-field': error('缺少 {key}（{label}）。', '请补上，例如：{example}'),
  'bad-field': error('{key}（{label}）应当是{expected}。', '请改写，例如：{example}'),
  'bad-date': error(
    'date（日期）读不懂：{value}',
    '请写成 2026-03-15、2026-03-15T09:30:00+08:00 或 2026-03-15 09:30。',
  ),
  'misplaced-text': error(
    '没有 text（正文），文字写在“{key}”里。',
    '请把“{key}”改名为 text；真的只有标题时，删去“{key}”。',
  ),
  'repeated-id': error(
    '编号“{id}”与第 {other} 行相同，内容却不同。',
    '每篇稿件要有自己的编号，请改其中一个。',
  ),
  'taken-id': error(
    '编号“{id}”已经是另一篇稿件的：{other}',
    '请在来源文件里改编号（例如加前缀），或导入到另一个文件夹。',
  ),
  'taken-address': error(
    '文件 {other} 已经在，是另一篇稿件的。',
    '请在来源文件里改编号“{id}”，或给那个文件改名。',
  ),
  'bad-url': warning(
    'url（网址）不能用，稿件已收，但没有写网址：{value}',
    '网址要以 http:// 或 https:// 开头，请在稿件的 source 里补上。',
  ),
  'unknown-field': warning(
    '“{key}”没有用到，共 {count} 行。',
    '{advice}可以写的有：title、date、text、id、source、url、summary、channel、tags。',
  ),
  'no-items': error('文件里没有稿件。', '请检查文件内容：每行一篇，例如：{example}'),
  'closed-channels': error(
    '这些栏目没能自动写进 channels.yaml：{names}',
    '请用编辑器打开它，在末尾加上：\n{lines}',
  ),
} as const satisfies Record<string, Entry>;
