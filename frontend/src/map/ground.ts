import type { Map } from 'leaflet';
import type { Config, StreetsConfig } from '../config';
import { bboxNear } from '../geo/turn';
import { Basemap } from './basemap';
import { addTiles } from './map';

/** How the ground gets its files, and what is called when its names have arrived. */
export interface GroundOptions {
  readonly file: (path: string) => string;
  readonly onLabels: () => void;
  /** Whether streets that cover the view lack some of it. */
  readonly lacking: () => boolean;
}

/**
 * Whether streets cover the view, which then needs no ground, unless they lack a part of it. They
 * are taken to lack nothing until they have arrived.
 */
export function isCovered(map: Map, streets: StreetsConfig | undefined, middle: number): boolean {
  if (!streets || map.getZoom() < streets.from) return false;
  const view = map.getBounds();
  return (streets.areas ?? [streets.bbox]).some((area) => {
    const [west, south, east, north] = bboxNear(area, middle);
    return (
      west <= view.getWest() &&
      east >= view.getEast() &&
      south <= view.getSouth() &&
      north >= view.getNorth()
    );
  });
}

/** Adds the operator's tiles or else the basemap; returns the basemap, or null if the map has none. */
export function addGround(
  map: Map,
  section: HTMLElement,
  { basemap, tiles, lang }: Config,
  middle: number,
  { file, onLabels, lacking }: GroundOptions,
): Basemap | null {
  section.classList.toggle('is-tiled', tiles !== null);
  if (tiles) void addTiles(map, tiles.url);
  if (tiles || !basemap) return null;
  const covered = (): boolean => isCovered(map, basemap.streets, middle) && !lacking();
  return new Basemap(map, basemap, { lang, middle }, { file, onLabels, covered });
}
