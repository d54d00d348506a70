import type { Geometry } from 'geojson';
import { el, keyed } from './dom';
import { field, select } from './fields';
import type { Session } from './session';
import type { Sketch } from './sketch';
import { CLASSES, type SketchKind } from './sketch-shape';
import type { LocationClass } from '../model';

/** What becomes of a drawing. */
export interface DrawActions {
  readonly save: (place: {
    readonly layer: string;
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: Geometry;
  }) => void;
  readonly cancel: () => void;
}

const KINDS: readonly SketchKind[] = ['pin', 'line', 'area'];
const STYLES = { pin: 'place', line: 'route', area: 'area' } as const;

/** The card to draw a place that no list has: its shape, how precisely it is known, and where that comes from. */
export function drawCard(
  session: Session,
  sketch: Sketch,
  name: string,
  { save, cancel }: DrawActions,
): { card: HTMLElement; focusFirst: () => void } {
  const { words, state, names } = session;
  let geometry: Geometry | null = null;
  const named = el('input', { required: true, value: name, dir: 'auto' });
  const kindOfPlace = el('input', { required: true, list: 'known-kinds' });
  const known = el(
    'datalist',
    { id: 'known-kinds' },
    ...[...new Set(state.features.map(({ kind }) => kind))]
      .sort()
      .map((kind) => el('option', { value: kind })),
  );
  const layer = select(state.layers.map(({ id }) => [id, names.layer(id)]));
  const location = select([]);
  const metres = el('input', {
    type: 'number',
    min: 1,
    max: 2_000_000,
    required: true,
    value: 1000,
  });
  const source = el('input', { required: true, dir: 'auto' });
  const note = el('p', { class: 'hint', role: 'status' });
  const done = keyed(words.say('draw.save'), '', () => undefined, { class: 'is-first' });
  done.type = 'submit';
  const metresField = field(words.say('draw.metres'), metres, words.say('draw.metres.hint'));

  const begin = (kind: SketchKind): void => {
    location.replaceChildren(
      ...CLASSES[kind].map((one) => el('option', { value: one }, words.say(`draw.class.${one}`))),
    );
    const fitting = state.layers.find(({ style }) => style === STYLES[kind]) ?? state.layers[0];
    if (fitting) layer.value = fitting.id;
    metresField.hidden = kind !== 'pin';
    metres.disabled = kind !== 'pin';
    sketch.start(kind, (drawn, points) => {
      geometry = drawn;
      note.textContent = words.say(drawn ? 'draw.enough' : `draw.hint.${kind}`, points);
    });
    sketch.setPrecision(kind === 'pin' ? metres.valueAsNumber || 0 : 0);
  };
  metres.addEventListener('input', () => sketch.setPrecision(metres.valueAsNumber || 0));
  const shapes = KINDS.map((kind, index) => {
    const radio = el('input', { type: 'radio', name: 'shape', value: kind });
    radio.checked = index === 0;
    radio.addEventListener('change', () => begin(kind));
    return el('label', { class: 'shape' }, radio, words.say(`draw.${kind}`));
  });
  const form = el(
    'form',
    {
      class: 'card is-drawing',
      submit: (event) => {
        event.preventDefault();
        if (!geometry) {
          note.textContent = words.say('draw.missing');
          return;
        }
        const properties = {
          name: named.value.trim(),
          kind: kindOfPlace.value.trim(),
          location: location.value as LocationClass,
          ...(!metres.disabled && { uncertainty_m: metres.valueAsNumber }),
          source: source.value.trim(),
        };
        save({ layer: layer.value, properties, geometry });
      },
    },
    el('header', { class: 'card-head' }, el('h2', {}, words.say('draw.title'))),
    el('fieldset', { class: 'shapes' }, el('legend', {}, words.say('draw.shape')), ...shapes),
    note,
    el(
      'div',
      { class: 'fields' },
      field(words.say('draw.name'), named),
      field(words.say('draw.kind'), kindOfPlace, words.say('draw.kind.hint')),
      field(words.say('draw.layer'), layer),
      field(words.say('draw.location'), location),
      metresField,
      field(words.say('draw.source'), source, words.say('draw.source.hint')),
    ),
    known,
    el(
      'div',
      { class: 'card-actions' },
      done,
      keyed(words.say('draw.back'), '', () => sketch.back()),
      keyed(words.say('do.cancel'), 'Escape', cancel),
    ),
  );
  begin('pin');
  return { card: form, focusFirst: () => kindOfPlace.focus() };
}
