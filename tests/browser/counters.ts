import type { Page } from 'playwright-core';

/**
 * The texts that `::before` draws within the first element a selector matches, in document order, as
 * the browser laid them out: what counters have come to, which no property of the page tells. What is
 * not drawn is not among them.
 */
export async function readDrawnBefore(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const scope = await page.locator(selector).first().elementHandle();
  await scope?.evaluate((element) => element.setAttribute('data-read', ''));
  const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', {
    computedStyles: [],
  });
  await session.detach();
  const [document] = documents;
  if (!document) return [];
  const { nodes, layout } = document;
  const textOf = (index = -1) => strings[index] ?? '';
  const pseudoOf = new Map(
    nodes.pseudoType?.index.map((node, i) => [node, textOf(nodes.pseudoType?.value[i])]),
  );
  const isInside = (node: number): boolean => {
    for (let at = node; at >= 0; at = nodes.parentIndex?.[at] ?? -1) {
      const names = (nodes.attributes?.[at] ?? []).map(textOf);
      if (names.includes('data-read')) return true;
    }
    return false;
  };
  return layout.nodeIndex.flatMap((node, i) => {
    const text = textOf(layout.text[i]).trim();
    return text !== '' && pseudoOf.get(node) === 'before' && isInside(node) ? [text] : [];
  });
}
