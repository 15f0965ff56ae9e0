import { z } from 'zod';

/** Shapes of the settings files in `content/`. Scalars arrive as strings; see `parseYamlBlock`. */

const text = (label: string) =>
  z
    .string({ error: `${label}应当是一段文字` })
    .trim()
    .min(1, `${label}是空的`);

const id = z
  .string({ error: 'id 应当是一段文字' })
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'id 只能用小写字母、数字和连字符');

const count = (label: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `${label}应当是数字`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `${label}应当在 ${least} 到 ${most} 之间`);

const webAddress = z
  .string()
  .trim()
  .refine(
    (value) => /^https?:\/\//.test(value) && URL.canParse(value),
    '网址要以 https:// 开头，例如 https://git.example.com',
  );

const flag = z
  .enum(['true', 'false'], { error: '只能写 true 或 false' })
  .transform((value) => value === 'true');

const PROVINCES = '京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕秦甘陇青宁新港澳台';

export const siteSchema = z.strictObject({
  name: text('网站名称'),
  tagline: text('一句话介绍').optional(),
  description: text('网站简介'),
  address: z
    .string()
    .trim()
    .refine(
      (value) => /^https?:\/\//.test(value) && URL.canParse(value),
      '网址要以 https:// 开头，例如 https://news.example.com',
    ),
  language: z.string().default('zh-CN'),
  organisation: text('主办单位'),
  since: z.string().regex(/^(?:19|20)\d{2}$/, '首年应当是四位年份，例如 2019'),
  /** Fixed namespace of feed ids: never changes, even when name or domain do. */
  namespace: z
    .string()
    .regex(/^[\w.:,@/-]+$/, '只能用字母、数字和 . : , @ / -，例如 tag:news.example.com,2019'),
  contacts: z
    .strictObject({
      email: z.string().includes('@', { error: '邮箱里要有 @' }).optional(),
      phone: text('电话').optional(),
      address: text('地址').optional(),
    })
    .default({}),
  icp: z
    .string()
    .regex(
      new RegExp(`^[${PROVINCES}]ICP备\\d{8,10}号(?:-\\d{1,3})?$`),
      'ICP 备案号应当像 京ICP备12345678号-1',
    )
    .optional(),
  police: z
    .string()
    .regex(
      new RegExp(`^[${PROVINCES}]公网安备\\s?\\d{14}号$`),
      '公安备案号应当像 京公网安备11010502000001号（14 位数字）',
    )
    .optional(),
  licence: text('许可证').optional(),
  report: z
    .strictObject({
      phone: z
        .string()
        .regex(/^[\d+() -]{5,20}$/, '举报电话只能用数字、空格和 - + ( )')
        .optional(),
      email: z.string().includes('@', { error: '邮箱里要有 @' }).optional(),
    })
    .default({}),
  notice: text('页脚说明').optional(),
  page_size: count('每页篇数', 5, 200).default(30),
  feed_size: count('订阅篇数', 1, 500).default(50),
  indent: flag.default(true),
  /** The editors' desk at `/admin/`: there only when this is. */
  cms: z
    .strictObject({
      repository: z
        .string()
        .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, '仓库应当像 owner/newsroom，不带网址'),
      branch: text('分支').default('main'),
      service: z
        .enum(['github', 'gitlab', 'gitea'], { error: '只能写 github、gitlab 或 gitea' })
        .default('github'),
      address: webAddress.optional(),
      sign_in: webAddress.optional(),
    })
    .optional(),
});

/** A file without entries yet, or of comments only, arrives as an empty map. */
const list = <T extends z.ZodArray>(schema: T) =>
  z.preprocess((data) => (JSON.stringify(data) === '{}' ? [] : data), schema);

const LIST_ERROR = '应当是列表，每一项以“- ”开头，例如：- { id: banking, name: 银行 }';
const entry = '每一项应当像 { id: banking, name: 银行 }';

export const channelsSchema = list(
  z
    .array(
      z.strictObject(
        { id, name: text('栏目名'), description: text('栏目说明').optional() },
        { error: entry },
      ),
      { error: LIST_ERROR },
    )
    .min(1, '至少要有一个栏目，例如：- { id: banking, name: 银行 }'),
);

export const topicsSchema = list(
  z.array(
    z.strictObject(
      {
        id,
        name: text('专题名'),
        summary: text('专题摘要').optional(),
        intro: text('专题导语').optional(),
      },
      { error: entry },
    ),
    { error: LIST_ERROR },
  ),
);

export const peopleSchema = list(
  z.array(
    z.strictObject(
      {
        id,
        name: text('姓名'),
        role: text('角色').optional(),
        bio: text('简介').optional(),
      },
      { error: entry },
    ),
    { error: LIST_ERROR },
  ),
);

export const pageSchema = z.strictObject({
  title: text('标题'),
  summary: text('摘要').optional(),
  order: count('排序', 0, 999).default(100),
});

export type Site = z.output<typeof siteSchema>;
export type Channel = z.output<typeof channelsSchema>[number];
export type Topic = z.output<typeof topicsSchema>[number];
export type Person = z.output<typeof peopleSchema>[number];

/** A page of `content/pages`: 关于我们, 隐私政策 … */
export interface FixedPage extends z.output<typeof pageSchema> {
  slug: string;
  file: string;
}

/** Everything of a newsroom that is not an article. */
export interface Settings {
  site: Site;
  channels: Channel[];
  topics: Topic[];
  people: Person[];
  pages: FixedPage[];
}
