import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCircle, importsIn, importsOf, modulesIn, roomOf } from './import-graph';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const DOCUMENT = new URL('../../src/docs/architecture.md', import.meta.url);

/** The rooms of src in order, as the table in architecture.md states it: the names in its first column. */
const ORDER = (/\n## The script\n([\s\S]*?)\n## /.exec(readFileSync(DOCUMENT, 'utf8'))?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
  .map(([, name]) => name);

const imports = importsIn(SRC);
const between = imports
  .map(({ from, to, line }) => ({ from: roomOf(from), to: roomOf(to), at: `${from}.ts:${line}` }))
  .filter(({ from, to }) => from !== to);

describe('frontend/src', () => {
  it('has in architecture.md each of its folders and modules, and no other', () => {
    expect([...ORDER].sort()).toEqual([...new Set(modulesIn(SRC).map(roomOf))].sort());
  });

  it('imports only what stands above it in the table of architecture.md', () => {
    const against = between
      .filter(({ from, to }) => ORDER.indexOf(to) > ORDER.indexOf(from))
      .map(({ from, to, at }) => `${at} imports "${to}", which stands below "${from}"`);
    expect(against).toEqual([]);
  });

  it('has no circle of modules', () => {
    expect(findCircle(imports)?.join(' -> ')).toBeUndefined();
  });

  it('has no circle of folders', () => {
    expect(findCircle(between)?.join(' -> ')).toBeUndefined();
  });
});

describe('importsOf', () => {
  it('finds imports and exports, of types as well, and those at run time', () => {
    const text = [
      "import { a } from './a';",
      "import type { B } from '../geo/b';",
      "export * from './c';",
      "const d = await import('./d');",
      "type E = import('./e').E;",
      "import {\n  f,\n} from '../f';",
      "// import '../not';",
      "import { map } from 'leaflet';",
      "import './style.css';",
    ].join('\n');
    expect(importsOf('map/here', text).map(({ to, line }) => `${line} ${to}`)).toEqual([
      '1 map/a',
      '2 geo/b',
      '3 map/c',
      '4 map/d',
      '5 map/e',
      '8 f',
    ]);
  });
});

describe('findCircle', () => {
  const edges = (...pairs: string[]): { from: string; to: string }[] =>
    pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) }));

  it('names the chain', () => {
    expect(findCircle(edges('ab', 'bc', 'xb', 'cd', 'db'))).toEqual(['b', 'c', 'd', 'b']);
    expect(findCircle(edges('aa'))).toEqual(['a', 'a']);
  });

  it('is null where two ways lead to one module', () => {
    expect(findCircle(edges('ab', 'ac', 'bd', 'cd'))).toBeNull();
  });
});
