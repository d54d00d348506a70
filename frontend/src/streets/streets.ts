import type { Map as LeafletMap } from 'leaflet';
import { unproject, type XY } from '../geo/mercator';
import { bboxNear, lonNear } from '../geo/turn';
import { labelType, near, priorities, repeat, type LabelStyleName } from '../look';
import type { Label } from '../map/label';
import { alongLine, joined } from './along';
import { StreetLayer, type StreetLayerOptions } from './street-layer';
import { streetLook } from './style';

/** Streets beneath the layers, and their names. This code is fetched only if the site has streets. */
export class Streets {
  readonly canvas: StreetLayer;

  constructor(
    private readonly map: LeafletMap,
    private readonly options: StreetLayerOptions,
  ) {
    this.canvas = new StreetLayer(options).addTo(map);
  }

  /** Whether the basemap's names at a position give way to those of the streets. */
  names(lon: number, lat: number): boolean {
    if (this.map.getZoom() < this.options.streets.from) return false;
    const { bbox, areas = [bbox] } = this.options.streets;
    return areas.some((area) => {
      const [west, south, east, north] = bboxNear(area, this.options.middle);
      return lon >= west && lon <= east && lat >= south && lat <= north;
    });
  }

  /** The names of the view. */
  labels(): Label[] {
    const zoom = this.map.getZoom();
    const labels = new Map<string, Label>();
    for (const { kind, text, form, points } of this.canvas.names()) {
      const named = streetLook.names.find((name) => name.kind === kind);
      const [at] = points;
      if (form !== 'point' || !named || !at || zoom < named.from || zoom >= named.to) continue;
      const { lon, lat } = unproject(at);
      // Tiles share what lies near their edges.
      const id = `street-${text}-${lon.toFixed(3)}-${lat.toFixed(3)}`;
      labels.set(id, this.pointLabel(id, text, named.style, lon, lat));
    }
    return [...labels.values(), ...this.streetLabels(zoom)];
  }

  /** The names of streets along them. */
  private streetLabels(zoom: number): Label[] {
    const lines = new Map<string, { rank: number; text: string; parts: (readonly XY[])[] }>();
    for (const { kind, text, form, points } of this.canvas.names()) {
      const look = streetLook.streets.find((street) => street.kind === kind);
      if (form !== 'line' || !look || zoom < look.from) continue;
      const known = lines.get(text);
      if (known) known.parts.push(points);
      else lines.set(text, { rank: look.rank, text, parts: [points] });
    }
    const scale = 2 ** zoom;
    return [...lines.values()].flatMap(({ rank, text, parts }) => {
      const width = widthOf(text);
      return joined(parts)
        .filter((line) => lengthOf(line) * scale >= width)
        .map((line, index) => this.streetLabel(`along-${text}-${index}`, text, rank, line));
    });
  }

  private streetLabel(id: string, text: string, rank: number, line: readonly XY[]): Label {
    const positions = line.map((at) => unproject(at));
    const [first = { lon: 0, lat: 0 }] = positions;
    const near = (lon: number): number => lonNear(lon, this.options.middle);
    return {
      ...PLAIN,
      id,
      text,
      lon: near(first.lon),
      lat: first.lat,
      style: 'street',
      priority: priorities.street + rank,
      extent: lengthOf(line),
      candidates: (sheet) =>
        alongLine(
          positions.map(({ lon, lat }) => sheet.at(near(lon), lat)),
          widthOf(text),
        ),
      repeat: streetLook.repeat,
      covers: 'nothing',
    };
  }

  private pointLabel(
    id: string,
    text: string,
    style: LabelStyleName,
    lon: number,
    lat: number,
  ): Label {
    return {
      ...PLAIN,
      id,
      text: labelType(style).upper && /^\p{Script=Latin}/u.test(text) ? text.toUpperCase() : text,
      lon: lonNear(lon, this.options.middle),
      lat,
      style,
      priority: priorities[style as keyof typeof priorities],
      candidates: (sheet) => {
        const { x, y } = sheet.at(lonNear(lon, this.options.middle), lat);
        return near.map(([dx = 0, dy = 0]) => ({ x: x + dx, y: y + dy, gap: 0, side: 'centre' }));
      },
      repeat: repeat.wide,
      covers: 'lines',
    };
  }
}

/** About how wide a name is, in pixels. */
function widthOf(text: string): number {
  return text.length * labelType('street').size * 0.58;
}

function lengthOf(line: readonly XY[]): number {
  return line
    .slice(1)
    .reduce(
      (sum, { x, y }, i) => sum + Math.hypot(x - (line[i]?.x ?? x), y - (line[i]?.y ?? y)),
      0,
    );
}

/** What names of the ground have in common. */
const PLAIN = {
  feature: null,
  extent: 0,
  fits: false,
  symbol: 0,
  disc: 0,
  dot: 0,
  dotted: false,
  count: '',
  strong: false,
} as const;
