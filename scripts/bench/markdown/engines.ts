import { micromark } from 'micromark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { markdownToHtml } from 'satteri';
import { features } from '../../../src/markdown/features.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

/** Markdown to HTML, by one program. */
export interface Engine {
  name: string;
  render(source: string): string | Promise<string>;
}

/** Sätteri as Astro ships it, with our switches and nothing around it. */
export const plain: Engine = {
  name: 'Sätteri',
  render: (source) => markdownToHtml(source, { features }).html,
};

export const ours: Engine = {
  name: 'ours',
  render: async (source) => (await renderMarkdown(source)).html,
};

const extensions = [
  gfm({ singleTilde: false }),
  cjkFriendlyExtension(),
  gfmStrikethroughCjkFriendly({ singleTilde: false }),
];

/** Another parser, with the amendment for Chinese by its own author: a judge that shares no code. */
export const reference: Engine = {
  name: 'micromark',
  render: (source) =>
    micromark(source, { allowDangerousHtml: true, extensions, htmlExtensions: [gfmHtml()] }),
};

export const ENGINES: readonly Engine[] = [plain, ours, reference];
