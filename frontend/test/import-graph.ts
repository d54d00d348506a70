import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

/** One import of a module: of its code or of its types, static or at run time. */
export interface Import {
  /** Path of the importing module below the root, without its extension. */
  readonly from: string;
  readonly to: string;
  /** Where it stands, from 1. */
  readonly line: number;
}

/** Reads all imports between modules in a folder and its sub-folders. */
export function importsIn(root: string): Import[] {
  return modulesIn(root).flatMap((from) =>
    importsOf(from, readFileSync(join(root, `${from}.ts`), 'utf8')),
  );
}

/** Lists the modules of a folder and its sub-folders, without their extension. */
export function modulesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
}

/** Reads the imports of one module; packages, styles and data do not count. */
export function importsOf(from: string, text: string): Import[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => /^\.\.?\/(?!.*\.(css|json)$)/.test(fileName))
    .map(({ fileName, pos }) => ({
      from,
      to: normalize(join(dirname(from), fileName)),
      line: text.slice(0, pos).split('\n').length,
    }));
}

/** The folder that a module stands in, or its own name if it stands in none. */
export function roomOf(module: string): string {
  return module.split('/')[0] ?? module;
}

/** Finds a circle of imports, its first member repeated at the end; null if there is none. */
export function findCircle(edges: readonly { from: string; to: string }[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const to of next.get(node) ?? []) {
      const circle = visit(to, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return null;
  };
  for (const node of next.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return null;
}
