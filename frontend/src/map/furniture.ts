import type { Box } from './label-placement';
import { createTools, type ToolActions } from './tools';
import type { Words } from '../words';

/** From this width on, the legend is open initially. */
const WIDE = '(min-width: 961px)';
/** The height of a map from which an open legend covers no button. */
const TALL_PX = 480;
/** The gap between a control and a name on the map. */
const AIR_PX = 4;

/** Adds the buttons, the legend and the credit line to the map. */
export function addFurniture(
  section: HTMLElement,
  legend: HTMLElement,
  words: Words,
  credit: string,
  actions: Omit<ToolActions, 'legend'> & { readonly legend: () => void },
): void {
  const open = matchMedia(WIDE).matches && section.clientHeight >= TALL_PX;
  legend.hidden = !open;
  const tools = createTools(
    words,
    {
      ...actions,
      legend: () => {
        legend.hidden = !legend.hidden;
        actions.legend();
        return !legend.hidden;
      },
    },
    open,
  );
  const line = document.createElement('p');
  line.className = 'map-credit';
  line.textContent = credit;
  line.hidden = credit === '';
  const corner = document.createElement('div');
  corner.className = 'map-corner';
  corner.append(legend, line);
  section.append(tools, corner);
}

/** The boxes of the controls on the map, in its pixels; names keep clear of them. */
export function boxesOf(section: HTMLElement): Box[] {
  const frame = section.getBoundingClientRect();
  const parts = section.querySelectorAll(
    '.map-tools, .legend, .map-credit, .map-scale, .dates-opener',
  );
  return [...parts]
    .map((part) => part.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(({ left, top, right, bottom }) => ({
      left: left - frame.left - AIR_PX,
      top: top - frame.top - AIR_PX,
      right: right - frame.left + AIR_PX,
      bottom: bottom - frame.top + AIR_PX,
    }));
}
