import type { Words } from '../words';

/** The actions of the buttons on the map. */
export interface ToolActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly home: () => void;
  /** Opens or closes the legend; returns whether it is open now. Undefined if there is none. */
  readonly legend?: (() => boolean) | undefined;
  /** Opens the embed builder; undefined if there is none. */
  readonly embed?: (() => void) | undefined;
}

const ICONS = {
  zoomIn: 'M10 4v12M4 10h12',
  zoomOut: 'M4 10h12',
  home: 'M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5',
  embed: 'M7 6 3 10l4 4M13 6l4 4-4 4',
  legend: 'M10 3.5 17 7l-7 3.5L3 7zM3.5 10.2 10 13.5l6.5-3.3M3.5 13.4 10 16.7l6.5-3.3',
};

/** Creates the buttons at the end side of the map. */
export function createTools(words: Words, actions: ToolActions, legendOpen: boolean): HTMLElement {
  const tools = document.createElement('div');
  tools.className = 'map-tools';
  for (const name of ['zoomIn', 'zoomOut', 'home', 'legend', 'embed'] as const) {
    const action = actions[name];
    if (!action) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.tool = name;
    button.setAttribute('aria-label', words.say(`live.${name}`));
    button.title = words.say(`live.${name}`);
    button.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
    if (name === 'legend') {
      button.setAttribute('aria-controls', 'legend');
      button.setAttribute('aria-expanded', String(legendOpen));
    }
    button.addEventListener('click', () => {
      const open = action();
      if (typeof open === 'boolean') button.setAttribute('aria-expanded', String(open));
    });
    tools.append(button);
  }
  return tools;
}
