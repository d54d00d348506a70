import { describe, expect, it } from 'vitest';
import { PbfWriter } from 'pbf';
import { decodeTile } from '../../src/records/decode';

type Value = string | number;

interface Given {
  readonly type: 1 | 2 | 3;
  readonly geometry: readonly number[];
  readonly properties: Readonly<Record<string, Value>>;
}

const zigzag = (n: number): number => (n << 1) ^ (n >> 31);
const moveTo = (x: number, y: number): number[] => [(1 << 3) | 1, zigzag(x), zigzag(y)];

/** A tile after the specification of Mapbox Vector Tiles, 2.1. */
function tile(layers: Readonly<Record<string, readonly Given[]>>): ArrayBuffer {
  const pbf = new PbfWriter();
  for (const [name, features] of Object.entries(layers)) {
    pbf.writeMessage(
      3,
      (_, layer) => {
        const keys: string[] = [];
        const values: Value[] = [];
        layer.writeVarintField(15, 2);
        layer.writeStringField(1, name);
        for (const { type, geometry, properties } of features) {
          const tags = Object.entries(properties).flatMap(([key, value]) => [
            keys.push(key) - 1,
            values.push(value) - 1,
          ]);
          layer.writeMessage(
            2,
            (__, feature) => {
              feature.writePackedVarint(2, tags);
              feature.writeVarintField(3, type);
              feature.writePackedVarint(4, [...geometry]);
            },
            null,
          );
        }
        for (const key of keys) layer.writeStringField(3, key);
        for (const value of values) {
          layer.writeMessage(
            4,
            (__, message) => {
              if (typeof value === 'string') message.writeStringField(1, value);
              else message.writeDoubleField(3, value);
            },
            null,
          );
        }
        layer.writeVarintField(5, 4096);
      },
      null,
    );
  }
  return pbf.finish().slice().buffer;
}

describe('decodeTile', () => {
  const at = { z: 2, x: 3, y: 1, turn: 0 };

  it('reads a record with what it is named and drawn by', () => {
    const properties = {
      id: 'r-1',
      name: 'A road',
      kind: 'event',
      location: 'radius',
      date: '2024-02',
      uncertainty_m: 4000,
      center: '[170.5, -3.25]',
      page: 'records/a/r-1/',
    };
    const bytes = tile({ records: [{ type: 1, geometry: moveTo(2048, 1024), properties }] });
    const [mark] = decodeTile(bytes, at, 'en').marks;
    expect(mark).toMatchObject({
      x: 3.5 / 4,
      y: 1.25 / 4,
      records: 1,
      record: {
        id: 'r-1',
        name: 'A road',
        location: 'radius',
        date: '2024-02',
        uncertainty: 4000,
        center: [170.5, -3.25],
        page: 'records/a/r-1/',
      },
    });
  });

  it('reads how many records a cell counts and the square that they lie in', () => {
    const properties = { records: 1200, bbox: '168.75,0,171.5,2.8' };
    const bytes = tile({ cells: [{ type: 1, geometry: moveTo(0, 0), properties }] });
    expect(decodeTile(bytes, at, 'en').marks).toMatchObject([
      { records: 1200, record: null, bbox: [168.75, 0, 171.5, 2.8] },
    ]);
  });

  it('reads lines and areas as shapes, and says of what states no more than an id', () => {
    const line = [...moveTo(0, 0), (1 << 3) | 2, zigzag(4096), zigzag(4096)];
    const bytes = tile({ records: [{ type: 2, geometry: line, properties: { id: 'r-2' } }] });
    const { marks, shapes } = decodeTile(bytes, at, 'en');
    expect(marks).toEqual([]);
    expect(shapes).toMatchObject([
      {
        closed: false,
        lines: [
          [
            [0.75, 0.25],
            [1, 0.5],
          ],
        ],
        record: { name: 'r-2', location: 'point', date: '', center: null },
      },
    ]);
  });

  it('names a record in the language of the page where the tile does', () => {
    const properties = { id: 'r-3', name: 'Дорога', name_en: 'A road' };
    const bytes = tile({ records: [{ type: 1, geometry: moveTo(0, 0), properties }] });
    expect(decodeTile(bytes, at, 'en').marks[0]?.record?.name).toBe('A road');
    expect(decodeTile(bytes, at, 'ur').marks[0]?.record?.name).toBe('Дорога');
  });

  it('finds nothing in a tile without layers', () => {
    expect(decodeTile(tile({}), at, 'en')).toEqual({ marks: [], shapes: [] });
  });
});
