import { formatSelection, parseSelection, type Selection } from '../dates/selection';
import type { MapPosition } from '../model';

/** The state in the part of the address after #. The path identifies the panel. */
export interface HashState {
  /** The id of the element to scroll to, as in any page. */
  readonly fragment: string | null;
  readonly map: MapPosition | null;
  /** The ids of layers that the reader switched off. */
  readonly off: readonly string[];
  /** The ids of layers that are off in the catalog and that the reader switched on. */
  readonly on: readonly string[];
  /** The dates whose quotes are shown; null for all. */
  readonly time: Selection | null;
  readonly query: string;
}

/** The state of an address without a hash. */
export const EMPTY_STATE: HashState = {
  fragment: null,
  map: null,
  off: [],
  on: [],
  time: null,
  query: '',
};

/**
 * Reads `#fragment&map=6.50/29.64/67.62&off=areas&time=2025-03-11/2025-03-12,undated&q=Sibi`.
 * Unreadable parts are ignored, so that an address cut short in an e-mail still opens its page.
 */
export function parseHash(hash: string): HashState {
  let state = EMPTY_STATE;
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [key = '', value] = splitOnce(part);
    if (value === undefined) {
      if (key !== '') state = { ...state, fragment: decode(key) };
    } else if (key === 'map') state = { ...state, map: parsePosition(value) };
    else if (key === 'off') state = { ...state, off: parseIds(value) };
    else if (key === 'on') state = { ...state, on: parseIds(value) };
    else if (key === 'time') state = { ...state, time: parseSelection(decode(value)) };
    else if (key === 'q') state = { ...state, query: decode(value.replaceAll('+', ' ')) };
  }
  return state;
}

/**
 * Writes a state in the form that {@link parseHash} reads; the empty state gives an empty string.
 */
export function formatHash(state: HashState): string {
  const parts: string[] = [];
  if (state.fragment) parts.push(encodeURIComponent(state.fragment));
  if (state.map) {
    const { zoom, lat, lng } = state.map;
    // As many digits as matter on a screen: about a third of a pixel at any zoom.
    const digits = Math.max(2, Math.ceil(zoom / 3));
    parts.push(`map=${zoom.toFixed(2)}/${lat.toFixed(digits)}/${lng.toFixed(digits)}`);
  }
  if (state.off.length > 0) parts.push(`off=${[...state.off].sort().join(',')}`);
  if (state.on.length > 0) parts.push(`on=${[...state.on].sort().join(',')}`);
  if (state.time) parts.push(`time=${formatSelection(state.time)}`);
  if (state.query.trim() !== '') parts.push(`q=${encodeURIComponent(state.query.trim())}`);
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

function splitOnce(part: string): [string, string | undefined] {
  const at = part.indexOf('=');
  return at < 0 ? [part, undefined] : [part.slice(0, at), part.slice(at + 1)];
}

function parseIds(value: string): string[] {
  return decode(value)
    .split(',')
    .filter((id) => /^[a-z0-9-]+$/.test(id));
}

function parsePosition(value: string): MapPosition | null {
  const numbers = value.split('/').map((text) => (text.trim() === '' ? NaN : Number(text)));
  const [zoom = NaN, lat = NaN, lng = NaN] = numbers;
  const valid =
    numbers.length === 3 &&
    zoom >= 0 &&
    zoom <= 24 &&
    Math.abs(lat) <= 90 &&
    Number.isFinite(lng) &&
    Math.abs(lng) <= 540;
  return valid ? { zoom, lat, lng } : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
