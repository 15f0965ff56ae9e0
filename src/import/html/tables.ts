import type { Element, Root } from 'hast';
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
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

function isMerged({ properties }: Element): boolean {
  return [properties.colSpan, properties.rowSpan].some((span) => Number(span ?? 1) > 1);
}
