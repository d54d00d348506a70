import type { SearchBox } from './combobox';

/**
 * The search field. The code of the search is fetched when the reader turns to the field, because most readers never do.
 */
export class SearchField {
  private box: Promise<SearchBox> | null = null;

  /**
   * @param start fetches the search and makes it work in the field
   * @param onQuery called when the reader has typed
   * @param onFailure called when it could not be fetched, with what tries again
   */
  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly start: (form: HTMLFormElement, input: HTMLInputElement) => Promise<SearchBox>,
    onQuery: (query: string) => void,
    private readonly onFailure: (retry: () => void) => void,
  ) {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('pointerenter', () => this.open());
    input.addEventListener('focus', () => this.open());
    input.addEventListener('input', () => onQuery(input.value));
    searchOnSlash(input);
  }

  /** Sets the query from the address, and shows results unless it is empty. */
  set(query: string): void {
    if (query === this.input.value) return;
    if (query !== '') this.open();
    this.input.value = query;
    this.refresh();
  }

  /** Searches again after more has been loaded. */
  refresh(): void {
    void this.box?.then((box) => box.refresh());
  }

  private open(): void {
    if (this.box) return;
    this.box = this.start(this.form, this.input);
    this.box
      .then((box) => box.refresh())
      .catch(() => {
        this.box = null;
        this.onFailure(() => this.open());
      });
  }
}

/** Turns to a search field when the reader presses the key "/" anywhere else. */
export function searchOnSlash(input: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
