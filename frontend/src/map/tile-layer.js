/** The part of Leaflet for tiles, which is fetched only for a map that has them. */
export { tileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
