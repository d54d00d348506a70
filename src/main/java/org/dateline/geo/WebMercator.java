package org.dateline.geo;

/**
 * The spherical Mercator projection of web maps (EPSG:3857), in pixels of a square world whose side is 256 × 2^zoom, y
 * downwards. Formula: OGC Two Dimensional Tile Matrix Set, annex D.1 (WebMercatorQuad).
 *
 * @param zoom the zoom level; need not be whole
 */
public record WebMercator(double zoom) {

    /** The northern edge of the square world. */
    public static final double MAX_LATITUDE = 85.05112877980659;

    public double worldSize() {
        return 256 * Math.pow(2, zoom);
    }

    public double x(double longitude) {
        return (longitude + 180) / 360 * worldSize();
    }

    public double y(double latitude) {
        double clamped = Math.clamp(latitude, -MAX_LATITUDE, MAX_LATITUDE);
        double sine = Math.sin(Math.toRadians(clamped));
        return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldSize();
    }

    /** How many pixels show one metre on the ground at a latitude. */
    public double pixelsPerMetre(double latitude) {
        return worldSize() / (2 * Math.PI * 6378137 * Math.cos(Math.toRadians(latitude)));
    }
}
