/** The name of a feature of a vector tile in a language, or as written; empty for none. */
export function nameOf(properties: Readonly<Record<string, unknown>>, lang: string): string {
  const found = [...namesIn(lang), 'name'].map((key) => properties[key]);
  return found.find((name) => typeof name === 'string') ?? '';
}

/**
 * The properties with a name in a language, or else in what it is a kind of: Portuguese for pt-BR
 * (RFC 4647, section 3.4).
 */
function namesIn(lang: string): string[] {
  const parts = lang.split('-');
  return parts.map((_, index) => `name:${parts.slice(0, parts.length - index).join('-')}`);
}
