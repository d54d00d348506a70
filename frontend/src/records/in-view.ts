import type { LayerConfig } from '../config';
import { lonNear } from '../geo/turn';
import type { Bbox } from '../model';
import type { Urls } from '../urls';
import type { Words } from '../words';

/** A part of the map, or all of it, and the query of the chosen dates. */
export interface Part {
  readonly bbox: Bbox | null;
  readonly query: string;
}

/**
 * Writes "N records in this part of the map: list them" into each layer's block of the home page.
 * The number comes from the server and is that of the list: marks at the edge of the map also stand
 * for records beyond it.
 */
export class InView {
  private counting: AbortController | null = null;

  constructor(
    private readonly words: Words,
    private readonly urls: Urls,
  ) {}

  say(layers: readonly LayerConfig[], isVisible: (id: string) => boolean, part: Part): void {
    this.counting?.abort();
    this.counting = new AbortController();
    for (const { id } of layers) {
      const block = document.querySelector<HTMLElement>(
        `.panel [data-records="${CSS.escape(id)}"]`,
      );
      if (!block) continue;
      const line = block.querySelector<HTMLElement>('.in-view') ?? addLine(block);
      line.hidden = !isVisible(id);
      if (!line.hidden) void this.sayCount(id, line, part, this.counting.signal);
    }
  }

  /** The address of the list of a layer's records. */
  listOf(layer: string, { bbox, query }: Part): string {
    const parts = bbox ? [`bbox=${boxText(bbox)}`] : [];
    if (query !== '') parts.push(query);
    return this.urls.page(`records/${layer}/${parts.length > 0 ? `?${parts.join('&')}` : ''}`);
  }

  private async sayCount(
    layer: string,
    line: HTMLElement,
    part: Part,
    signal: AbortSignal,
  ): Promise<void> {
    const count = await this.countIn(layer, part, signal).catch(() => undefined);
    if (signal.aborted) return;
    const text =
      count === undefined
        ? this.words.say('tile.inView.uncounted')
        : this.words.say('tile.inView', count);
    const link = document.createElement('a');
    link.href = this.listOf(layer, part);
    link.textContent = text;
    if (line.textContent !== text) line.replaceChildren(count === 0 ? text : link);
    else line.querySelector('a')?.setAttribute('href', link.href);
  }

  /** The number of records; undefined if counting them would take the server long. */
  private async countIn(
    layer: string,
    { bbox, query }: Part,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const parts = ['f=json', 'limit=1', 'properties=id', 'unlocated=exclude'];
    if (bbox) parts.push(`bbox=${boxText(bbox)}`);
    if (query !== '') parts.push(query);
    const address = this.urls.file(`ogc/collections/${layer}/items?${parts.join('&')}`);
    const response = await fetch(address, { signal });
    if (!response.ok) return undefined;
    return ((await response.json()) as { numberMatched?: number }).numberMatched;
  }
}

function addLine(block: HTMLElement): HTMLElement {
  const line = document.createElement('p');
  line.className = 'in-view';
  line.setAttribute('aria-live', 'polite');
  block.append(line);
  return line;
}

function boxText([west, south, east, north]: Bbox): string {
  const whole = east - west >= 360;
  const sides = [whole ? -180 : lonNear(west, 0), south, whole ? 180 : lonNear(east, 0), north];
  return sides.map((side) => String(Math.round(side * 1e6) / 1e6)).join(',');
}
