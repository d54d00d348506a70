/**
 * Stands in for modules of Leaflet that its other modules import and that no page needs: lines for Internet Explorer,
 * markers that are dragged, and the image of a marker without an icon.
 */
export const vmlMixin = {};
export const vmlCreate = undefined;
export const MarkerDrag = undefined;
export class IconDefault {}
