/** The kinds of names on the map. */
export type LabelStyleName =
  | 'incident'
  | 'place'
  | 'area'
  | 'line'
  | 'station'
  | 'country'
  | 'province'
  | 'sea'
  | 'capital'
  | 'town';

/** How a name is written. Colours are names of CSS properties, so that themes need no script. */
export interface LabelStyle {
  readonly font: string;
  readonly size: number;
  /** Between letters, in pixels. */
  readonly spacing: number;
  readonly colour: string;
  readonly badge: string;
  readonly halo: number;
}

interface Recipe {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly italic?: boolean;
  readonly spacing?: number;
}

const RECIPES: Readonly<Record<LabelStyleName, Recipe>> = {
  incident: { size: 13.5, weight: 700, colour: '--map-incident' },
  place: { size: 13, weight: 600, colour: '--map-ink' },
  area: { size: 12, weight: 600, colour: '--map-area-ink', italic: true },
  line: { size: 12, weight: 600, colour: '--map-route', italic: true },
  station: { size: 11, weight: 400, colour: '--map-ink-2' },
  country: { size: 12.5, weight: 600, colour: '--map-country', spacing: 2.5 },
  province: { size: 10.5, weight: 500, colour: '--map-ink-3', spacing: 1.2 },
  sea: { size: 12.5, weight: 400, colour: '--map-sea-ink', italic: true, spacing: 1 },
  capital: { size: 12, weight: 600, colour: '--map-ink-2' },
  town: { size: 11, weight: 400, colour: '--map-ink-2' },
};

/** The style of a kind of name. Nastaliq is written larger, upright and without spacing. */
export function styleOf(
  name: LabelStyleName,
  urdu: boolean,
  strong: boolean,
  css: CSSStyleDeclaration,
): LabelStyle {
  const recipe = RECIPES[name];
  const size = urdu ? recipe.size + 1.5 : recipe.size + (strong ? 1 : 0);
  const family = css.getPropertyValue(urdu ? '--nastaliq' : '--sans').trim();
  const italic = recipe.italic && !urdu ? 'italic ' : '';
  const weight = urdu ? (recipe.weight >= 600 ? 700 : 400) : strong ? 700 : recipe.weight;
  return {
    font: `${italic}${weight} ${size}px ${family}`,
    size,
    spacing: urdu ? 0 : (recipe.spacing ?? 0),
    colour: strong ? '--map-incident' : recipe.colour,
    badge: name === 'incident' || strong ? '--map-incident' : '--map-badge',
    halo: name === 'country' || name === 'province' ? 3 : 3.5,
  };
}
