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
   * Opens the legend if there is room: it covers no button, and no spot to be seen.
   *
   * @param spots pixels of the map
   * @returns whether it is open
   */
  readonly openLegend: (spots: readonly { readonly x: number; readonly y: number }[]) => boolean;
}

/** Adds the buttons, the legend, unless it is null, and the credit line to the map. */
export function addFurniture(
  section: HTMLElement,
  legend: HTMLElement | null,
  words: Words,
  credit: string,
  actions: Omit<ToolActions, 'legend'> & { readonly legend: () => void },
): Furniture {
  if (legend) legend.hidden = true;
  const tools = createTools(
    words,
    {
      ...actions,
      legend: legend
        ? () => {
            legend.hidden = !legend.hidden;
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
  return {
    openLegend: (spots) => {
      if (!legend) return false;
      if (!legend.hidden || !matchMedia(WIDE).matches) return !legend.hidden;
      legend.hidden = false;
      const box = boxIn(section, legend);
      const free =
        !overlap(box, boxIn(section, tools)) &&
        !spots.some(({ x, y }) => overlap(box, around(x, y, SYMBOL_PX)));
      legend.hidden = !free;
      tools.querySelector('[aria-controls=legend]')?.setAttribute('aria-expanded', String(free));
      return free;
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

/** The boxes of the controls on the map, in its pixels; names keep clear of them. */
export function boxesOf(section: HTMLElement): Box[] {
  const parts = section.querySelectorAll(
    '.map-tools, .legend, .map-credit, .map-scale, .dates-opener',
  );
  return [...parts]
    .filter((part) => part.getBoundingClientRect().width > 0)
    .map((part) => boxIn(section, part));
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
