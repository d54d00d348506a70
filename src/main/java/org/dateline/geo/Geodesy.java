package org.dateline.geo;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geotools.referencing.GeodeticCalculator;
import org.geotools.referencing.datum.DefaultEllipsoid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * Measures on the WGS 84 ellipsoid with GeoTools' {@link GeodeticCalculator} (Karney's algorithm, accurate to
 * nanometres). It gets the ellipsoid, not a CRS, so that start-up does not load the EPSG database.
 */
public final class Geodesy {

    private static final int CIRCLE_VERTICES = 72;

    private Geodesy() {}

    /** The total length of a geometry's lines, in metres. */
    public static double length(Geometry lines) {
        GeodeticCalculator calculator = new GeodeticCalculator(DefaultEllipsoid.WGS84);
        double metres = 0;
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i) instanceof LineString line) {
                Coordinate[] vertices = line.getCoordinates();
                for (int v = 1; v < vertices.length; v++) {
                    calculator.setStartingGeographicPoint(vertices[v - 1].x, vertices[v - 1].y);
                    calculator.setDestinationGeographicPoint(vertices[v].x, vertices[v].y);
                    metres += calculator.getOrthodromicDistance();
                }
            }
        }
        return metres;
    }

    /**
     * A circle around a centre, as a polygon of 72 vertices, counter-clockwise and cut at the antimeridian. A circle
     * that contains a pole becomes a band over all longitudes up to that pole.
     *
     * @param metres positive, less than a quarter of the earth's circumference
     */
    public static Geometry circle(Coordinate centre, double metres) {
        GeodeticCalculator calculator = new GeodeticCalculator(DefaultEllipsoid.WGS84);
        List<Coordinate> ring = new ArrayList<>();
        double previous = 0;
        for (int i = 0; i < CIRCLE_VERTICES; i++) {
            double azimuth = -360.0 * i / CIRCLE_VERTICES;
            calculator.setStartingGeographicPoint(centre.x, centre.y);
            calculator.setDirection(azimuth < -180 ? azimuth + 360 : azimuth, metres);
            Point2D point = calculator.getDestinationGeographicPoint();
            // Unwrapped: each vertex lies within 180 degrees of the one before, even past the antimeridian.
            double longitude =
                    ring.isEmpty() ? point.getX() : point.getX() + 360 * Math.round((previous - point.getX()) / 360);
            ring.add(new Coordinate(longitude, point.getY()));
            previous = longitude;
        }
        if (Math.abs(previous - ring.getFirst().x) > 180) {
            return Geometries.rightHanded(polarBand(ring, Math.copySign(90, centre.y)));
        }
        ring.add(ring.getFirst().copy());
        Geometry polygon = Geometries.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
        return Geometries.cutAtAntimeridian(Geometries.rightHanded(polygon));
    }

    /** A longitude beyond the antimeridian as one from -180 to less than 180. */
    public static double wrapped(double longitude) {
        return longitude - Math.floor((longitude + 180) / 360) * 360;
    }

    /** The area between a pole and vertices that surround it and cross each meridian once. */
    private static Geometry polarBand(List<Coordinate> vertices, double pole) {
        List<Coordinate> ring = new ArrayList<>();
        for (Coordinate vertex : vertices) {
            ring.add(new Coordinate(wrapped(vertex.x), vertex.y));
        }
        ring.sort(Comparator.comparingDouble(Coordinate::getX));
        Coordinate east = ring.getLast();
        Coordinate west = ring.getFirst();
        double share = (180 - east.x) / (west.x + 360 - east.x);
        double latitude = east.y + share * (west.y - east.y);
        ring.add(new Coordinate(180, latitude));
        ring.add(new Coordinate(180, pole));
        ring.add(new Coordinate(-180, pole));
        ring.add(new Coordinate(-180, latitude));
        ring.add(west.copy());
        return Geometries.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }
}
