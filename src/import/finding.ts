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
  /** About the source or the settings as a whole, not about one item. */
  isWhole?: true;
}

export type FindingKind = keyof typeof catalogue;

/** Builds a finding of the catalogue; `about` fills the texts' blanks. */
export function finding(
  kind: FindingKind,
  place: { file: string; line?: number | undefined },
  about: Record<string, string> = {},
): Finding {
  const { severity, message, hint, isWhole }: Entry = catalogue[kind];
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => about[name] ?? whole);
  return {
    kind,
    severity,
    file: place.file,
    ...(place.line === undefined ? {} : { line: place.line }),
    message: fill(message),
    hint: fill(hint),
    ...(isWhole ? { isWhole } : {}),
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

type Entry = Pick<Finding, 'severity' | 'message' | 'hint' | 'isWhole'>;

const error = (message: string, hint: string): Entry => ({ severity: 'error', message, hint });
const whole = (message: string, hint: string): Entry => ({
  ...error(message, hint),
  isWhole: true,
});
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
    '编号“{id}”与{other}相同，内容却不同。',
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
    '{advice}可以写的有：title、date、text、id、source、url、byline、summary、channel、tags。',
  ),
  'no-items': whole('文件里没有稿件。', '请检查文件内容：每行一篇，例如：{example}'),
  'no-articles': whole(
    '里面没有能导入的稿件。',
    '请检查路径；能导入的文件和文件夹见 npm run import -- --help。',
  ),
  'unreadable-source': error('打不开：{reason}', '{advice}'),
  'no-header': whole(
    '第一行没有写“标题”和“日期”两列的名称（写着：{known}）。',
    '请在表格最上面加一行：标题、日期、正文，还可以有编号、来源、网址、作者、摘要、栏目、标签。',
  ),
  'no-title': error('找不到标题。', '请在文件里写上标题，再导入一次。'),
  'no-date': error(
    '找不到发布日期。',
    '请用 --date 给出，例如 --date 2026-03-15，或 --date "2026-03-15 09:30"。',
  ),
  'no-text': error('里面没有正文。', '{advice}'),
  'bad-frontmatter': error('信息块读不懂：{reason}', '请改好这个文件的信息块，再导入一次。'),
  'left-pages': {
    ...warning(
      '独立页面不是稿件，没有带来：{names}',
      '需要的话，请手工改成 content/pages/ 里的 .md 文件。',
    ),
    isWhole: true,
  },
  'closed-channels': whole(
    '这些栏目没能自动写进 channels.yaml：{names}',
    '请用编辑器打开它，在末尾加上：\n{lines}',
  ),
} as const satisfies Record<string, Entry>;
