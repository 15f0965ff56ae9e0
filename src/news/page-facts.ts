import { type Handler, Parser } from 'htmlparser2';

/** What checks need to know of a built page. */
export interface PageFacts {
  /** `href` of links and `src`/`href` of assets, each once, without those of other schemes. */
  hrefs: string[];
  ids: Set<string>;
  /** Id of the page's article, if it is an article's page. */
  articlePath: string | undefined;
  relatedBlocks: RelatedBlock[];
}

export interface RelatedBlock {
  items: { href: string; title: string; excerpt: string | undefined }[];
}

/** Reads a built page once, without building a tree. */
export function readPageFacts(html: string): PageFacts {
  const { handler, finish } = gatherPageFacts();
  new Parser(handler).end(html);
  return finish();
}

/** Gathers facts from a parser that others listen to as well. */
export function gatherPageFacts(): { handler: Partial<Handler>; finish(): PageFacts } {
  const hrefs = new Set<string>();
  const ids = new Set<string>();
  const relatedBlocks: RelatedBlock[] = [];
  let articlePath: string | undefined;
  let block: RelatedBlock | undefined;
  let item: RelatedBlock['items'][number] | undefined;
  let field: 'title' | 'excerpt' | undefined;
  const stack: { name: string; leaves?: 'block' | 'item' | 'field' }[] = [];
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      const { id, href, src } = attributes;
      if (id !== undefined) ids.add(id);
      for (const address of [href, src]) {
        if (address !== undefined && !/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(address)) {
          hrefs.add(address);
        }
      }
      if (attributes['data-article-path'] !== undefined) {
        articlePath = attributes['data-article-path'];
      }
      const entry: (typeof stack)[number] = { name };
      if (attributes['data-related'] !== undefined) {
        block = { items: [] };
        relatedBlocks.push(block);
        entry.leaves = 'block';
      } else if (block && name === 'li' && !item) {
        item = { href: '', title: '', excerpt: undefined };
        block.items.push(item);
        entry.leaves = 'item';
      } else if (item && name === 'a' && item.href === '') {
        item.href = href ?? '';
        field = 'title';
        entry.leaves = 'field';
      } else if (item && attributes['data-excerpt'] !== undefined) {
        item.excerpt = '';
        field = 'excerpt';
        entry.leaves = 'field';
      }
      stack.push(entry);
    },
    ontext(text) {
      if (item && field === 'title') item.title += text;
      if (item && field === 'excerpt') item.excerpt += text;
    },
    onclosetag() {
      const { leaves } = stack.pop() ?? {};
      if (leaves === 'block') block = undefined;
      if (leaves === 'item') item = undefined;
      if (leaves === 'field') field = undefined;
    },
  };
  return { handler, finish: () => ({ hrefs: [...hrefs], ids, articlePath, relatedBlocks }) };
}
