import { satteri } from '@astrojs/markdown-satteri';
import type { Root } from 'hast';
import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';
import { finishBody } from './body-tree.ts';
import { cleanSource, markChinese, unmarkChinese, unmarkText } from './chinese-marks.ts';
import { features } from './features.ts';
import { prepareTree, shortenAddresses } from './parsed-tree.ts';
import { renderMarkdown } from './render.ts';

type Processor = ReturnType<typeof satteri>;

/**
 * Sätteri for `markdown.processor` of Astro's configuration: plain Markdown by `renderMarkdown`, MDX
 * by Astro's own renderer with what can be shared: Chinese marks, line ends, headings, tables,
 * figures, links. MDX is not sanitised: it is code. `base` as in `renderMarkdown`.
 */
export function createProcessor({ base = '/' }: { base?: string } = {}): Processor {
  const inner = satteri({
    mdastPlugins: [addressPlugin()],
    hastPlugins: [finishPlugin(base)],
    features,
  });
  return {
    ...inner,
    async createRenderer() {
      return {
        async render(content, options) {
          const { html, imagePaths, headings } = await renderMarkdown(content, { base });
          const frontmatter = options?.frontmatter ?? {};
          const images = { localImagePaths: imagePaths, remoteImagePaths: [] };
          return { code: html, metadata: { ...images, headings, frontmatter } };
        },
      };
    },
    async createMdxRenderer(shared, mdx) {
      const renderer = await inner.createMdxRenderer?.(shared, mdx);
      if (!renderer) throw new Error('@astrojs/markdown-satteri has no MDX renderer');
      return {
        ...renderer,
        async process(content, ...rest) {
          const result = await renderer.process(markChinese(cleanSource(content), 'mdx'), ...rest);
          return { ...result, code: unmarkText(result.code) };
        },
      };
    },
  };
}

/** Astro decodes images' addresses without a guard: a `%` that stands for itself stops its build. */
function addressPlugin(): MdastPluginDefinition {
  return {
    name: 'readable-addresses',
    image(node, context) {
      const url = unmarkChinese(node.url);
      const readable = isDecodable(url) ? url : url.replaceAll('%', '%25');
      if (readable !== node.url) context.setProperty(node, 'url', readable);
    },
  };
}

function isDecodable(address: string): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}

function finishPlugin(base: string): HastPluginDefinition {
  return {
    name: 'finish-body',
    before(root, context) {
      const tree = copyTree(root as Root);
      shortenAddresses(tree);
      prepareTree(tree, true);
      finishBody(tree, {
        format: 'mdx',
        base,
      });
      context.replaceNode(root, tree);
    },
  };
}

/** The tree that a plugin is shown is a view of the parser's memory. */
function copyTree<Node extends object>(node: Node): Node {
  const copy = { ...node };
  if ('properties' in copy) copy.properties = { ...(copy.properties as object) };
  if ('children' in copy) copy.children = (copy.children as object[]).map(copyTree);
  return copy;
}
