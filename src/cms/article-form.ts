import { AI_USES, ARTICLE_KINDS } from '../news/article.ts';
import { type ArticleField, articleFields, type Field } from '../news/fields.ts';
import type { Settings } from '../news/settings-schema.ts';

/** A field of a form, as Sveltia CMS takes it. */
export interface FormField {
  name: string;
  label: string;
  widget: string;
  [option: string]: unknown;
}

/** What lists of choices come from. */
export type FormSettings = Pick<Settings, 'channels' | 'topics'>;

/**
 * The form of an article: every field of the frontmatter, in the order an author fills it in, with the
 * Chinese names of the handbook. What it saves is what `npm run check` reads.
 */
export function composeArticleForm(settings: FormSettings): FormField[] {
  const widgets = composeWidgets(settings);
  const fields = (Object.keys(widgets) as ArticleField[]).map((name) => {
    const { alias, keys }: Field = articleFields[name];
    return withKeys({ name, label: alias, required: false, ...widgets[name] }, keys);
  });
  const place = fields.findIndex(({ name }) => name === 'summary') + 1;
  return [...fields.slice(0, place), BODY, ...fields.slice(place)];
}

const BODY: FormField = {
  name: 'body',
  label: '正文',
  widget: 'richtext',
  // The other mode writes a table without its alignment and splits one at `\|`.
  modes: ['raw', 'rich_text'],
  buttons: [
    'bold',
    'link',
    'heading-two',
    'heading-three',
    'quote',
    'bulleted-list',
    'numbered-list',
  ],
  editor_components: ['image'],
  linked_images: false,
  hint: '插入图片、用按钮排版，请点右上角的 M↓；有表格的稿件不要用，表格的对齐会丢',
};

interface Widget {
  widget: string;
  [option: string]: unknown;
}

const text: Widget = { widget: 'string' };
const lines: Widget = { widget: 'text' };
const list: Widget = { widget: 'list' };
/** Beijing time whatever the editor's computer thinks, and no offset in the file. */
const date: Widget = {
  widget: 'datetime',
  format: 'YYYY-MM-DD HH:mm',
  input_timezone: 'Asia/Shanghai',
  output_utc: false,
};
const choice = (options: readonly { label: string; value: string }[]): Widget => ({
  widget: 'select',
  options,
});

function composeWidgets({ channels, topics }: FormSettings): Record<ArticleField, Widget> {
  return {
    title: { ...text, required: true },
    date: { ...date, required: true, default: '{{now}}', hint: '北京时间；写将来的时间就到时发布' },
    channel: {
      ...choice(channels.map(({ name }) => ({ label: name, value: name }))),
      required: true,
    },
    summary: { ...lines, hint: '不写就取正文开头几句' },
    tags: list,
    byline: { ...list, hint: '可以有好几位' },
    editor: { ...list },
    source: { widget: 'object', collapsed: 'auto' },
    cover: { widget: 'object' },
    draft: { widget: 'boolean', default: true, hint: '写好后关掉，才会发布' },
    pinned: { widget: 'boolean', default: false, hint: '放在首页头条' },
    kind: {
      ...choice(ARTICLE_KINDS.map((value) => ({ value, label: KINDS[value] }))),
      required: true,
      default: 'news',
    },
    ai: {
      ...choice(AI_USES.map((value) => ({ value, label: AI[value] }))),
      required: true,
      default: 'none',
    },
    topics: {
      ...choice(topics.map(({ id, name }) => ({ label: name, value: id }))),
      multiple: true,
    },
    codes: list,
    related: { ...list, hint: '写那些稿件的编号' },
    updated: date,
    expires: date,
    corrections: { ...list, collapsed: true },
    withdrawn: { widget: 'object', collapsed: 'auto' },
    aliases: { ...list, hint: '以前的网址，以 / 开头' },
    id: { widget: 'uuid', readonly: true, hint: '永久的号码，不要改' },
  };
}

const KINDS = { news: '新闻', explainer: '解读', promotion: '推广', reprint: '转载' } as const;
const AI = { none: '无', assisted: '辅助', generated: '生成' } as const;

/** The parts of a field that has some: those of a person, a source, a correction. */
function withKeys(field: FormField, keys: Field['keys']): FormField {
  if (!keys) return field;
  const parts = Object.entries(keys).map(([name, { alias }]) => ({
    name,
    label: alias,
    required: REQUIRED.has(name),
    ...(PARTS[name] ?? text),
  }));
  return { ...field, fields: parts };
}

/** Names of parts without which the field says nothing. */
const REQUIRED: ReadonlySet<string> = new Set(['name', 'src', 'date', 'reason']);
const PARTS: Readonly<Record<string, Widget>> = { src: { widget: 'image' }, date, reason: lines };
