import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreetsConfig } from '../../src/config';
import { StreetStore } from '../../src/streets/street-store';
import type { TileAt } from '../../src/tiles/tiles';

const FILES: StreetsConfig = {
  url: 'streets/a/{z}/{x}/{y}.mvt',
  from: 10.5,
  minZoom: 0,
  maxZoom: 16,
  bbox: [0, 0, 1, 1],
};
const STREETS: StreetsConfig = { ...FILES, first: 'streets/a/{first}/{z}/{x}/{y}.mvt' };
const at = (x: number): TileAt => ({ z: 14, x, y: 7, turn: 0 });
const [ZOOM, NEARER] = [15, 15.2];

let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response(null, { status: 204 }));
  });
});

afterEach(() => vi.unstubAllGlobals());

function storeOf(streets: StreetsConfig): StreetStore {
  return new StreetStore({ streets, lang: 'en', file: (path) => path, onTile: () => undefined });
}

async function arrived(store: StreetStore): Promise<void> {
  await vi.waitFor(() => expect(store.isWaiting()).toBe(false));
}

describe('StreetStore', () => {
  it('fetches tiles of the first view, and beside it, within its bytes until the zoom is another', async () => {
    const store = storeOf(STREETS);
    store.begin([at(3), at(4)], ZOOM, true);
    await arrived(store);
    store.want([at(4), at(5)], ZOOM);
    await arrived(store);
    expect(asked).toEqual([
      'streets/a/2x1-0-0-ground/14/3/7.mvt',
      'streets/a/2x1-1-0-ground/14/4/7.mvt',
      'streets/a/2x1-2-0-ground/14/5/7.mvt',
    ]);
    asked = [];
    store.want([at(4)], NEARER);
    // What has come stands in for what has not.
    expect(store.isWaiting()).toBe(true);
    expect(store.get(at(4))).not.toBeNull();
    await arrived(store);
    store.want([at(5)], ZOOM);
    await arrived(store);
    expect(asked).toEqual(['streets/a/14/4/7.mvt', 'streets/a/14/5/7.mvt']);
  });

  it('fetches whole tiles from a site of files', async () => {
    const store = storeOf(FILES);
    store.begin([at(3)], ZOOM, false);
    await arrived(store);
    expect(asked).toEqual(['streets/a/14/3/7.mvt']);
  });
});
