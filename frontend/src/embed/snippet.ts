/** The content of an embed: a named view, or a state of the map as the query of `/embed/`. */
export interface EmbedContent {
  /** The id of the named view; null for a state. */
  readonly view: string | null;
  /** The parameters of a state, in order; empty for a named view. */
  readonly state: readonly (readonly [string, string])[];
  readonly lang: string;
  readonly theme: 'auto' | 'light' | 'dark';
  /**
   * The catalog state that a frozen embed keeps; null to follow the catalog. Only for named views.
   */
  readonly frozen: string | null;
}

/** How an embed is placed in an article. */
export interface EmbedPlacement {
  readonly how: 'frame' | 'growing' | 'picture';
  /** The frame's height, in pixels. */
  readonly height: number;
  readonly title: string;
  /** The alternative text of the image. */
  readonly alt: string;
  /** The list that replaces the map if there is neither frame nor script, one line per place. */
  readonly list: readonly string[];
}

/** The path of an embed, relative to the site's root. */
export function embedPath(shown: EmbedContent, defaultLang: string): string {
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

/** The path of a named view's image; null for a state, which has none. */
export function picturePath(shown: EmbedContent, defaultLang: string): string | null {
  const { view, lang, frozen } = shown;
  return view === null
    ? null
    : `${languagePrefix(lang, defaultLang)}embed/${view}${frozen === null ? '' : `/@${frozen}`}.png`;
}

/** The HTML for an article, with absolute addresses. */
export function snippet(
  placing: EmbedPlacement,
  urls: { readonly embed: string; readonly picture: string | null; readonly loader: string },
): string {
  const { how, height, title, alt, list } = placing;
  const link = `<a href="${escape(urls.embed)}">${escape(title)}</a>`;
  const picture = urls.picture
    ? `<a href="${escape(urls.embed)}"><img src="${escape(urls.picture)}" alt="${escape(alt)}" width="680"></a>`
    : link;
  if (how === 'picture') return picture;
  const frame = (more: string, content: string): string =>
    `<iframe${more} src="${escape(urls.embed)}" title="${escape(title)}" width="100%" ` +
    `height="${height}" loading="lazy" frameborder="0">${content}</iframe>`;
  // Browsers show nothing of a frame's content. Systems and feeds that remove the frame leave the link.
  if (how === 'frame') return frame('', link);
  const lines = list.map((line) => `    <li>${escape(line)}</li>\n`).join('');
  // Not in a figure, which browsers indent on both sides.
  // A browser that runs the script reads nothing of noscript, and so fetches no hidden picture.
  return (
    `<div>\n${frame(' class="dateline"', '')}\n<noscript>\n  ${picture}\n` +
    (lines === '' ? '' : `  <ul>\n${lines}  </ul>\n`) +
    `</noscript>\n</div>\n` +
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
