/** English, the language the others translate. */
export const en = {
  mapKeys: 'Map. Arrow keys move it, plus and minus zoom.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  home: 'Show the whole view',
  legend: 'Legend and layers',
  layers: 'Layers',
  key: 'How well a location is known',
  keyPoint: 'Point',
  keyRadius: 'Within the circle',
  keyArea: 'Somewhere in the area',
  keyLine: 'Along the line',
  keyBetween: 'Between two points',
  searchLabel: 'Search places and quotes',
  results: 'Search results',
  places: 'Places',
  quotesHeading: 'Quotes',
  also: 'also written {text}',
  nothing: 'Nothing found for “{text}”.',
  found: '{places} places and {quotes} quotes found',
  clear: 'Clear the search',
  quotes: '{n} quotes',
  quote: '{n} quote',
  noQuotes: 'no quote',
  themeAuto: 'Colours: as the device',
  themeLight: 'Colours: light',
  themeDark: 'Colours: dark',
  sheetPeek: 'Panel lowered. Raise it to half the screen',
  sheetHalf: 'Panel at half the screen. Raise it to the whole screen',
  sheetFull: 'Panel over the whole screen. Lower it',
  copied: 'Copied',
  fileOffline: 'No network: the file could not be fetched.',
  copyFailed: 'Your browser did not allow copying.',
  loading: 'Loading …',
  offline: 'No network: the page could not be fetched.',
  refused: 'The server answered with an error ({status}).',
  layerFailed: 'The layer “{text}” could not be loaded.',
  retry: 'Try again',
  km: 'km',
  m: 'm',
};

/** Kinds of features, as a screen reader hears them on the map. */
export const enKinds: Kinds = {
  event: 'incident',
  city: 'city',
  town: 'town',
  village: 'village',
  capital: 'capital',
  station: 'station',
  stop: 'station, the train stops',
  valley: 'valley',
  pass: 'pass',
  port: 'port',
  province: 'province',
  territory: 'territory',
  district: 'district',
  country: 'country',
  region: 'region',
  sea: 'sea',
  railway: 'railway line',
};

/** Kinds by their name in the data. */
export type Kinds = Readonly<Record<string, string>>;

/** Keys and shape of a dictionary. */
export type Dictionary = Readonly<Record<keyof typeof en, string>>;
