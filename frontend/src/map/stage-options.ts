/** The options and callbacks of the map. */
export interface MapStageOptions {
  /** How many pixels of the map are covered from below. */
  readonly covered: () => number;
  /** How many pixels buttons cover at the end side and the top of a map that is too narrow to lose them. */
  readonly buttons?: () => { readonly end: number; readonly top: number };
  readonly onOpen: (id: string) => void;
  /** Called when the reader chose something that has a page. */
  readonly onOpenPage: (url: string) => void;
  readonly onHover: (id: string | null) => void;
  readonly onMoved: () => void;
  readonly onLayers: () => void;
  readonly onFailure: (title: string) => void;
  /** Called when somebody wants to embed the map; undefined if the page offers no embeds. */
  readonly onEmbed?: () => void;
}
