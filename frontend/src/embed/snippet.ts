/** What an embed shows: a named view, or a state of the map as the query of `/embed/`. */
export interface Shown {
  /** Id of the named view; null for a state. */
  readonly view: string | null;
  /** Parameters of a state, in order; empty for a named view. */
  readonly state: readonly (readonly [string, string])[];
  readonly lang: string;
  readonly theme: 'auto' | 'light' | 'dark';
  /** The state of the catalog that it keeps; null to follow the catalog. Named views only. */
  readonly frozen: string | null;
}

/** How it is placed into an article. */
export interface Placing {
  readonly how: 'frame' | 'growing' | 'picture';
  /** Of the frame, in pixels. */
  readonly height: number;
  readonly title: string;
  /** What the picture is for those who do not see it. */
  readonly alt: string;
  /** What stands for the map where there is neither frame nor script, one line a place. */
  readonly list: readonly string[];
}

/** The path of an embed below the site's root. */
export function embedPath(shown: Shown, defaultLang: string): string {
  const { view, state, lang, theme, frozen } = shown;
  if (view === null) {
    const query = new URLSearchParams([
      ...state.map(([name, value]): [string, string] => [name, value]),
      ...(lang === defaultLang ? [] : [['lang', lang]]),
      ...(theme === 'auto' ? [] : [['theme', theme]]),
    ] as [string, string][]);
    return `embed/?${query.toString().replaceAll('%2C', ',')}`;
  }
  return (
    languagePrefix(lang, defaultLang) +
    `embed/${view}/` +
    (frozen === null ? '' : `@${frozen}/`) +
    (theme === 'auto' ? '' : `${theme}/`)
  );
}

/** The path of the picture of a named view; null for a state, of which there is none. */
export function picturePath(shown: Shown, defaultLang: string): string | null {
  return shown.view === null
    ? null
    : `${languagePrefix(shown.lang, defaultLang)}embed/${shown.view}.png`;
}

/** HTML for an article. The addresses are whole ones. */
export function snippet(
  placing: Placing,
  urls: { readonly embed: string; readonly picture: string | null; readonly loader: string },
): string {
  const { how, height, title, alt, list } = placing;
  const link = `<a href="${escape(urls.embed)}">${escape(title)}</a>`;
  const picture = urls.picture
    ? `<a href="${escape(urls.embed)}"><img src="${escape(urls.picture)}" alt="${escape(alt)}" style="max-width:100%"></a>`
    : link;
  if (how === 'picture') return picture;
  if (how === 'frame') {
    return (
      `<iframe src="${escape(urls.embed)}" title="${escape(title)}" width="100%" height="${height}" ` +
      `loading="lazy" style="border:0"></iframe>`
    );
  }
  const lines = list.map((line) => `    <li>${escape(line)}</li>\n`).join('');
  return (
    `<dateline-map src="${escape(urls.embed)}" title="${escape(title)}">\n` +
    `  ${picture}\n` +
    (lines === '' ? '' : `  <ul>\n${lines}  </ul>\n`) +
    `</dateline-map>\n` +
    `<script async src="${escape(urls.loader)}"></script>`
  );
}

function languagePrefix(lang: string, defaultLang: string): string {
  return lang === defaultLang ? '' : `${lang}/`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
