import { describe, expect, it } from 'vitest';
import { queryOf } from '../../src/records/query';

describe('queryOf', () => {
  const range = { from: '2024-02-13', to: '2024-02-14' };

  it.each([
    [null, ''],
    [{ range, undated: true }, 'datetime=2024-02-13%2F2024-02-14'],
    [{ range, undated: false }, 'datetime=2024-02-13%2F2024-02-14&undated=exclude'],
    [{ range: { from: '2024', to: '2024' }, undated: true }, 'datetime=2024'],
    [{ range: null, undated: true }, 'undated=only'],
  ])('asks for the dates chosen: %o', (selection, query) => {
    expect(queryOf(selection)).toBe(query);
  });
});
