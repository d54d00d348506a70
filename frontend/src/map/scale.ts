import type { Map } from 'leaflet';
import { pixelsOf } from '../geo/mercator';
import { roundLength } from './scale-length';
import type { Words } from '../words';

const WIDEST_PX = 110;

/** Adds a scale bar, measured at the middle of the map. */
export function addScale(map: Map, parent: HTMLElement, words: Words): void {
  const bar = document.createElement('p');
  bar.className = 'map-scale';
  parent.append(bar);
  const update = (): void => {
    const onePixel = 1 / pixelsOf(1, map.getCenter().lat, map.getZoom());
    const length = roundLength(onePixel, WIDEST_PX);
    bar.textContent =
      length >= 1000 ? words.say('distance.km', length / 1000) : words.say('distance.m', length);
    bar.style.width = `${Math.round(length / onePixel)}px`;
  };
  map.on('moveend', update);
  update();
}
