package org.dateline.load;

import org.dateline.geo.Geometries;
import org.dateline.geo.GeometryProblem;
import org.dateline.geo.ShortWay;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/** Checks geometries from files: within the world, valid, right-handed. */
final class GeometryChecks {

    /** The deepest nesting of collections; the database accepts a few hundred levels, and maps need one. */
    static final int DEEPEST = 32;

    private GeometryChecks() {}

    static Point point(double longitude, double latitude) {
        requireWithin(longitude, latitude);
        return Geometries.FACTORY.createPoint(new Coordinate(longitude, latitude));
    }

    /** @throws BadRowException if the value is invalid; the message says why */
    static Geometry ofWkt(String text) {
        try {
            // As PostGIS writes it: its number of the reference system comes first.
            return sound(new WKTReader(Geometries.FACTORY).read(text.replaceFirst("^\\s*(?i:SRID=4326;)", "")));
        } catch (ParseException | IllegalArgumentException e) {
            throw BadRowException.of("geometry", text, "Well-Known Text");
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** @throws BadRowException if the value is invalid; the message says why */
    static Geometry ofWkb(byte[] bytes) {
        try {
            return sound(new WKBReader(Geometries.FACTORY).read(bytes));
        } catch (ParseException | IllegalArgumentException e) {
            throw BadRowException.saying("geometry: got bytes that are not a geometry, expected Well-Known Binary");
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    private static BadRowException tooDeep() {
        return BadRowException.saying("geometry: got more than " + DEEPEST + " levels of collections, expected fewer");
    }

    private static void requireShallow(Geometry geometry, int depth) {
        if (depth > DEEPEST) {
            throw tooDeep();
        }
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                requireShallow(geometry.getGeometryN(i), depth + 1);
            }
        }
    }

    /** @throws BadRowException if the value is invalid; the message says why */
    static Geometry sound(Geometry geometry) {
        requireShallow(geometry, 0);
        if (geometry.isEmpty()) {
            return geometry;
        }
        Envelope box = geometry.getEnvelopeInternal();
        requireWithin(box.getMinX(), box.getMinY());
        requireWithin(box.getMaxX(), box.getMaxY());
        return whole(geometry);
    }

    private static Geometry whole(Geometry geometry) {
        Geometry alone = alone(geometry);
        if (alone instanceof Point || alone instanceof MultiPoint) {
            return alone;
        }
        if (isCollection(alone)) {
            Geometry[] parts = new Geometry[alone.getNumGeometries()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = whole(alone.getGeometryN(i));
            }
            return Geometries.FACTORY.createGeometryCollection(parts);
        }
        Geometry meant = ShortWay.of(alone);
        GeometryProblem.of(meant).ifPresent(problem -> {
            throw BadRowException.saying("geometry: got " + problem.got() + ", expected " + problem.expected());
        });
        return Geometries.rightHanded(meant);
    }

    /** The only part of a MultiPoint or a collection, because programs wrap single ones; any other geometry as it is. */
    static Geometry alone(Geometry geometry) {
        boolean wraps = geometry instanceof MultiPoint || isCollection(geometry);
        return wraps && geometry.getNumGeometries() == 1 ? alone(geometry.getGeometryN(0)) : geometry;
    }

    /** Whether its parts may be of different types. */
    private static boolean isCollection(Geometry geometry) {
        return geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
    }

    private static void requireWithin(double longitude, double latitude) {
        // Written so that NaN fails too.
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw BadRowException.saying("geometry: got longitude " + longitude + ", latitude " + latitude
                    + ", expected -180 to 180 and -90 to 90");
        }
    }
}
