import { describe, expect, it } from 'vitest';
import { bboxOfViewBox, pixelsOf, project, unproject, zoomToFit } from '../../src/geo/mercator';

describe('project', () => {
  it.each([
    [0, 0, 128, 128],
    [-180, 85.0511287798, 0, 0],
    [180, -85.0511287798, 256, 256],
    [180, 90, 256, 0],
  ])('puts %d, %d at %d, %d', (lon, lat, x, y) => {
    expect(project(lon, lat).x).toBeCloseTo(x, 6);
    expect(project(lon, lat).y).toBeCloseTo(y, 6);
  });

  it('is undone by unproject', () => {
    const { lon, lat } = unproject(project(67.62, 29.64));
    expect(lon).toBeCloseTo(67.62, 9);
    expect(lat).toBeCloseTo(29.64, 9);
  });
});

describe('pixelsOf', () => {
  it('gives the world its width at the equator', () => {
    expect(pixelsOf(2 * Math.PI * 6378137, 0, 0)).toBeCloseTo(256, 6);
  });

  it('stretches lengths away from the equator', () => {
    expect(pixelsOf(1000, 60, 8) / pixelsOf(1000, 0, 8)).toBeCloseTo(2, 6);
  });
});

describe('the still map and the live one', () => {
  it('show the same bounds', () => {
    const bbox = [60.6, 24.4, 75.6, 34.8] as const;
    const scale = 2 ** 8;
    const northWest = project(bbox[0], bbox[3]);
    const southEast = project(bbox[2], bbox[1]);
    const viewBox = {
      x: northWest.x * scale,
      y: northWest.y * scale,
      width: (southEast.x - northWest.x) * scale,
      height: (southEast.y - northWest.y) * scale,
    };
    const back = bboxOfViewBox(viewBox, 8);
    bbox.forEach((value, index) => expect(back[index]).toBeCloseTo(value, 9));
    // A frame as large as the view box shows it at the zoom it counts in.
    expect(zoomToFit(bbox, viewBox.width, viewBox.height)).toBeCloseTo(8, 9);
    expect(zoomToFit(bbox, viewBox.width / 2, viewBox.height * 3)).toBeCloseTo(7, 9);
  });
});
