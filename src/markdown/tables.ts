import type { Element, Text } from 'hast';
import { become, isElement, textOf } from './tree.ts';

/**
 * Makes a table readable on a narrow screen and by ear, in place: a labelled region that scrolls,
 * header cells with a scope, columns of figures and alignment as classes (a `style` attribute would
 * need a hole in the content security policy).
 */
export function finishTable(table: Element, label: string): void {
  const rows = listRows(table);
  const figures = findFigureColumns(rows);
  for (const { cells, isHead } of rows) {
    for (const [column, cell] of cells.entries()) {
      // An empty header names nothing.
      if (cell.tagName === 'th' && cell.children.length === 0) cell.tagName = 'td';
      if (cell.tagName === 'th') cell.properties.scope ??= isHead ? 'col' : 'row';
      const classes = [alignmentOf(cell), figures.has(column) ? 'num' : ''].filter(Boolean);
      delete cell.properties.align;
      if (classes.length > 0) cell.properties.className = classes;
    }
  }
  const inner: Element = { ...table };
  const region = { className: ['scroller'], role: 'region', tabIndex: 0, ariaLabel: label };
  become(table, 'div', region, [inner]);
}

/** Caption of a table, or an empty text. */
export function captionOf(table: Element): string {
  const caption = table.children.find((child) => isElement(child, 'caption'));
  return caption ? textOf(caption).replace(/\s+/g, ' ').trim() : '';
}

/** GFM writes alignment as a style, which sanitising removes: keep it as the attribute meanwhile. */
export function keepAlignment(cell: Element): void {
  const side = /text-align:\s*(left|center|right)/.exec(String(cell.properties.style ?? ''))?.[1];
  if (side !== undefined) cell.properties.align = side;
  delete cell.properties.style;
}

const CLASSES: Record<string, string> = {
  left: 'align-start',
  center: 'align-center',
  right: 'align-end',
};

function alignmentOf({ properties }: Element): string {
  return CLASSES[String(properties.align ?? '').toLowerCase()] ?? '';
}

interface Row {
  cells: Element[];
  isHead: boolean;
}

function listRows(table: Element): Row[] {
  const rowsOf = (parent: Element, isHead: boolean): Row[] =>
    parent.children.flatMap((child) => {
      if (isElement(child, 'thead', 'tbody', 'tfoot'))
        return rowsOf(child, child.tagName === 'thead');
      if (!isElement(child, 'tr')) return [];
      const cells = child.children.filter((cell): cell is Element => isElement(cell, 'td', 'th'));
      return [
        { cells, isHead: isHead || (cells.length > 1 && cells.every((c) => c.tagName === 'th')) },
      ];
    });
  return rowsOf(table, false);
}

const UNIT =
  '(?:%|％|‰|℃|个?百分点|个?基点|bp|BP|倍|元|美元|[千百十]?[万亿]亿?元?|个月|年|月|天|期|克|吨)?';
const NUMBER = `\\d[\\d,，.]*\\s*${UNIT}`;
/** A figure as finance writes it: arrow, sign, currency, grouping, unit, range. */
const FIGURE = new RegExp(
  `^[▲▼↑↓]?\\s*[+＋\\-−–±]?\\s*[¥￥$€]?\\s*${NUMBER}(?:\\s*[~～\\-–—至]\\s*${NUMBER})?$`,
);
const NOTHING = /^(?:[-—–－/]{0,2}|…|不适用|无|N\/A)$/;

const EMPTY: Text = { type: 'text', value: '' };

/** Columns whose body cells are all figures or blank; none where cells span. */
function findFigureColumns(rows: readonly Row[]): Set<number> {
  const body = rows.filter(({ isHead }) => !isHead);
  const spans = rows.some(({ cells }) =>
    cells.some(
      ({ properties }) => properties.colSpan !== undefined || properties.rowSpan !== undefined,
    ),
  );
  const found = new Set<number>();
  if (spans) return found;
  const width = Math.max(0, ...body.slice(0, 1000).map(({ cells }) => cells.length));
  for (let column = 0; column < width; column++) {
    const texts = body.map(({ cells }) => textOf(cells[column] ?? EMPTY).trim());
    const isColumn = texts.every((text) => FIGURE.test(text) || NOTHING.test(text));
    if (isColumn && texts.some((text) => FIGURE.test(text))) found.add(column);
  }
  return found;
}
