/** The parts of `/catalog.json` that the builder uses. */
export interface CatalogFile {
  readonly hash: string;
  /** The id of the view that the map shows initially. */
  readonly view: string;
  readonly views: readonly {
    readonly id: string;
    readonly title: Readonly<Record<string, string>>;
    readonly place?: string;
    readonly measure?: string;
  }[];
}

/** @throws TypeError without a network, Error if the server refuses */
export async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}
