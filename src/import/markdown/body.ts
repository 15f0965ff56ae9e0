import { type MdastNode, markdownToMdast } from 'satteri';
import { features } from '../../markdown/features.ts';
import type { Notes } from '../notes.ts';
import type { PictureCollection } from '../pictures.ts';
import { arrangeHeadings } from './headings.ts';
import { convertHtml } from './html.ts';
import { applyEdits, type Edit, nodesOf, sliceOf } from './nodes.ts';

export interface MarkdownPlaces {
  /** Of the article: a heading that repeats it goes. */
  title: string;
  pictures: PictureCollection;
  /** What a link of the source becomes. */
  resolveLink: (href: string) => string;
  /** Whether a line end inside a paragraph was shown as one, as Hexo's renderer does. */
  hasHardBreaks: boolean;
}

/**
 * Another system's Markdown as ours: pictures beside the article, links that lead somewhere, headings
 * from the second level. What need not change stays as its author wrote it, byte for byte.
 */
export async function convertMarkdown(
  source: string,
  places: MarkdownPlaces,
  notes: Notes,
): Promise<string> {
  const text = source.replace(/^\s*\n/, '').trimEnd();
  const tree = markdownToMdast(text, { features });
  const edits: Edit[] = [];
  for (const { node, parent } of nodesOf(tree)) {
    const edit = await convertNode(node, parent, text, places, notes);
    if (edit) edits.push(edit);
    else if (node.type === 'text' && places.hasHardBreaks) edits.push(...breakLines(node, text));
    if (node.type === 'table') notes.add('tables');
    if (node.type === 'footnoteDefinition') notes.add('footnotes');
  }
  edits.push(...arrangeHeadings(tree, text, places.title, notes));
  const result = applyEdits(text, edits)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return result === '' ? '' : `${result}\n`;
}

async function convertNode(
  node: MdastNode,
  parent: MdastNode,
  text: string,
  places: MarkdownPlaces,
  notes: Notes,
): Promise<Edit | undefined> {
  switch (node.type) {
    case 'image':
      return convertImage(node, parent, text, places);
    case 'link':
    case 'definition':
      return convertLink(node, text, places);
    case 'html': {
      const { start, end, slice } = sliceOf(node, text);
      const isBlock = parent.type !== 'paragraph' && !/^(?:heading|tableCell)$/.test(parent.type);
      const html = await convertHtml(slice, isBlock, places, notes);
      return html === slice ? undefined : { start, end, text: html };
    }
    default:
      return undefined;
  }
}

async function convertImage(
  node: MdastNode & { type: 'image' },
  parent: MdastNode,
  text: string,
  { pictures }: MarkdownPlaces,
): Promise<Edit> {
  const { start, end, slice } = sliceOf(node, text);
  const label = /^!\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]/s.exec(slice)?.[1] ?? '';
  const found = await pictures.take([node.url]);
  if (!found) return { start, end, text: label };
  if ('file' in found) {
    return { start, end, text: `![${label}](${found.file}${titleOf(node.title)})` };
  }
  const words = label === '' ? '查看图片' : `图片：${label}`;
  return {
    start,
    end,
    text: parent.type === 'link' ? words : `[${words}](${target(found.remote)})`,
  };
}

function convertLink(
  node: MdastNode & { type: 'link' | 'definition' },
  text: string,
  { resolveLink }: MarkdownPlaces,
): Edit | undefined {
  const { start, end, slice } = sliceOf(node, text);
  const url = resolveLink(node.url);
  if (url === node.url || slice.startsWith('<')) return undefined;
  if (node.type === 'definition') {
    const label = /^\[(?:[^\]\\]|\\.)*\]:/s.exec(slice)?.[0];
    return label === undefined
      ? undefined
      : { start, end, text: `${label} ${target(url)}${titleOf(node.title)}` };
  }
  const inside = node.children.at(-1)?.position?.end.offset ?? start + 1;
  return { start: inside, end, text: `](${target(url)}${titleOf(node.title)})` };
}

function titleOf(title: string | null | undefined): string {
  return title ? ` "${title.replaceAll('"', '\\"')}"` : '';
}

function target(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent)}>` : url;
}

/** A backslash keeps a line end that readers saw. */
function breakLines(node: MdastNode, text: string): Edit[] {
  const { start, slice } = sliceOf(node, text);
  return [...slice.matchAll(/[ \t]*\n/g)].map((found) => {
    const from = start + found.index;
    return { start: from, end: from + found[0].length, text: '\\\n' };
  });
}
