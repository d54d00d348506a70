import type { Map } from 'leaflet';
import type { Config } from './config';
import { basemapLabel } from './layers/labels';
import type { Basemap } from './map/basemap';
import type { CanvasLayer } from './map/canvas-layer';
import type { Label } from './map/label';
import type { LabelsLayer } from './map/labels';
import type { Records, RecordsOptions } from './records/records';
import type { Streets } from './streets/streets';
import type { Urls } from './urls';

/** Fetches the code for large layers if the catalog has one; null if not. */
export async function loadRecords(
  map: Map,
  config: Config,
  options: Omit<RecordsOptions, 'layers'>,
): Promise<Records | null> {
  const layers = config.layers.filter(({ tiles }) => tiles);
  if (layers.length === 0) return null;
  const { Records } = await import('./records/records');
  return new Records(map, { ...options, layers });
}

/** Fetches the code for streets if the site has them and shows its own ground; null if not. */
export async function loadStreets(
  map: Map,
  { basemap, tiles, lang }: Config,
  urls: Urls,
  middle: number,
  { basemap: ground, labels }: { basemap: Basemap | null; labels: LabelsLayer },
): Promise<Streets | null> {
  if (!basemap?.streets || tiles) return null;
  const { Streets } = await import('./streets/streets');
  const { streets } = basemap;
  const onDrawn = (): void => {
    labels.refresh();
    // Where streets lack something, the ground is seen.
    void ground?.load();
  };
  return new Streets(map, { streets, lang, middle, file: (path) => urls.file(path), onDrawn });
}

/** What a map is drawn on, from the bottom up. */
export function canvasesOf(
  basemap: Basemap | null,
  streets: Streets | null,
  labels: CanvasLayer,
): CanvasLayer[] {
  return [...(basemap?.canvases ?? []), ...(streets ? [streets.canvas] : []), labels];
}

/** The names of the ground: where there are streets, theirs. */
export function groundLabels(basemap: Basemap | null, streets: Streets | null): Label[] {
  const names = basemap?.labels() ?? [];
  return [
    ...names.filter(({ lon, lat }) => !streets?.names(lon, lat)).map(basemapLabel),
    ...(streets?.labels() ?? []),
  ];
}
