/**
 * The parts of Leaflet that this map uses, from its source modules: the build resolves "leaflet" to this one. A bundler
 * cannot remove unused parts of the package's single file; with it, the reading page's script was 11 KB larger (72.2
 * instead of 60.7 KB gzip). Tiles are in a file of their own, because few maps have them. Left out: popups, tooltips,
 * controls, layers of GeoJSON, drawing shapes on a canvas, context menus by a long press, and what leaflet-unused.js
 * stands in for.
 */
import * as DomUtil from 'leaflet/src/dom/DomUtil.js';
import { Map } from 'leaflet/src/map/Map.js';
import 'leaflet/src/map/handler/Map.BoxZoom.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';

export { DomUtil };
export { toPoint as point } from 'leaflet/src/geometry/Point.js';
export { createMap as map } from 'leaflet/src/map/Map.js';
export { featureGroup } from 'leaflet/src/layer/FeatureGroup.js';
export { imageOverlay } from 'leaflet/src/layer/ImageOverlay.js';
export { Layer } from 'leaflet/src/layer/Layer.js';
export { divIcon } from 'leaflet/src/layer/marker/DivIcon.js';
export { marker } from 'leaflet/src/layer/marker/Marker.js';
export { circleMarker, CircleMarker } from 'leaflet/src/layer/vector/CircleMarker.js';
export { polygon } from 'leaflet/src/layer/vector/Polygon.js';
export { polyline } from 'leaflet/src/layer/vector/Polyline.js';
export { svg } from 'leaflet/src/layer/vector/SVG.js';

// A path asks its map for the renderer. Leaflet's own method also refers to the canvas renderer, and so would include
// its code.
Map.include({
  getRenderer({ options: { renderer } }) {
    if (!this.hasLayer(renderer)) this.addLayer(renderer);
    return renderer;
  },
});
