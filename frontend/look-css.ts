import { readFileSync } from 'node:fs';
import type { Plugin } from 'postcss';

const FILE = new URL('../src/main/resources/look.json', import.meta.url);

interface Part {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  readonly width?: number;
  readonly dash?: readonly number[];
}

interface Label {
  readonly weight: number;
  readonly italic?: boolean;
  readonly colour: string;
}

interface Look {
  readonly colours: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
  readonly relief: Readonly<Record<'light' | 'dark', string>>;
  readonly parts: Readonly<Record<string, Part>>;
  readonly labels: Readonly<Record<string, Label>>;
}

/** A CSS declaration: property and value. */
type Declaration = readonly [string, string];

/**
 * A PostCSS plugin that inserts the values of look.json into style sheets: `@look-colours;` all colours as custom
 * properties, for light and dark; `@look part;` how a part of a symbol is painted, its widths in pixels; `@look-paint
 * part;` the same without widths and dashes, which a drawing may define itself; `@look-label style;` colour, weight and
 * slant of a kind of name; `@look-relief theme;` the filter of the relief. A symbol's own colour is its text colour;
 * fills that are paint servers (`soft`, `hatch`) are left to the style sheet.
 */
export function lookCss(): Plugin {
  const look = JSON.parse(readFileSync(FILE, 'utf8')) as Look;
  const written: Readonly<Record<string, (name: string) => readonly Declaration[]>> = {
    'look-colours': () =>
      Object.entries(look.colours.light).map(([name, light]) => [
        `--${name}`,
        `light-dark(${light}, ${look.colours.dark[name] ?? light})`,
      ]),
    look: (name) => [...paint(known(look.parts, name), 1), ...lines(known(look.parts, name))],
    'look-paint': (name) => paint(known(look.parts, name)),
    'look-label': (name) => {
      const { weight, italic, colour } = known(look.labels, name);
      return [
        ['fill', `var(--${colour})`],
        ...some('font-weight', weight === 400 ? undefined : weight),
        ...some('font-style', italic ? 'italic' : undefined),
      ];
    },
    'look-relief': (name) => [['filter', known(look.relief, name)]],
  };
  return {
    postcssPlugin: 'look-css',
    AtRule: (rule) => {
      if (!/^look(-|$)/.test(rule.name)) return;
      const declarations = known(written, rule.name)(rule.params);
      const { source } = rule;
      rule.replaceWith(
        ...declarations.map(([prop, value]) => ({ prop, value, ...(source && { source }) })),
      );
    },
  };
}

/**
 * @param opacity the opacity of a stroke that states none: 1 where the style may override another's; by default, none
 *                is written
 */
function paint(part: Part, opacity?: number): Declaration[] {
  const { fill, fillOpacity, stroke, strokeOpacity = opacity } = part;
  return [
    ...some('fill', fill && !isServer(fill) ? colour(fill) : undefined),
    ...some('fill-opacity', fillOpacity),
    ...some('stroke', stroke && colour(stroke)),
    ...some('stroke-opacity', stroke ? strokeOpacity : undefined),
  ];
}

function lines({ stroke, width = 1, dash }: Part): Declaration[] {
  if (!stroke) return [];
  return [
    ['stroke-width', `${width}px`],
    ['stroke-dasharray', dash ? dash.join(' ') : 'none'],
  ];
}

function some(property: string, value: string | number | undefined): Declaration[] {
  return value === undefined ? [] : [[property, String(value)]];
}

function isServer(fill: string): boolean {
  return fill === 'soft' || fill === 'hatch';
}

function colour(name: string): string {
  return name === 'tone' || name === 'party' ? 'currentcolor' : `var(--${name})`;
}

function known<T>(group: Readonly<Record<string, T>>, name: string): T {
  const value = group[name];
  if (value === undefined) throw new Error(`look.json has no "${name}".`);
  return value;
}
