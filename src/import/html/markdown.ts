import type { Element, Root } from 'hast';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type {
  Delete,
  Emphasis,
  Nodes,
  Parents,
  PhrasingContent,
  RootContent,
  Strong,
  Text,
} from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown, type Handle as WritingHandle } from 'mdast-util-to-markdown';

/** The tree as Markdown in Ballast's style, with a line end at the end; '' for a tree of nothing. */
export function writeMarkdown(root: Root): string {
  const tree = toMdast(root, { handlers: HANDLERS, newlines: false });
  joinMarked(tree as Parents);
  linkAddresses(tree as Parents);
  return toMarkdown(tree, OPTIONS).replace(/^\n+/, '');
}

const HANDLERS: Readonly<Record<string, Handle>> = {
  sup: keepElement,
  sub: keepElement,
  // A cell of a table is one line of Markdown.
  'cell-break': () => ({ type: 'html', value: '<br>' }),
  'footnote-reference': (_, { properties }: Element) => {
    const label = String(properties.label);
    return { type: 'footnoteReference', identifier: label, label };
  },
  'footnote-definition': (state: State, element: Element) => {
    const label = String(element.properties.label);
    const children = state.toFlow(state.all(element)) as never[];
    return { type: 'footnoteDefinition', identifier: label, label, children };
  },
};

/** Markdown has no raised or lowered text, and 10<sup>8</sup> is not 108. */
function keepElement(state: State, element: Element): RootContent[] {
  const inside = state.all(element) as RootContent[];
  const { tagName } = element;
  return [
    { type: 'html', value: `<${tagName}>` },
    ...inside,
    { type: 'html', value: `</${tagName}>` },
  ];
}

/**
 * Bold and italics keep their marks as they are beside Chinese punctuation: the library would write
 * the neighbours as entities (`重要&#xFF1A;`), which CommonMark needs and Ballast's renderer does not.
 * @see https://github.com/syntax-tree/mdast-util-to-markdown/issues/12
 */
function wrapIn(mark: string): WritingHandle {
  return (node, _parent, state, info) => {
    const inside = state.containerPhrasing(node, {
      ...info,
      before: mark,
      after: mark.charAt(0),
    });
    return inside.trim() === '' ? inside : mark + inside + mark;
  };
}

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  handlers: { strong: wrapIn('**'), emphasis: wrapIn('*'), delete: wrapIn('~~') },
  unsafe: [{ character: '~', before: '~', inConstruct: 'phrasing' }],
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
};

/**
 * Bold inside bold is bold, and two bold words side by side are one: pages and Word cut words into
 * pieces of the same style, and `**宣布****降准**` shows its stars.
 */
function joinMarked(node: Parents, around: ReadonlySet<string> = new Set()): void {
  const children: Nodes[] = [];
  for (const child of node.children as readonly Nodes[]) {
    const isInside = isMarked(child) && around.has(child.type);
    for (const one of isInside ? child.children : [child]) {
      const before = children.at(-1);
      if (before && isMarked(before) && before.type === one.type && isMarked(one)) {
        before.children = [...before.children, ...one.children];
      } else children.push(one);
    }
  }
  node.children = children as typeof node.children;
  for (const child of children) {
    if (!('children' in child)) continue;
    joinMarked(child, isMarked(child) ? new Set([...around, child.type]) : around);
  }
}

function isMarked(node: Nodes): node is Strong | Emphasis | Delete {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

/** Addresses that stand in the text become links, since escapes inside one would change it. */
function linkAddresses(node: Parents): void {
  if (node.type === 'link') return;
  const children: readonly Nodes[] = node.children;
  const linked = children.flatMap((child): Nodes[] =>
    child.type === 'text' ? splitText(child) : [child],
  );
  node.children = linked as typeof node.children;
  for (const child of linked) if ('children' in child) linkAddresses(child);
}

const ADDRESS = /https?:\/\/[\w\-.~:/?#@!$&'*+,;=%]*[\w/#=&]/gi;

function splitText({ value }: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const found of value.matchAll(ADDRESS)) {
    if (!URL.canParse(found[0])) continue;
    parts.push({ type: 'text', value: value.slice(from, found.index) });
    parts.push({ type: 'link', url: found[0], children: [{ type: 'text', value: found[0] }] });
    from = found.index + found[0].length;
  }
  parts.push({ type: 'text', value: value.slice(from) });
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}
