import { AROUND, type Side } from '../map/label-placement';
import type { Label } from '../map/labels';
import { labelType, priorities, quotes, sizes, zooms, type LabelStyleName } from '../look';
import type { BasemapLabel } from '../map/basemap-paths';
import { isStation, type Place } from './place';

/** How a place is drawn at the present zoom. */
export interface LabelState {
  readonly zoom: number;
  readonly selected: boolean;
  /** Half the size of its symbol, in pixels. */
  readonly symbol: number;
  /** The radius of its true circle, in pixels. */
  readonly circle: number;
  /** The width of its bounds, in pixels. */
  readonly extent: number;
  /** The width of the map, in pixels. */
  readonly frame: number;
  /** Where the basemap writes the same name, which is the better position; null if it does not. */
  readonly at: { readonly lon: number; readonly lat: number } | null;
}

const CENTERED: readonly Side[] = ['center', 'bottom', 'top', 'end', 'start'];

/** Diagonal sides first: whatever the direction of a line, two of them are clear of it. */
const BESIDE: readonly Side[] = [
  'top-start',
  'bottom-end',
  'top-end',
  'bottom-start',
  'top',
  'bottom',
];

/** The labels of a place; empty if its name is not written at this zoom. */
export function labelsOf(place: Place, state: LabelState): Label[] {
  if (!place.anchor) return [];
  const strong = state.selected;
  const style = styleFor(place);
  const symbolless = place.areal || style === 'line';
  // Leave out a name that is wider than its area, or whose area extends far beyond the map.
  const fits =
    !symbolless ||
    (state.extent > place.name.length * 7 && (!place.areal || state.extent < state.frame * 3));
  const named =
    strong || (fits && (!symbolless || place.count > 0) && stationNamed(place, state.zoom));
  const label: Label = {
    id: place.id,
    feature: place.id,
    text: named ? textOf(place, style) : '',
    ...(state.at ?? place.anchor),
    style,
    priority: priorityOf(place, style) - (strong ? 1000 : 0),
    sides: sidesOf(place, style, state.circle),
    gap:
      (state.circle > sizes['true-circle'] && state.circle <= 60
        ? state.circle
        : Math.max(state.symbol, 4)) + (strong ? 8 : 4),
    symbol: state.symbol,
    dot: 0,
    count: place.count,
    // An area's name replaces the same name of the basemap, wherever that is.
    repeat: symbolless ? Infinity : isStation(place) ? 90 : 0,
    covers: strong ? 2 : place.count > 0 ? 1 : 0,
    strong,
  };
  return style === 'line' ? alternatives(label, place) : [label];
}

/** Alternative positions along a line; the first with enough room is used. */
function alternatives(label: Label, place: Place): Label[] {
  const { geometry } = place.feature;
  if (geometry?.type !== 'LineString') return [label];
  const line = geometry.coordinates;
  const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.5];
  return spots.map((share, index) => {
    const [lon = 0, lat = 0] = line[Math.floor((line.length - 1) * share)] ?? [];
    const last = index === spots.length - 1;
    return {
      ...label,
      id: `${label.id}~${index}`,
      lon,
      lat,
      priority: label.priority + index / 100,
      covers: last ? label.covers : 0,
    };
  });
}

type BasemapStyle = 'country' | 'province' | 'sea' | 'capital' | 'town';

/** The label for a name of the basemap. */
export function basemapLabel(label: BasemapLabel, index: number): Label {
  const style = BASEMAP_STYLES[label.kind] ?? 'town';
  const areal = style === 'country' || style === 'province' || style === 'sea';
  return {
    id: `basemap-${index}`,
    feature: null,
    text: labelType(style).upper ? capitals(label.name) : label.name,
    lon: label.lon,
    lat: label.lat,
    style,
    priority: priorities[style] + label.rank,
    sides: areal ? ['center', 'bottom', 'top', 'end', 'start'] : AROUND,
    gap: areal ? 10 : 5,
    symbol: 0,
    dot: areal ? 0 : sizes.town,
    count: 0,
    repeat: areal ? Infinity : 240,
    covers: areal ? 1 : 0,
    strong: false,
  };
}

const BASEMAP_STYLES: Readonly<Record<string, BasemapStyle>> = {
  country: 'country',
  province: 'province',
  sea: 'sea',
  capital: 'capital',
  city: 'town',
  town: 'town',
};

function sidesOf(place: Place, style: LabelStyleName, circle: number): readonly Side[] {
  if (style === 'line') return BESIDE;
  if (place.areal) return CENTERED;
  return circle > 60 ? ['center', ...AROUND] : AROUND;
}

/** The styles of areas that the basemap names too, so that both look alike. */
const AREA_STYLES: Readonly<Record<string, LabelStyleName>> = {
  country: 'country',
  province: 'province',
  sea: 'sea',
};

/** The text of a label. Names of stations are shortened, because they are shown on a railway. */
function textOf(place: Place, style: LabelStyleName): string {
  if (labelType(style).upper) return capitals(place.name);
  if (!isStation(place)) return place.name;
  return place.name.replace(/ railway station$/i, '').replace(/ ریلوے اسٹیشن$/, '');
}

function capitals(name: string): string {
  return /^\p{Script=Latin}/u.test(name) ? name.toUpperCase() : name;
}

function styleFor(place: Place): LabelStyleName {
  if (place.areal) return AREA_STYLES[place.kind] ?? 'area';
  if (place.location === 'line' || place.location === 'between') {
    return place.layer.style === 'incident' ? 'incident' : 'line';
  }
  if (place.layer.style === 'incident') return 'incident';
  return isStation(place) && place.count === 0 ? 'station' : 'place';
}

function priorityOf(place: Place, style: LabelStyleName): number {
  const told = -Math.min(place.count, quotes.most) * quotes.weight;
  if (style === 'place') return priorities[place.count > 0 ? 'place' : 'place-unquoted'] + told;
  if (style === 'incident' || style === 'line') return priorities[style] + told;
  if (place.areal) return priorities.area + told;
  return priorities[place.kind === 'stop' ? 'stop' : 'station'];
}

/**
 * Whether a station is named at a zoom: a little later than its symbol appears, when there is more
 * room.
 */
function stationNamed(place: Place, zoom: number): boolean {
  return (
    !isStation(place) ||
    place.count > 0 ||
    zoom >= (place.kind === 'stop' ? zooms.stops : zooms.stations)
  );
}
