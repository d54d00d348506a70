import type { LayerConfig } from '../config';
import type { DatedCount } from '../dates/bins';
import type { Urls } from '../urls';

interface Answer {
  readonly dates: readonly { readonly date: string; readonly records: number }[];
}

/** The dates of the records of large layers, fetched when a layer is first shown. */
export class RecordDates {
  private readonly known = new Map<string, readonly DatedCount[]>();

  /** @param onDates called with the dates of all layers that are shown */
  constructor(
    private readonly layers: readonly LayerConfig[],
    private readonly urls: Urls,
    private readonly onDates: (dates: readonly DatedCount[]) => void,
  ) {}

  /** Offers the dates of the layers that are shown now. A layer whose dates do not come has none. */
  async update(isVisible: (id: string) => boolean): Promise<void> {
    const shown = this.layers.filter(({ id, tiles }) => tiles && isVisible(id));
    await Promise.all(shown.map(({ id }) => this.fetch(id)));
    this.onDates(shown.flatMap(({ id }) => this.known.get(id) ?? []));
  }

  private async fetch(layer: string): Promise<void> {
    if (this.known.has(layer)) return;
    try {
      const response = await fetch(this.urls.file(`timeline/${encodeURIComponent(layer)}.json`));
      if (!response.ok) return;
      const { dates } = (await response.json()) as Answer;
      this.known.set(
        layer,
        dates.map(({ date, records }) => ({ date, excerpts: 0, records })),
      );
    } catch {
      // The timeline offers the dates of quotes.
    }
  }
}
