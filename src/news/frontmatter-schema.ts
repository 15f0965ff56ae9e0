import { z } from 'zod';
import { AI_USES, ARTICLE_KINDS } from './article.ts';
import { parseBeijing } from './beijing.ts';
import { splitOutlet, splitOutletName } from './outlet.ts';

/** A tag is a folder's name: 255 bytes on every file system, up to eight for a character of it. */
const LONGEST_TAG = 30;

/** Marks an issue as a date that cannot be read, so that the catalogue's own text is used. */
export const BAD_DATE = 'bad-date';

/**
 * Frontmatter after its keys were made canonical. Every scalar arrives as a string (see
 * `parseYamlBlock`); what comes out has an article's types. Messages are the `{reason}` of the
 * problem catalogue, in Chinese.
 */
export const frontmatterSchema = z.strictObject({
  title: line('标题'),
  date: instant(),
  channel: line('栏目').transform(unquote),
  summary: paragraph().optional(),
  id: z
    .string()
    .transform(unquote)
    .pipe(z.string().regex(/^[\p{L}\p{N}._/-]+$/u, '编号只能用字母、数字、汉字和 - _ . /'))
    .optional(),
  updated: instant().optional(),
  expires: instant().optional(),
  draft: flag().default(false),
  pinned: flag().default(false),
  tags: list()
    .refine(
      (tags) => tags.every(isUsableTag),
      `有一个标签太长（最多 ${LONGEST_TAG} 个字），请拆成几个短的`,
    )
    .default([]),
  topics: list().default([]),
  codes: list().default([]),
  byline: credits().default([]),
  editor: credits().default([]),
  source: z
    .union([
      line('来源').transform(splitOutlet),
      z
        .strictObject({
          name: line('来源名称'),
          url: webAddress().optional(),
          title: line('原题').optional(),
          author: line('作者').optional(),
          permission: line('授权').optional(),
        })
        .transform(splitOutletName),
    ])
    .optional(),
  cover: z
    .strictObject({
      src: line('图片').transform(unquote),
      alt: z.string().trim().default(''),
      caption: line('图注').optional(),
      credit: line('图片来源').optional(),
    })
    .optional(),
  related: list().default([]),
  corrections: z
    .array(
      z.strictObject({
        date: instant(),
        reason: paragraph(),
        from: paragraph().optional(),
        to: paragraph().optional(),
      }),
      { error: '请写成列表，每条有日期和原因' },
    )
    .default([]),
  withdrawn: z.strictObject({ date: instant(), reason: paragraph() }).optional(),
  aliases: list().default([]),
  ai: choice(AI_USES, { 无: 'none', 否: 'none', 辅助: 'assisted', 生成: 'generated' }).default(
    'none',
  ),
  kind: choice(ARTICLE_KINDS, {
    新闻: 'news',
    解读: 'explainer',
    推广: 'promotion',
    转载: 'reprint',
  }).default('news'),
});

export type Frontmatter = z.output<typeof frontmatterSchema>;

/**
 * The items of a list of short texts. One text alone is a list too: `，`, `、` and `,` separate it,
 * since a Chinese keyboard types them and no tag holds one; so do 【】 and ［］ what brackets do, and
 * “ ” what quotation marks do.
 */
export function splitList(value: string | readonly string[]): string[] {
  const written =
    typeof value === 'string' ? value.replace(/^\s*[【［](.*)[】］]\s*$/s, '$1').split(',') : value;
  const items = written.flatMap((item) => item.split(/[，、]/).map(unquote));
  return [...new Set(items.filter((item) => item !== ''))];
}

/**
 * A value without the quotation marks around the whole of it: Word and Chinese keyboards make “ ” of
 * the `"` that YAML knows. Not for titles and texts, where they may be meant.
 */
function unquote(text: string): string {
  return text
    .trim()
    .replace(/^[“”‘’＂＇]([^“”‘’＂＇]*)[“”‘’＂＇]$/, '$1')
    .trim();
}

function line(label: string) {
  return z
    .string({ error: `${label}应当是一段文字；以 [ 或 { 开头的要加英文双引号` })
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .refine((text) => text !== '', `${label}是空的`);
}

function paragraph() {
  return z
    .string({ error: '应当是一段文字' })
    .transform((text) => text.replace(/\s*\n\s*/g, ' ').trim())
    .refine((text) => text !== '', '内容是空的');
}

function instant() {
  return z.string({ error: BAD_DATE }).transform((text, context) => {
    const parsed = parseBeijing(unquote(text));
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: BAD_DATE });
    return z.NEVER;
  });
}

function flag() {
  const values = new Map(
    Object.entries({
      true: true,
      yes: true,
      on: true,
      '1': true,
      是: true,
      false: false,
      no: false,
      off: false,
      '0': false,
      否: false,
      '': false,
    }),
  );
  return z.string({ error: '只能写 true 或 false' }).transform((text, context) => {
    const value = values.get(unquote(text).toLowerCase());
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: '只能写 true 或 false' });
    return z.NEVER;
  });
}

function list() {
  return z
    .union([z.string(), z.array(z.string())], { error: '请写成列表，例如 [甲, 乙]' })
    .transform(splitList);
}

function isUsableTag(tag: string): boolean {
  return [...tag].length <= LONGEST_TAG;
}

function credits() {
  const person = z.union([
    line('姓名').transform((name) => ({ name: unquote(name) })),
    z.strictObject({ name: line('姓名').transform(unquote), role: line('角色').optional() }),
  ]);
  return z.union([person.transform((one) => [one]), z.array(person)], {
    error: '请写姓名，或 [{ name: 姓名, role: 角色 }]',
  });
}

function webAddress() {
  return z
    .string()
    .transform(unquote)
    .refine(
      (text) => /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text),
      '网址要以 http:// 或 https:// 开头',
    );
}

function choice<const T extends readonly string[]>(values: T, aliases: Record<string, T[number]>) {
  const meanings = new Map(Object.entries(aliases));
  const allowed = [...values, ...meanings.keys()].join('、');
  return z.string({ error: `只能写：${allowed}` }).transform((text, context): T[number] => {
    const value = unquote(text);
    const found = values.find((one) => one === value.toLowerCase()) ?? meanings.get(value);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: `只能写：${allowed}` });
    return z.NEVER;
  });
}
