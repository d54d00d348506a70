import { around, overlap, type Box } from './label-placement';
import type { Covered } from './map';
import type { MapStageOptions } from './stage-options';
import { createTools, type ToolActions } from './tools';
import type { Words } from '../words';

/** From this width on, the legend is open initially. */
const WIDE = '(min-width: 961px)';
/** The gap between a control and a name on the map. */
const AIR_PX = 4;
/** Half the size of a symbol. */
const SYMBOL_PX = 9;

/** The buttons, legend and credit line on the map. */
export interface Furniture {
  /**
   * Opens the legend if there is room, or closes it: it covers no button, and no spot to be seen. What the reader chose
   * stays.
   */
  readonly openLegend: () => void;
}

/** What the furniture asks and tells the map. */
interface FurnitureOptions {
  /** Called when the legend was opened or closed. */
  readonly legend: () => void;
  /** The spots to be seen, in pixels of the map. */
  readonly spots: () => readonly { readonly x: number; readonly y: number }[];
}

/** Adds the buttons, the legend, unless it is null, and the credit line to the map. */
export function addFurniture(
  section: HTMLElement,
  legend: HTMLElement | null,
  words: Words,
  credit: string,
  actions: Omit<ToolActions, 'legend'> & FurnitureOptions,
): Furniture {
  if (legend) legend.hidden = true;
  let chosen = false;
  const tools = createTools(
    words,
    {
      ...actions,
      legend: legend
        ? () => {
            legend.hidden = !legend.hidden;
            chosen = true;
            actions.legend();
            return !legend.hidden;
          }
        : undefined,
    },
    false,
  );
  const line = document.createElement('p');
  line.className = 'map-credit';
  line.textContent = credit;
  line.hidden = credit === '';
  const corner = document.createElement('div');
  corner.className = 'map-corner';
  corner.append(...(legend ? [legend] : []), line);
  section.append(tools, corner);
  const isFree = (panel: HTMLElement): boolean => {
    panel.hidden = false;
    const box = boxIn(section, panel);
    return (
      !overlap(box, boxIn(section, tools)) &&
      !actions.spots().some(({ x, y }) => overlap(box, around(x, y, SYMBOL_PX)))
    );
  };
  return {
    openLegend: () => {
      if (!legend || chosen) return;
      const was = legend.hidden;
      // Where it never opens, the browser need not lay it out to find that.
      const free = matchMedia(WIDE).matches && isFree(legend);
      legend.hidden = !free;
      if (was === legend.hidden) return;
      tools.querySelector('[aria-controls=legend]')?.setAttribute('aria-expanded', String(free));
      actions.legend();
    },
  };
}

/** What lies over the sides of the map: the sheet from below, and buttons at the end side. */
export function coveredSides(
  section: HTMLElement,
  { covered, buttons }: Pick<MapStageOptions, 'covered' | 'buttons'>,
): Covered {
  const { end = 0, top = 0 } = buttons?.() ?? {};
  const bottom = covered();
  return section.matches(':dir(rtl)') ? { bottom, top, left: end } : { bottom, top, right: end };
}

/** The boxes of the controls on the map and of what is covered from below, in its pixels; names keep clear of them. */
export function boxesOf(section: HTMLElement, covered = 0, more = ''): Box[] {
  const { clientWidth: right, clientHeight: bottom } = section;
  const sheet = { left: 0, top: bottom - covered, right, bottom };
  const parts = section.querySelectorAll(
    ['.map-tools, .legend, .map-credit, .map-scale, .dates-opener', more].filter(Boolean).join(),
  );
  const shown = [...parts].filter((part) => part.getBoundingClientRect().width > 0);
  return [...shown.map((part) => boxIn(section, part)), ...(covered > 0 ? [sheet] : [])];
}

/** The box of an element with some air around it, in pixels of the map. */
function boxIn(section: HTMLElement, element: Element): Box {
  const frame = section.getBoundingClientRect();
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return {
    left: left - frame.left - AIR_PX,
    top: top - frame.top - AIR_PX,
    right: right - frame.left + AIR_PX,
    bottom: bottom - frame.top + AIR_PX,
  };
}
