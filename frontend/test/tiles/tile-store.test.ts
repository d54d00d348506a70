import { afterEach, describe, expect, test, vi } from 'vitest';
import { TileStore } from '../../src/tiles/tile-store';
import type { TileAt } from '../../src/tiles/tiles';

const HERE: TileAt = { z: 14, x: 1, y: 1, turn: 0 };
const THERE: TileAt = { z: 14, x: 2, y: 1, turn: 0 };

describe('TileStore', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('fetches a tile that is not there once for each view, though every arrival draws the view', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      // Without an answer, so that a loop ends.
      if (asked.length > 9) return new Promise(() => undefined);
      const found = address.includes('/1/');
      return Promise.resolve(new Response(found ? 'x' : null, { status: found ? 200 : 404 }));
    });
    let view = [HERE, THERE];
    let failures = 0;
    const store = new TileStore<object>({
      template: () => 't/{x}/{y}',
      decode: () => ({}),
      nothing: {},
      file: (path) => path,
      onTile: () => store.want(view),
      onFailure: () => failures++,
    });
    const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

    store.want(view);
    await settled();
    expect(asked).toEqual(['t/1/1', 't/2/1']);
    expect(failures).toBe(1);
    expect(store.isWaiting()).toBe(false);

    // Another view asks again.
    view = [THERE];
    store.want(view);
    await settled();
    expect(asked).toEqual(['t/1/1', 't/2/1', 't/2/1']);
  });
});
