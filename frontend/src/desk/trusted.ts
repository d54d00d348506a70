/** Drawings of symbols: elements of SVG with plain attributes, no text, no script, no handlers, no links. */
const DRAWING =
  /^(?:<\/?(?:svg|g|circle|path|line|radialGradient|pattern|stop)(?: (?!on|href|style)[a-zA-Z][\w-]*="[^"<>]*")*\/?>)*$/;

/** Whether a string of markup draws a symbol and nothing else. */
export function isDrawing(markup: string): boolean {
  return DRAWING.test(markup);
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (markup: string) => string }): unknown;
}

/**
 * Lets the map's symbols through where the page's policy asks for trusted types: the modules that draw them write
 * markup. All other markup is refused, so that no words of a report can become HTML.
 */
export function allowDrawings(): void {
  const factory = (window as unknown as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML: (markup) => {
      if (isDrawing(markup)) return markup;
      throw new TypeError('got markup, expected the drawing of a symbol');
    },
  });
}
