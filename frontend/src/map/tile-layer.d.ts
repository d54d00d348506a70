export { tileLayer } from 'leaflet';
