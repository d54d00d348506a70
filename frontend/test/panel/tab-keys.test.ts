import { describe, expect, it } from 'vitest';
import { nextTab } from '../../src/panel/tab-keys';

describe('nextTab', () => {
  it.each([
    ['ArrowRight', 0, false, 1],
    ['ArrowRight', 2, false, 0],
    ['ArrowLeft', 0, false, 2],
    ['ArrowLeft', 0, true, 1],
    ['ArrowRight', 0, true, 2],
    ['Home', 2, false, 0],
    ['End', 0, false, 2],
    ['Tab', 0, false, null],
  ] as const)('for %s at %d, right to left %s, is %s', (key, index, rightToLeft, next) => {
    expect(nextTab(key, index, 3, rightToLeft)).toBe(next);
  });
});
