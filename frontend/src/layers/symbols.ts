import { divIcon, type DivIcon } from 'leaflet';
import type { LayerStyle } from '../config';
import { sizes, soft, type PartName } from '../look';
import type { LocationClass } from '../model';

const SVG = 'http://www.w3.org/2000/svg';

/** Half the size of a symbol on the map, in pixels, which labels keep clear of. */
export function symbolRadius(style: LayerStyle, location: LocationClass, quoted: boolean): number {
  if (style === 'route') return quoted ? sizes.route : sizes.station;
  if (location === 'radius') return style === 'incident' ? sizes['disc-incident'] : sizes.disc;
  if (style === 'incident') return sizes.incident;
  return quoted ? sizes.place : sizes['place-unquoted'];
}

/** One of the concentric circles of a symbol. */
export interface SymbolCircle {
  readonly part: PartName;
  readonly radius: number;
}

/**
 * The circles of the symbol of a point or radius, from the bottom up, with a halo if it is
 * emphasised.
 */
export function circlesOf(
  style: LayerStyle,
  location: LocationClass,
  quoted: boolean,
  halo: 'halo' | 'halo-hot' | null,
): SymbolCircle[] {
  const radius = symbolRadius(style, location, quoted);
  const circles: SymbolCircle[] = halo ? [{ part: halo, radius: radius + sizes.halo }] : [];
  return location === 'radius'
    ? [...circles, { part: 'disc', radius }, coreOf(style)]
    : [...circles, { part: quoted ? 'ring' : 'ring-quiet', radius: radius - sizes['ring-inset'] }];
}

/** The core that marks the middle of a true circle. */
export function coreOf(style: LayerStyle): SymbolCircle {
  return { part: 'core', radius: style === 'incident' ? sizes['core-incident'] : sizes.core };
}

/** The class names of the circles in the style sheet. */
const CLASSES: Readonly<Partial<Record<PartName, string>>> = {
  halo: 'pin-halo',
  disc: 'pin-soft',
  core: 'pin-core',
  ring: 'pin-ring',
  'ring-quiet': 'pin-ring',
};

/** The symbol of a point or radius as a marker: it looks small, but is large enough to hit. */
export function markerIcon(style: LayerStyle, location: LocationClass, quoted: boolean): DivIcon {
  const fill = `fill="url(#soft-${style === 'incident' ? 'rust' : 'ink'})"`;
  const circles = circlesOf(style, location, quoted, 'halo').map(
    ({ part, radius }) =>
      `<circle class="${CLASSES[part] ?? ''}" r="${radius}"${part === 'disc' ? ` ${fill}` : ''}/>`,
  );
  return divIcon({
    className: `pin pin-${style} pin-${location}${quoted ? ' is-quoted' : ''}`,
    iconSize: [30, 30],
    html:
      '<svg viewBox="-15 -15 30 30" width="30" height="30" aria-hidden="true">' +
      `${circles.join('')}</svg>`,
  });
}

/**
 * Adds the paints that shapes refer to, soft edges and hatches, in an SVG of their own, because
 * Leaflet's renderer removes and recreates its own SVG.
 */
export function addPaints(parent: Element): void {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'map-paints');
  svg.setAttribute('aria-hidden', 'true');
  const stops = soft.map(
    ([offset, opacity]) => `<stop offset="${offset}" stop-opacity="${opacity}"/>`,
  );
  svg.innerHTML = ['ink', 'rust']
    .map(
      (tone) =>
        `<radialGradient id="soft-${tone}" class="soft soft-${tone}">${stops.join('')}</radialGradient>` +
        `<pattern id="hatch-${tone}" class="hatch hatch-${tone}" width="${sizes.hatch}" height="${sizes.hatch}" ` +
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
        `<line x1="0" y1="0" x2="0" y2="${sizes.hatch}"/></pattern>`,
    )
    .join('');
  parent.append(svg);
}

/** A symbol from the page's sprite, for lists and the legend. */
export function spriteSymbol(name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `symbol symbol-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', '0 0 20 20');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#symbol-${name}`);
  svg.append(use);
  return svg;
}
