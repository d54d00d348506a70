import openmaptiles from '../../../src/main/resources/streets/openmaptiles.json';
import protomaps from '../../../src/main/resources/streets/protomaps.json';
import shortbread from '../../../src/main/resources/streets/shortbread.json';

/** What a feature is made of. */
export type Form = 'point' | 'line' | 'surface';

interface Rule {
  readonly layer: string;
  readonly form: string;
  /** Properties and the values of which they must have one. */
  readonly where?: Readonly<Record<string, readonly string[] | undefined>>;
  /** Properties and the values of which they must have none. */
  readonly unless?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly kind: string;
}

/**
 * How a schema of vector tiles says what the neutral set knows. The server applies the same rules
 * to still maps (StreetSchema.java).
 */
export interface Schema {
  readonly draw: readonly Rule[];
  readonly names: readonly Rule[];
}

/** The schemas by their ids. */
export const SCHEMAS: Readonly<Record<string, Schema>> = { openmaptiles, protomaps, shortbread };

/** The properties of a feature in a vector tile. */
export type Properties = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The kind of a feature by the first rule that holds; null for none. */
export function kindOf(
  rules: readonly Rule[],
  layer: string,
  form: Form,
  properties: Properties,
): string | null {
  const rule = rules.find(
    (rule) =>
      rule.layer === layer &&
      rule.form === form &&
      Object.entries(rule.where ?? {}).every(([name, values]) =>
        values?.includes(text(properties[name])),
      ) &&
      !Object.entries(rule.unless ?? {}).some(([name, values]) =>
        values?.includes(text(properties[name])),
      ),
  );
  return rule?.kind ?? null;
}

/** The name of a feature in a language, or as written; empty for none. */
export function nameOf(properties: Properties, lang: string): string {
  const keys = [...namesIn(lang), 'name', 'name:latin', 'name_latin'];
  const name = keys.map((key) => text(properties[key])).find((found) => found.trim() !== '') ?? '';
  return name.length > LONGEST_NAME ? '' : name;
}

/**
 * The properties with a name in a language, or else in what it is a kind of: Portuguese for pt-BR
 * (RFC 4647, section 3.4).
 */
function namesIn(lang: string): string[] {
  const parts = lang.split('-');
  return parts.flatMap((_, index) => {
    const code = parts.slice(0, parts.length - index).join('-');
    return [`name:${code}`, `name_${code}`, `name_${code.replaceAll('-', '_')}`];
  });
}

/** A longer one is not the name of a street. */
const LONGEST_NAME = 80;

function text(value: Properties[string]): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}
