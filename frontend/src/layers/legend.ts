import type { LayerConfig, LayerStyle } from '../config';
import type { LocationClass } from '../model';
import { LINE_SIGNS, lineSample, lineSymbolOf } from './line-symbols';
import { spriteSymbol } from './symbols';
import type { Words } from '../words';

const SYMBOL_OF: Readonly<Record<Exclude<LayerStyle, 'route'>, LocationClass>> = {
  incident: 'radius',
  place: 'point',
  area: 'area',
};

/** The legend, which also switches layers on and off. */
export class Legend {
  readonly element: HTMLElement;
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly counts = new Map<string, HTMLElement>();

  /** @param onSwitch called with a layer's id and whether to switch it on */
  constructor(
    private readonly layers: readonly LayerConfig[],
    private readonly words: Words,
    isVisible: (id: string) => boolean,
    onSwitch: (id: string, on: boolean) => void,
  ) {
    this.element = document.createElement('section');
    this.element.className = 'legend';
    this.element.id = 'legend';
    this.element.setAttribute('aria-label', words.say('live.legend'));
    const heading = document.createElement('h2');
    heading.textContent = words.say('live.layers');
    const list = document.createElement('ul');
    // The topmost layer comes first, as on the map.
    for (const layer of [...layers].reverse()) {
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = isVisible(layer.id);
      box.dataset.layer = layer.id;
      box.addEventListener('change', () => onSwitch(layer.id, box.checked));
      this.boxes.set(layer.id, box);
      const label = document.createElement('label');
      const title = document.createElement('span');
      title.className = 'legend-title';
      title.textContent = layer.title;
      const count = document.createElement('span');
      count.className = 'legend-count';
      this.counts.set(layer.id, count);
      const symbol =
        layer.style === 'route'
          ? lineSample(lineSymbolOf('route', layer.lines ?? ''), 20)
          : spriteSymbol(SYMBOL_OF[layer.style]);
      symbol.classList.add(`of-${layer.style}`);
      label.append(box, symbol, title, count);
      const item = document.createElement('li');
      item.append(label);
      list.append(item);
    }
    this.element.append(heading, list, key(words));
  }

  /** Shows the number of each layer's places with quotes, as the lists do; of a layer without quotes, that of its features if it is known. */
  tell(quoted: (layer: string) => number | null): void {
    for (const { id, count } of this.layers) {
      const element = this.counts.get(id);
      const number = quoted(id) ?? count;
      if (element && number !== undefined) element.textContent = this.words.number(number);
    }
  }

  /** Shows the state of the layers. */
  update(isVisible: (id: string) => boolean): void {
    for (const [id, box] of this.boxes) box.checked = isVisible(id);
  }
}

/** The key: what the symbols say about how precisely a location is known. */
function key(words: Words): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = words.say('live.key');
  const list = document.createElement('ul');
  const entries = [
    ['point', words.say('live.key.point')],
    ['radius', words.say('live.key.radius')],
    ['area', words.say('live.key.area')],
    ['line', words.say('live.key.line')],
    ['between', words.say('live.key.between')],
  ] as const;
  for (const [symbol, text] of entries) {
    const item = document.createElement('li');
    item.append(spriteSymbol(symbol), text);
    list.append(item);
  }
  for (const [sign, symbol] of Object.entries(LINE_SIGNS)) {
    // The page has the words of those that its map has.
    if (!words.has(`sign.${sign}`)) continue;
    const item = document.createElement('li');
    item.append(lineSample(symbol), words.say(`sign.${sign}`));
    list.append(item);
  }
  details.append(summary, list);
  return details;
}
