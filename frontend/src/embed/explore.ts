import type { Config } from '../config';
import { MapStage } from '../map-stage';
import { EMPTY_STATE } from '../state/hash';
import type { Urls } from '../urls';
import { Words } from '../words';

/** Puts an interactive map over the still map of an embed, with the same bounds. */
export async function explore(config: Config, urls: Urls): Promise<void> {
  const section = document.querySelector<HTMLElement>('#map');
  if (!section) throw new Error('The embed has no map.');
  const words = new Words(config.locale, config.words);
  const stage = await MapStage.create(section, config, urls, words, {
    covered: () => 0,
    onOpen: (id) => document.dispatchEvent(new CustomEvent('dateline:open', { detail: id })),
    onOpenPage: () => undefined,
    onHover: () => undefined,
    onMoved: () => undefined,
    onLayers: () => undefined,
    onFailure: () => undefined,
  });
  // The wheel alone scrolls the article, as before.
  section.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    },
    { capture: true, passive: true },
  );
  // The place is emphasised, but the map does not move to it.
  await stage.start(EMPTY_STATE, () => null);
  stage.layers.select(config.place ?? null);
}
