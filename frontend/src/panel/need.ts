/** The only element of a kind, without which the page does not work. */
export function need<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no element "${selector}".`);
  return element;
}
