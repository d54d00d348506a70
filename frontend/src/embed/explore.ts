import type { Config } from '../config';
import { MapStage } from '../map-stage';
import { shareGestures } from '../map/gestures';
import { EMPTY_STATE } from '../state/hash';
import type { Urls } from '../urls';
import { Words } from '../words';

/** The class of an embed whose map was awake and was put back to sleep. */
const ASLEEP = 'is-asleep';

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
  shareGestures(stage.map, section, words);
  // The place is emphasised, but the map does not move to it.
  await stage.start(EMPTY_STATE, () => null);
  stage.layers.select(config.place ?? null);
  leadBack(section, words);
}

/** Lets the reader put the map back to sleep, with the button that woke it up or with Escape, and wake it up again. */
function leadBack(section: HTMLElement, words: Words): void {
  const button = document.querySelector<HTMLButtonElement>('.explore');
  if (!button) return;
  const wake = button.textContent;
  const sleep = words.say('gesture.sleep');
  button.disabled = false;
  button.textContent = sleep;
  button.onclick = () => {
    const asleep = document.documentElement.classList.toggle(ASLEEP);
    button.textContent = asleep ? wake : sleep;
  };
  section.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape' || !(target instanceof Element) || target.closest('.answer')) return;
    button.click();
    button.focus();
  });
}
