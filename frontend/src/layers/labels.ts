import type { Position } from 'geojson';
import { isInside, spotsInside, stopsAlong, visibleArea, type VisibleArea } from '../geo/visible';
import type { XY } from '../geo/mercator';
import {
  along,
  labelType,
  near,
  placing,
  priorities,
  quotes,
  repeat,
  sizes,
  zooms,
  type LabelStyleName,
} from '../look';
import type { BasemapLabel } from '../map/basemap-paths';
import { candidatesAround, type Candidate } from '../map/label-placement';
import { isArabicScript } from '../map/label-styles';
import type { Label, LabelLine, Sheet } from '../map/label';
import { AROUND, AROUND_MIRRORED, BESIDE, type Side } from '../map/sides';
import { isStation, type Place } from './place';

/** How a place is drawn at the present zoom. */
export interface LabelState {
  readonly zoom: number;
  readonly selected: boolean;
  /** Half the size of its symbol, in pixels. */
  readonly symbol: number;
  /** The radius of its circle or disc, in pixels. */
  readonly circle: number;
  /** The longer side of its bounds, in pixels. */
  readonly extent: number;
  /** The number of quotes as written. */
  readonly count: string;
  /** Where the basemap writes the same name, which is the better position; null if it does not. */
  readonly named: readonly { readonly lon: number; readonly lat: number }[];
}

/** The lines of a place that names keep clear of. */
export function clearOf({ location, feature: { geometry } }: Place): LabelLine[] {
  const half = placing['line-room'];
  // A bracket leaves its line to others.
  if (location === 'between') return [];
  if (geometry?.type === 'LineString') return [{ positions: geometry.coordinates, half }];
  if (geometry?.type !== 'MultiLineString') return [];
  return geometry.coordinates.map((positions) => ({ positions, half }));
}

/** The label of a place; none if its location is unknown. */
export function labelOf(place: Place, state: LabelState): Label[] {
  if (!place.anchor) return [];
  const { selected, circle, symbol } = state;
  const style = styleFor(place);
  const dot = isDot(place) && !selected;
  const wide = place.areal || isLinear(place);
  const disc = !wide && place.location === 'radius';
  const shown = !dot || state.zoom >= zooms[place.kind === 'stop' ? 'stop-names' : 'station-names'];
  const named = shown && (!wide || selected || place.count > 0);
  return [
    {
      id: place.id,
      feature: place.id,
      text: named ? written(place.label, style) : '',
      ...place.anchor,
      style,
      priority: priorityOf(place, style) - (selected ? 1000 : 0),
      extent: state.extent,
      fits: wide && !selected,
      candidates: (sheet) => candidatesOf(place, state, sheet),
      symbol: wide || dot ? 0 : disc ? roomOnDisc(circle) : symbol + placing['symbol-room'],
      disc: disc ? circle : 0,
      dot: dot ? placing['dot-room'] : 0,
      dotted: dot,
      count: place.count > 0 ? state.count : '',
      repeat: wide ? repeat.wide : dot ? repeat.station : 0,
      // What the map is about is named in any case; the other names would hide what the lines tell.
      covers: selected ? 'symbols' : style === 'incident' || style === 'line' ? 'lines' : 'nothing',
      strong: selected,
    },
  ];
}

type BasemapStyle = 'country' | 'province' | 'sea' | 'capital' | 'town';

