/**
 * The first element below `root` that the selector names.
 * @throws when the page has none: component and script disagree
 */
export function findPart<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}
