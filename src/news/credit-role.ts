import { isBody, isFullName } from './person-name.ts';

/** Whether a word of a byline is a role: 记者, 责任编辑, 本报记者, 每日经济新闻记者. */
export function isRole(word: string): boolean {
  if (ROLES.has(word)) return true;
  const [, employer = ''] = EMPLOYED.exec(word) ?? [];
  return employer !== '' && !isFullName(employer) && !/[和与及]/.test(employer);
}

/** `记者周砚`, `编辑周砚实习生林知夏` as roles and names; every other word as it is. */
export function splitGlued(word: string): string[] {
  const [employer = '', first = '', ...rest] = word.split(GLUED);
  const isRead = rest.every((one, at) => (at % 2 === 0 ? isFullName(one) : isRole(one)));
  return rest.length > 0 && isRead && isRole(employer + first)
    ? [employer + first, ...rest]
    : [word];
}

/** `新华社 记者` is one role. */
export function joinOutlet(words: readonly string[]): string[] {
  const [outlet = '', role = '', ...rest] = words;
  return isBody(outlet) && EMPLOYABLE.has(role) ? [outlet + role, ...rest] : [...words];
}

/** Whether a role and something else are written as one word: `记者仝砚`, `周砚记者`. */
export function isNearRole(word: string): boolean {
  if (isRole(word)) return false;
  const [, within = ''] = IN_BRACKETS.exec(word) ?? [];
  const [, rest = ''] = ROLE_FIRST.exec(word) ?? [];
  return isRole(within) || (rest !== '' && !isBody(rest)) || EMPLOYED.test(word);
}

const EMPLOYABLE: ReadonlySet<string> = new Set(
  '记者 编辑 通讯员 评论员 研究员 分析师 特派员 撰稿人 实习生'.split(' '),
);
const ROLES: ReadonlySet<string> = new Set([
  ...EMPLOYABLE,
  ...'文 图 摄 图文 文图 作者 撰文 撰稿 采写 供稿 整理 编译 翻译 摄影 制图 漫画 视频'.split(' '),
  ...'剪辑 策划 统筹 监制 校对 审核 审校 主编 主笔 责编 责任编辑 编审'.split(' '),
]);

const EMPLOYED = new RegExp(`^([\\p{L}\\p{N}·+]{1,12})(?:${[...EMPLOYABLE].join('|')})$`, 'u');
/** Behind these alone a name may follow without a space: 摄影高手 and 漫画王者 are no people. */
const GLUED = /(责任编辑|责编|编辑|编译|作者|记者|通讯员|实习生|评论员|特派员)/;
const ROLE_FIRST = /^(?:责任编辑|责编|编辑|通讯员|实习生|记者)(\p{Script=Han}{2,})$/u;
const IN_BRACKETS = /[（(【［[]\s*(.+?)\s*[）)】］\]]/;