/** The label for a name of the basemap. */
export function basemapLabel(label: BasemapLabel, index: number): Label {
  const style = BASEMAP_STYLES[label.kind] ?? 'town';
  const town = style === 'capital' || style === 'town';
  return {
    id: `basemap-${index}`,
    feature: null,
    text: written(label.name, style),
    lon: label.lon,
    lat: label.lat,
    style,
    priority: priorities[style] + label.rank,
    extent: 0,
    fits: false,
    candidates: (sheet) => {
      const at = sheet.at(label.lon, label.lat);
      if (town) return candidatesAround(at, placing['town-gap'], sidesFor(label.name));
      // Within what it names, which is not much larger than its name where that is first written.
      return nearTo(at, placing.stray * 2 ** (sheet.zoom - label.minZoom));
    },
    symbol: 0,
    disc: 0,
    dot: town ? placing['town-room'] : 0,
    dotted: false,
    count: '',
    repeat: town ? repeat.town : repeat.wide,
    covers: town ? 'nothing' : 'lines',
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

/** The possible positions of a place's name, best first. */
function* candidatesOf(place: Place, state: LabelState, sheet: Sheet): Generator<Candidate> {
  if (!place.anchor) return;
  const at = sheet.at(place.anchor.lon, place.anchor.lat);
  const air = placing['symbol-air'] + (state.selected ? placing['selected-air'] : 0);
  const sides = sidesFor(place.label);
  if (place.areal) {
    const area = areaOf(place, sheet);
    if (area.around && !state.selected) return;
    for (const { lon, lat } of state.named) {
      const there = sheet.at(lon, lat);
      if (isInside(there, area.rings)) yield* nearTo(there);
    }
    if (place.location === 'radius') yield* candidatesAround(at, 0, ['centre', 'above', 'below']);
    else for (const spot of spotsOf(place, sheet)) yield { ...spot, gap: 0, side: 'centre' };
  } else if (isLinear(place)) {
    for (const stop of stopsAlong(linesOf(place, sheet), sheet.frame, along)) {
      yield* candidatesAround(stop, sizes.bracket + placing['symbol-air'], BESIDE);
    }
  } else if (place.location === 'radius') {
    const gap =
      state.circle > sizes['named-beside']
        ? placing['core-room'] + placing['symbol-air']
        : state.circle + air;
    yield* candidatesAround(at, gap, sides);
  } else {
    yield* candidatesAround(at, state.symbol + air, sides);
    // Also try farther away, because another symbol may be at the same spot.
    yield* candidatesAround(at, state.symbol + air + placing.farther, sides);
  }
}

function sidesFor(text: string): readonly Side[] {
  return isArabicScript(text) ? AROUND_MIRRORED : AROUND;
}

/** Positions at which a wide feature may still be named, best first: a little up, down or sideways, no farther than a reach. */
function nearTo({ x, y }: XY, reach = Infinity): Candidate[] {
  return near
    .filter(([dx = 0, dy = 0]) => Math.hypot(dx, dy) <= reach)
    .map(([dx = 0, dy = 0]) => ({ x: x + dx, y: y + dy, gap: 0, side: 'centre' }));
}

/** Half the size of the area of a disc that other names keep clear of. */
function roomOnDisc(radius: number): number {
  return radius > sizes['named-beside']
    ? placing['core-room']
    : Math.min(radius, placing['disc-room']);
}

/**
 * Caches the visible part of an area and the positions for its name, because names are placed more often than the map
 * moves.
 */
const seen = new WeakMap<object, { key: string; area: VisibleArea; spots?: XY[] }>();

function areaOf(place: Place, sheet: Sheet): VisibleArea {
  const known = seen.get(place.feature);
  if (known?.key === sheet.key) return known.area;
  const area = visibleArea(ringsOf(place, sheet), sheet.frame);
  seen.set(place.feature, { key: sheet.key, area });
  return area;
}

function spotsOf(place: Place, sheet: Sheet): readonly XY[] {
  const { rings } = areaOf(place, sheet);
  const known = seen.get(place.feature);
  const spots = known?.spots ?? spotsInside(rings, placing.grid, placing.spots);
  if (known) known.spots = spots;
  return spots;
}

function ringsOf({ feature: { geometry } }: Place, sheet: Sheet): XY[][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates.map((ring) => pixels(ring, sheet));
  if (geometry?.type !== 'MultiPolygon') return [];
  return geometry.coordinates.flatMap((rings) => rings.map((ring) => pixels(ring, sheet)));
}

function linesOf({ feature: { geometry } }: Place, sheet: Sheet): XY[][] {
  if (geometry?.type === 'LineString') return [pixels(geometry.coordinates, sheet)];
  if (geometry?.type !== 'MultiLineString') return [];
  return geometry.coordinates.map((line) => pixels(line, sheet));
}

function pixels(positions: readonly Position[], sheet: Sheet): XY[] {
  return positions.map(([lon = 0, lat = 0]) => sheet.at(lon, lat));
}

/** Whether a place is a station that no report names. */
function isDot(place: Place): boolean {
  return isStation(place) && place.count === 0 && place.location === 'point';
}

function isLinear({ location }: Place): boolean {
  return location === 'line' || location === 'between';
}

/** The styles of areas that the basemap names too, so that both look alike. */
const AREA_STYLES: Readonly<Record<string, LabelStyleName>> = {
  country: 'country',
  province: 'province',
  sea: 'sea',
};

function written(name: string, style: LabelStyleName): string {
  return labelType(style).upper && /^\p{Script=Latin}/u.test(name) ? name.toUpperCase() : name;
}

function styleFor(place: Place): LabelStyleName {
  if (place.layer.style === 'incident') return 'incident';
  if (isLinear(place)) return 'line';
  if (place.areal) return AREA_STYLES[place.kind] ?? 'area';
  return isDot(place) ? 'station' : 'place';
}

/** The priority of a name, lower first: places with many quotes or few positions for their name come first. */
function priorityOf(place: Place, style: LabelStyleName): number {
  const told = Math.min(place.count, quotes.most) * quotes.weight;
  if (style === 'incident' || style === 'line') return priorities[style] - told;
  if (style === 'place') return priorities[place.count > 0 ? 'place' : 'place-unquoted'] - told;
  if (style === 'station') return priorities[place.kind === 'stop' ? 'stop' : 'station'];
  return priorities.area - told;
}
