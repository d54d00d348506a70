/** The parts of a JSON Schema that a form needs. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** How a field is edited: one line, words per language, a choice, yes or no, a number, a line for each, or as JSON. */
export type FieldType = 'line' | 'text' | 'choice' | 'flag' | 'number' | 'lines' | 'json';

/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: FieldType;
  readonly options: readonly string[];
  readonly required: boolean;
}

/** The fields of the objects that a schema describes, without those named. */
export function fieldsOf(
  root: Schema,
  object: Schema,
  without: readonly string[] = [],
): FormField[] {
  return Object.entries(object.properties ?? {})
    .filter(([name]) => !without.includes(name))
    .map(([name, stated]) => {
      const schema = resolved(root, stated);
      return {
        name,
        label: stated.title ?? schema.title ?? name,
        description: stated.description ?? '',
        type: typeOf(root, schema),
        options: schema.enum ?? [],
        required: object.required?.includes(name) ?? false,
      };
    });
}

/** The schema of one object in a file: of an entry where the file is a list, of properties where it is GeoJSON. */
export function objectIn(root: Schema): Schema {
  const feature = root.$defs?.feature?.properties?.properties;
  if (feature && root.properties?.features) return feature;
  return root.items ? resolved(root, root.items) : root;
}

/**
 * The value of a field as it was written, for a file. Empty is null.
 *
 * @throws RangeError that says what is wrong with it
 */
export function valueOf(type: FieldType, written: string): unknown {
  const text = written.trim();
  if (text === '') return null;
  switch (type) {
    case 'number': {
      const number = Number(text);
      if (Number.isFinite(number)) return number;
      throw new RangeError(`got ${text}, expected a number`);
    }
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'json':
      try {
        return JSON.parse(text);
      } catch {
        throw new RangeError(`got ${text}, expected JSON`);
      }
    default:
      return text;
  }
}

/** A value as a form shows it. */
export function written(type: FieldType, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (type === 'json') return JSON.stringify(value);
  return Array.isArray(value) ? value.join('\n') : `${value as string | number}`;
}

/**
 * A text for readers as it is kept: plain where it has one language only and was plain before, else one for each
 * language that has words.
 */
export function textValue(
  inputs: readonly (readonly [language: string, words: string])[],
  wasPlain: boolean,
): string | Record<string, string> | null {
  const filled = inputs.filter(([, words]) => words.trim() !== '');
  const [only] = filled;
  if (!only) return null;
  if (wasPlain && filled.length === 1 && only[0] === inputs[0]?.[0]) return only[1].trim();
  return Object.fromEntries(filled.map(([language, words]) => [language, words.trim()]));
}

function typeOf(root: Schema, schema: Schema): FieldType {
  const types = [schema.type ?? []].flat();
  if (types.includes('object')) return types.includes('string') ? 'text' : 'json';
  if (schema.enum) return 'choice';
  if (types.includes('boolean')) return 'flag';
  if (types.includes('array')) {
    const item = schema.items ? resolved(root, schema.items) : {};
    return item.type === 'string' ? 'lines' : 'json';
  }
  return types.includes('number') || types.includes('integer') ? 'number' : 'line';
}

function resolved(root: Schema, schema: Schema): Schema {
  const name = /^#\/\$defs\/(\w+)$/.exec(schema.$ref ?? '')?.[1];
  const found = name ? root.$defs?.[name] : undefined;
  return found ? { ...found, ...(schema.title && { title: schema.title }) } : schema;
}
