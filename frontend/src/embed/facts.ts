/** The properties of an embed, as read from its page. */
export interface EmbedFacts {
  readonly title: string;
  readonly alt: string;
  readonly list: readonly string[];
  readonly bytes: number;
}

/** Fetches an embed to find out what it shows and how many bytes a reader loads. @throws Error if it cannot be read */
export async function readFacts(address: string): Promise<EmbedFacts> {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const text = await response.text();
  const page = new DOMParser().parseFromString(
    // The embed's own styles and scripts must not affect this page.
    text.replace(/<(style|script)[\s\S]*?<\/\1>/g, ''),
    'text/html',
  );
  const timing = performance.getEntriesByName(address).at(-1) as
    PerformanceResourceTiming | undefined;
  const entries = [...page.querySelectorAll('.list > ul > li > details > summary')];
  return {
    title: page.querySelector('h1')?.textContent ?? '',
    alt: page.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '',
    list: entries.map((entry) => (entry.textContent ?? '').replace(/\s+/g, ' ').trim()),
    bytes: timing && timing.encodedBodySize > 0 ? timing.encodedBodySize : text.length,
  };
}
