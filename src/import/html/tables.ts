import type { Element, ElementContent, Root } from 'hast';
import { listElements } from '../../markdown/tree.ts';
import type { Notes } from '../notes.ts';

/**
 * A Markdown table has one row of headings and no cell over two: a table without headings takes its
 * first row for them, as most Word tables mean it; what is taken apart is counted.
 */
export function arrangeTables(root: Root, notes: Notes): void {
  for (const { element } of listElements(root)) {
    if (isCell(element) && isMerged(element)) notes.add('merged-cells');
    if (element.tagName !== 'table') continue;
    notes.add('tables');
    const inside = listElements({ type: 'root', children: [...element.children] });
    notes.add('inner-tables', inside.filter((one) => one.element.tagName === 'table').length);
    if (inside.some((one) => one.element.tagName === 'th')) continue;
    const first = inside.find((one) => one.element.tagName === 'tr')?.element;
    for (const cell of first?.children ?? []) {
      if (cell.type === 'element' && isCell(cell)) cell.tagName = 'th';
    }
  }
  for (const { element } of listElements(root)) {
    if (isCell(element)) element.children = flattenCell(element);
  }
}

/** Paragraphs, lists and tables in a cell as lines of it: a row of Markdown ends with its line. */
function flattenCell(cell: Element): ElementContent[] {
  const lines: ElementContent[][] = [[]];
  const begin = () => {
    if ((lines.at(-1)?.length ?? 0) > 0) lines.push([]);
  };
  const visit = (element: Element) => {
    for (const child of element.children) {
      if (child.type !== 'element') lines.at(-1)?.push(child);
      else if (child.tagName === 'br') begin();
      else if (!LINES.test(child.tagName) && !hasLines(child)) lines.at(-1)?.push(child);
      else {
        const isInRow = isCell(child);
        if (!isInRow) begin();
        else if ((lines.at(-1)?.length ?? 0) > 0) lines.at(-1)?.push({ type: 'text', value: ' ' });
        visit(child);
        if (!isInRow && LINES.test(child.tagName)) begin();
      }
    }
  };
  visit(cell);
  const shown = lines.filter(
    (line) => !line.every((one) => one.type === 'text' && !one.value.trim()),
  );
  return shown.flatMap((line, index): ElementContent[] =>
    index === 0
      ? line
      : [{ type: 'element', tagName: 'cell-break', properties: {}, children: [] }, ...line],
  );
}

const LINES =
  /^(?:p|div|section|article|h[1-6]|[uo]l|li|d[ldt]|blockquote|pre|figure|hr|br|table|t(?:head|body|foot|r|d|h)|caption)$/;

function hasLines({ children }: Element): boolean {
  return children.some(
    (child) => child.type === 'element' && (LINES.test(child.tagName) || hasLines(child)),
  );
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

function isMerged({ properties }: Element): boolean {
  return [properties.colSpan, properties.rowSpan].some((span) => Number(span ?? 1) > 1);
}
