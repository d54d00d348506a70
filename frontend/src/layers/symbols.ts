import { divIcon, type DivIcon } from 'leaflet';
import type { LayerStyle } from '../config';
import type { LocationClass } from '../model';

const SVG = 'http://www.w3.org/2000/svg';

/** Half the size of a symbol on the map, in pixels: what labels keep clear of. */
export function symbolRadius(style: LayerStyle, location: LocationClass, quoted: boolean): number {
  if (style === 'route') return quoted ? 5 : 3.5;
  if (location === 'radius') return style === 'incident' ? 10 : 7;
  return style === 'incident' ? 8 : quoted ? 6.5 : 5;
}

/** The symbol of a point or radius as a marker: small to see, large enough to hit. */
export function markerIcon(style: LayerStyle, location: LocationClass, quoted: boolean): DivIcon {
  const r = symbolRadius(style, location, quoted);
  const shape =
    location === 'radius'
      ? `<circle class="pin-soft" r="${r}" fill="url(#soft-${style === 'incident' ? 'rust' : 'ink'})"/>` +
        `<circle class="pin-core" r="${style === 'incident' ? 3.5 : 2.5}"/>`
      : `<circle class="pin-ring" r="${r - 1.5}"/>`;
  return divIcon({
    className: `pin pin-${style} pin-${location}${quoted ? ' is-quoted' : ''}`,
    iconSize: [30, 30],
    html:
      `<svg viewBox="-15 -15 30 30" width="30" height="30" aria-hidden="true">` +
      `<circle class="pin-halo" r="${r + 3}"/>${shape}</svg>`,
  });
}

/**
 * The paints that shapes on the map refer to: soft edges and hatches. They stand in one SVG of the
 * page, because a renderer's own SVG comes and goes.
 */
export function addPaints(parent: Element): void {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'map-paints');
  svg.setAttribute('aria-hidden', 'true');
  svg.innerHTML =
    ['ink', 'rust']
      .map(
        (tone) =>
          `<radialGradient id="soft-${tone}" class="soft soft-${tone}">` +
          '<stop class="soft-middle" offset="0"/><stop class="soft-middle" offset=".55"/>' +
          '<stop class="soft-edge" offset="1"/></radialGradient>' +
          `<pattern id="hatch-${tone}" class="hatch-${tone}" width="7" height="7" ` +
          'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
          '<line x1="0" y1="0" x2="0" y2="7"/></pattern>',
      )
      .join('') || '';
  parent.append(svg);
}

/** A symbol of the page's own sprite, as lists and the legend show it. */
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
