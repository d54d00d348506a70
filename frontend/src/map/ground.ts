import type { Map } from 'leaflet';
import type { Config } from '../config';
import { Basemap } from './basemap';
import { addTiles } from './map';

/** How the ground gets its files, and what is called when its names have arrived. */
export interface GroundOptions {
  readonly file: (path: string) => string;
  readonly onLabels: () => void;
}

/** Adds the operator's tiles or else the basemap; returns the basemap, or null if the map has none. */
export function addGround(
  map: Map,
  section: HTMLElement,
  { basemap, tiles, lang }: Config,
  middle: number,
  { file, onLabels }: GroundOptions,
): Basemap | null {
  section.classList.toggle('is-tiled', tiles !== null);
  if (tiles) void addTiles(map, tiles.url);
  return tiles || !basemap ? null : new Basemap(map, basemap, { lang, middle }, file, onLabels);
}
