import { describe, expect, it } from 'vitest';
import {
  embedPath,
  picturePath,
  snippet,
  type EmbedPlacement,
  type EmbedContent,
} from '../../src/embed/snippet';

const NAMED: EmbedContent = {
  view: 'overview',
  state: [],
  lang: 'en',
  theme: 'auto',
  frozen: null,
};
const PLACING: EmbedPlacement = {
  how: 'frame',
  height: 500,
  title: 'A "map"',
  alt: 'Two & three',
  list: [],
};
const URLS = {
  embed: 'https://e.org/embed/x/',
  picture: 'https://e.org/embed/x.png',
  loader: 'https://e.org/embed.js',
};

describe('embedPath', () => {
  it.each([
    [NAMED, 'embed/overview/'],
    [{ ...NAMED, lang: 'ur' }, 'ur/embed/overview/'],
    [{ ...NAMED, theme: 'dark' }, 'embed/overview/dark/'],
    [
      { ...NAMED, lang: 'ur', theme: 'light', frozen: 'abc123' },
      'ur/embed/overview/@abc123/light/',
    ],
    [{ ...NAMED, view: null, state: [['place', 'sibi']] }, 'embed/?place=sibi'],
    [
      {
        ...NAMED,
        view: null,
        state: [
          ['bbox', '1,2,3,4'],
          ['layers', 'a,b'],
        ],
        lang: 'ur',
        theme: 'dark',
      },
      'embed/?bbox=1,2,3,4&layers=a,b&lang=ur&theme=dark',
    ],
  ] as [EmbedContent, string][])('%j is %s', (shown, path) => {
    expect(embedPath(shown, 'en')).toBe(path);
  });
});

describe('picturePath', () => {
  it('is that of the view in its language', () => {
    expect(picturePath({ ...NAMED, lang: 'ur', theme: 'dark' }, 'en')).toBe(
      'ur/embed/overview.png',
    );
  });
  it('is the one kept with a frozen view', () => {
    expect(picturePath({ ...NAMED, frozen: 'abc123' }, 'en')).toBe('embed/overview/@abc123.png');
  });
  it('is none for a state of the map', () => {
    expect(picturePath({ ...NAMED, view: null }, 'en')).toBeNull();
  });
});

describe('snippet', () => {
  it('escapes what people wrote', () => {
    expect(snippet(PLACING, URLS)).toContain('title="A &quot;map&quot;"');
    expect(snippet({ ...PLACING, how: 'picture' }, URLS)).toContain('alt="Two &amp; three"');
  });
  it('puts picture and list where no browser with script fetches them', () => {
    expect(snippet({ ...PLACING, how: 'growing', list: ['Sibi <b>'] }, URLS)).toMatch(
      /^<div>\n<iframe class="dateline" [^>]* height="500" [^>]*><\/iframe>\n<noscript>\n {2}<a [^>]*><img [^>]*><\/a>\n {2}<ul>\n {4}<li>Sibi &lt;b&gt;<\/li>\n {2}<\/ul>\n<\/noscript>\n<\/div>\n<script async src="[^"]*"><\/script>$/,
    );
  });
  it('leaves a link where a system removes the frame', () => {
    expect(snippet(PLACING, URLS)).toMatch(
      /frameborder="0"><a href="https:\/\/e\.org\/embed\/x\/">A &quot;map&quot;<\/a><\/iframe>$/,
    );
  });
  it('has no inline style, which a host may forbid', () => {
    for (const how of ['frame', 'growing', 'picture'] as const) {
      expect(snippet({ ...PLACING, how }, URLS)).not.toContain('style=');
    }
  });
  it('links to a state of the map, of which there is no picture', () => {
    expect(snippet({ ...PLACING, how: 'picture' }, { ...URLS, picture: null })).toBe(
      '<a href="https://e.org/embed/x/">A &quot;map&quot;</a>',
    );
  });
});
