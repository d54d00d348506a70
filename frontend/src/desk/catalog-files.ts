import type { Geometry } from 'geojson';
import type { Text } from './wire';

/** What the desk edits besides reports. */
export type Edited = 'parties' | 'measures' | 'features' | 'views' | 'corrections';

/** Something that a form edits, with the version of its file. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly rev: string | null;
  readonly target: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

/** The files of a catalog, as they are written. */
export interface CatalogFiles {
  readonly revs: Readonly<Record<string, string>>;
  readonly parties: readonly Raw[];
  readonly measures: readonly Raw[];
  readonly corrections: readonly Raw[];
  readonly views: readonly Raw[];
  readonly layers: readonly {
    readonly id: string;
    readonly features: readonly { properties: Raw; geometry: Geometry | null }[];
  }[];
}

type Raw = Readonly<Record<string, unknown>> & { readonly id: string };

const SINGULAR = {
  parties: 'party',
  measures: 'measure',
  views: 'view',
  corrections: 'correction',
} as const;

/** All entries of a kind, in the order of their files. */
export function entriesOf(
  what: Edited,
  files: CatalogFiles,
  named: (text: Text | undefined) => string,
): Entry[] {
  if (what === 'features') {
    return files.layers.flatMap(({ id: layer, features }) =>
      features.map(({ properties, geometry }) => ({
        id: properties.id,
        name: String(properties.name),
        rev: files.revs[`layers/${layer}/features.geojson`] ?? null,
        target: { feature: properties.id },
        values: properties,
        geometry,
      })),
    );
  }
  return files[what].map((raw) => {
    const words = (raw.name ?? raw.label ?? raw.title ?? raw.text) as Text | undefined;
    return {
      id: raw.id,
      name: named(words) || raw.id,
      rev: files.revs[what === 'views' ? `views/${raw.id}.yaml` : `${what}.yaml`] ?? null,
      target: { [SINGULAR[what]]: raw.id },
      values: raw,
      geometry: null,
    };
  });
}
