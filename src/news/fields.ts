/** The frontmatter's keys: English name, Chinese alias, and an example for messages to authors. */

export interface Field {
  alias: string;
  example: string;
  /** Keys of the maps this field holds. */
  keys?: Readonly<Record<string, Field>>;
}

/**
 * `标题` → `title` and so on, at this level only; also as phones write it, `Title`, and as Chinese
 * keyboards do, `ｔｉｔｌｅ` and `标　题`.
 */
export function canonicalKey(key: string, fields: Readonly<Record<string, Field>>): string {
  const trimmed = key.trim();
  if (Object.hasOwn(fields, trimmed)) return trimmed;
  const isMeant = (text: string) => (name: string) => name === text || fields[name]?.alias === text;
  const names = Object.keys(fields);
  const plain = () => trimmed.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return names.find(isMeant(trimmed)) ?? names.find(isMeant(plain())) ?? trimmed;
}

/** Data of a frontmatter under canonical names, at all levels; values not yet filled in are left out. */
export function renameKeys(data: unknown, fields: Readonly<Record<string, Field>>): unknown {
  if (Array.isArray(data)) return data.map((item) => renameKeys(item, fields));
  if (data === null || typeof data !== 'object') return data;
  const renamed: [string, unknown][] = [];
  for (const [key, value] of Object.entries(data)) {
    const name = canonicalKey(key, fields);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    // An empty value (`summary:`) is a line the author has not filled in yet.
    if (value === '' && field !== undefined) continue;
    renamed.push([name, field?.keys ? renameKeys(value, field.keys) : value]);
  }
  return Object.fromEntries(renamed);
}

/** The field at a path of canonical names; list positions are passed over. */
export function fieldAt(path: readonly PropertyKey[]): Field | undefined {
  let fields: Readonly<Record<string, Field>> | undefined = articleFields;
  let field: Field | undefined;
  for (const key of path) {
    if (typeof key !== 'string') continue;
    field = fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
    fields = field?.keys;
  }
  return field;
}

const text = (alias: string, example: string): Field => ({ alias, example });

const creditKeys = { name: text('姓名', 'name: 周砚'), role: text('角色', 'role: 记者') };

export const articleFields = {
  title: text('标题', 'title: 存款保险最高偿付 50 万元，怎样算'),
  date: text('日期', 'date: 2026-03-15 09:30'),
  channel: text('栏目', 'channel: 银行'),
  summary: text('摘要', 'summary: 用一两句话说清这篇写了什么。'),
  id: text('编号', 'id: 20260315-a'),
  updated: text('更新', 'updated: 2026-03-16 10:00'),
  expires: text('下线', 'expires: 2026-12-31'),
  draft: text('草稿', 'draft: true'),
  pinned: text('置顶', 'pinned: true'),
  tags: text('标签', 'tags: [存款, 利率]'),
  topics: text('专题', 'topics: [borrowing]'),
  codes: text('证券代码', 'codes: [000001]'),
  byline: { alias: '作者', example: 'byline: [{ name: 周砚, role: 记者 }]', keys: creditKeys },
  editor: { alias: '责任编辑', example: 'editor: 沈棠', keys: creditKeys },
  source: {
    alias: '来源',
    example: 'source: { name: 新华社, url: "https://www.news.cn/" }',
    keys: {
      name: text('名称', 'name: 新华社'),
      url: text('网址', 'url: "https://www.news.cn/"'),
      title: text('原题', 'title: 原文标题'),
      author: text('作者', 'author: 原文作者'),
      permission: text('授权', 'permission: 已获书面授权'),
    },
  },
  cover: {
    alias: '封面',
    example: 'cover: { src: ./tu.png, alt: 图中画了什么 }',
    keys: {
      src: text('图片', 'src: ./tu.png'),
      alt: text('替代文字', 'alt: 图中画了什么'),
      caption: text('图注', 'caption: 图注一句'),
      credit: text('图片来源', 'credit: 本站制图'),
    },
  },
  related: text('相关', 'related: [20260315-a]'),
  corrections: {
    alias: '更正',
    example: 'corrections: [{ date: 2026-03-16 10:00, reason: 更正了一处数字 }]',
    keys: {
      date: text('日期', 'date: 2026-03-16 10:00'),
      reason: text('原因', 'reason: 更正了一处数字'),
      from: text('原文', 'from: 6,500 元'),
      to: text('改为', 'to: 6,000 元'),
    },
  },
  withdrawn: {
    alias: '撤稿',
    example: 'withdrawn: { date: 2026-03-16 10:00, reason: 数据有误 }',
    keys: {
      date: text('日期', 'date: 2026-03-16 10:00'),
      reason: text('原因', 'reason: 数据有误'),
    },
  },
  aliases: text('旧址', 'aliases: [/news/1234.html]'),
  ai: text('AI', 'ai: none'),
  kind: text('类型', 'kind: explainer'),
} as const satisfies Record<string, Field>;

export type ArticleField = keyof typeof articleFields;
