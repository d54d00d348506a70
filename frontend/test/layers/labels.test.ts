import { describe, expect, it } from 'vitest';
import type { LayerStyle } from '../../src/config';
import { labelOf } from '../../src/layers/labels';
import { placeOf, type Place } from '../../src/layers/place';
import type { LocationClass, PlaceFeature } from '../../src/model';

function place(style: LayerStyle, location: LocationClass): Place {
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [67, 30] },
    properties: {
      id: 'sibi',
      name: 'Sibi',
      kind: 'city',
      location,
      excerpt_count: 2,
      center: [67, 30],
    },
  } as unknown as PlaceFeature;
  return placeOf(feature, { id: 'layer', title: 'Layer', style, visible: true }, 'en');
}

function covers(style: LayerStyle, location: LocationClass, selected = false): string | undefined {
  const state = { zoom: 6, selected, symbol: 6, circle: 0, extent: 90, count: '2', named: [] };
  return labelOf(place(style, location), state)[0]?.covers;
}

describe('a name', () => {
  it('of an incident or of a line crosses lines rather than be left out, any other does not', () => {
    expect(covers('incident', 'point')).toBe('lines');
    expect(covers('route', 'line')).toBe('lines');
    expect(covers('place', 'point')).toBe('nothing');
    expect(covers('area', 'area')).toBe('nothing');
  });

  it('of what is open is never left out for a line or a symbol', () => {
    expect(covers('area', 'area', true)).toBe('symbols');
  });
});
