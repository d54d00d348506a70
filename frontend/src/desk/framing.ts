import { DeskMap } from './desk-map';
import { el, keyed } from './dom';
import type { Session } from './session';
import { fetchSiteMap } from './site-config';
import type { Bbox } from '../model';

/**
 * A map, and the button that writes what it shows into a form, as the box of a view.
 *
 * @param form has the field "bbox" when the button is pressed
 * @param bbox what the map shows at first; the catalog's whole extent if it is no box
 */
export function framing(session: Session, form: HTMLElement, bbox: unknown): HTMLElement[] {
  const { words, state } = session;
  const section = el('section', { class: 'map desk-map editor-map' });
  let map: DeskMap | null = null;
  void fetchSiteMap(state.preview).then((site) => {
    map = new DeskMap(section, words, site, isBbox(bbox) ? bbox : state.bbox);
  });
  const take = (): void => {
    const input = form.querySelector<HTMLTextAreaElement>('textarea[name=bbox]');
    if (!input || !map) return;
    input.value = JSON.stringify(map.box());
    input.dispatchEvent(new Event('change'));
  };
  return [
    section,
    el('div', { class: 'card-actions' }, keyed(words.say('editor.frame'), '', take)),
  ];
}

function isBbox(value: unknown): value is Bbox {
  return (
    Array.isArray(value) && value.length === 4 && value.every((one) => typeof one === 'number')
  );
}
