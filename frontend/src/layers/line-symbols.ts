import type { LayerStyle } from '../config';
import { partOf, type PartName } from '../look';

/** How a line is drawn: its parts from the bottom up. They are told apart by their patterns, not by colour alone. */
export interface LineSymbol {
  readonly casing: PartName;
  readonly body: PartName;
  /** The body of a line that is pointed at or open. */
  readonly strong: PartName;
  readonly core: PartName | null;
}

const ROUTE: LineSymbol = {
  casing: 'route-casing',
  body: 'route',
  strong: 'route-selected',
  core: 'route-core',
};
const PLAIN: LineSymbol = {
  casing: 'line-casing',
  body: 'line',
  strong: 'line-selected',
  core: null,
};

/** The symbols with words of their own in the legend, by the ends of those words' keys. */
export const LINE_SIGNS = {
  road: {
    casing: 'route-casing',
    body: 'line-road',
    strong: 'line-road-selected',
    core: 'line-road-core',
  },
  river: { ...PLAIN, body: 'line-river', strong: 'line-river-selected' },
  ferry: { ...PLAIN, body: 'line-ferry', strong: 'line-ferry-selected' },
  border: { ...PLAIN, body: 'line-border', strong: 'line-border-selected' },
  pipeline: {
    ...PLAIN,
    body: 'line-pipeline',
    strong: 'line-pipeline-selected',
    core: 'line-pipeline-core',
  },
} as const satisfies Readonly<Record<string, LineSymbol>>;

const SIGN_OF: Readonly<Record<string, keyof typeof LINE_SIGNS>> = {
  road: 'road',
  motorway: 'road',
  street: 'road',
  river: 'river',
  stream: 'river',
  canal: 'river',
  ravine: 'river',
  ferry: 'ferry',
  border: 'border',
  pipeline: 'pipeline',
};

/** The symbol of a line, by its kind or else by its layer's style: as on still maps (LineSymbol.java). */
export function lineSymbolOf(style: LayerStyle, kind: string): LineSymbol {
  const sign = SIGN_OF[kind];
  if (sign) return LINE_SIGNS[sign];
  return style === 'route' || kind === 'railway' ? ROUTE : PLAIN;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A piece of such a line for the legend, as long as three of its dashes, or the middle of it. */
export function lineSample({ body, core }: LineSymbol, width = 30): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', width < 30 ? 'symbol' : 'symbol symbol-sample');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', `${(30 - width) / 2} 0 ${width} 20`);
  for (const name of [body, core]) {
    if (!name) continue;
    const { stroke = 'tone', width = 1, dash = [] } = partOf(name);
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', 'M1 10h28');
    line.setAttribute('stroke', stroke === 'tone' ? 'currentColor' : `var(--${stroke})`);
    line.setAttribute('stroke-width', String(width));
    if (dash.length > 0) line.setAttribute('stroke-dasharray', dash.join(' '));
    svg.append(line);
  }
  return svg;
}
