package org.dateline.features;

import java.util.List;
import java.util.Optional;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.wkt.Formattable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system, identified by its URI (OGC API - Features - Part 2), with the axis order of its
 * definition: EPSG:4326 has latitude first. GeoTools' EPSG database takes over a second to open, which happens for the
 * first coordinates that need it, or in {@link #warm}.
 */
public final class ReferenceSystem {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    /** Longitude and latitude in degrees: the system of all stored geometries, and the default in responses. */
    public static final ReferenceSystem CRS84 =
            new ReferenceSystem("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 0, false, true);

    public static final ReferenceSystem WGS84 = new ReferenceSystem(EPSG + "4326", 4326, true, true);

    public static final ReferenceSystem WEB_MERCATOR = new ReferenceSystem(EPSG + "3857", 3857, false, false);

    /** How many degrees from its central meridian UTM is offered, far beyond its zone: at 90 it reaches infinity. */
    private static final double FROM_CENTRAL_MERIDIAN = 80;

    private final String uri;
    private final int epsg;
    private final boolean latitudeFirst;
    private final boolean degrees;
    private volatile @Nullable Transforms transforms;

    private record Transforms(MathTransform toDegrees, MathTransform fromDegrees, Formattable definition) {}

    private ReferenceSystem(String uri, int epsg, boolean latitudeFirst, boolean degrees) {
        this.uri = uri;
        this.epsg = epsg;
        this.latitudeFirst = latitudeFirst;
        this.degrees = degrees;
    }

    /**
     * The UTM zone on WGS 84 that contains a position, easting first. Zones 1 to 60, EPSG codes 32601.. and 32701...
     * Compared with PROJ, coordinates are accurate to 0.2 m within 15 degrees of the central meridian and to 60 m
     * within 30 degrees; far outside its zone the projection is useless.
     */
    static ReferenceSystem utm(double longitude, double latitude) {
        int zone = Math.clamp((int) Math.floor((longitude + 180) / 6) + 1, 1, 60);
        int code = (latitude < 0 ? 32700 : 32600) + zone;
        return new ReferenceSystem(EPSG + code, code, false, false);
    }

    /** Whether it has coordinates for all of a box; UTM has none for the other side of the earth. */
    boolean suits(Bbox box) {
        if (degrees || isWebMercator()) {
            return true;
        }
        double west = Bbox.wrapped(box.west() - centralMeridian());
        return west >= -FROM_CENTRAL_MERIDIAN && west + box.width() <= FROM_CENTRAL_MERIDIAN;
    }

    /** The longitude in the middle of its UTM zone. */
    private double centralMeridian() {
        return epsg % 100 * 6 - 183;
    }

    /** CRS84, EPSG:4326, EPSG:3857 and the UTM zone in the middle of a box. */
    static List<ReferenceSystem> suitableFor(Bbox box) {
        double middle = box.middleLongitude();
        return List.of(CRS84, WGS84, WEB_MERCATOR, utm(Bbox.wrapped(middle), (box.south() + box.north()) / 2));
    }

    public String uri() {
        return uri;
    }

    /** The EPSG code; 4326 for CRS84, which differs only in axis order. */
    public int srid() {
        return epsg == 0 ? 4326 : epsg;
    }

    public boolean isCrs84() {
        return epsg == 0;
    }

    /** Whether it is EPSG:3857, whose eastings span the earth once. */
    public boolean isWebMercator() {
        return epsg == WEB_MERCATOR.epsg;
    }

    /** Whether coordinates are in degrees; otherwise they are in metres. */
    public boolean inDegrees() {
        return degrees;
    }

    public boolean latitudeFirst() {
        return latitudeFirst;
    }

    /** The definition as Well-Known Text; only for systems in metres. */
    public String wellKnownText() {
        // The indentation is stated because GeoTools would otherwise read the preferences of the server's user.
        return transforms().definition.toWKT(0);
    }

    /** Opens the EPSG database and prepares this system, so that no request waits for it. */
    public void warm() {
        if (!degrees) {
            transforms();
        }
    }

    /**
     * Converts a geometry from longitude and latitude to this system.
     *
     * @return empty if the system has no such coordinates, as Mercator has none for a pole
     */
    public Optional<Geometry> fromDegrees(Geometry geometry) {
        if (isCrs84()) {
            return Optional.of(geometry);
        }
        if (degrees) {
            return Optional.of(swapped(geometry));
        }
        return transformed(geometry, transforms().fromDegrees);
    }

    /**
     * Converts a geometry from this system to longitude and latitude; empty if its coordinates are not on the earth.
     */
    public Optional<Geometry> toDegrees(Geometry geometry) {
        if (isCrs84()) {
            return Optional.of(geometry);
        }
        if (degrees) {
            return Optional.of(swapped(geometry));
        }
        return transformed(geometry, transforms().toDegrees);
    }

    private static Optional<Geometry> transformed(Geometry geometry, MathTransform transform) {
        try {
            Geometry result = JTS.transform(geometry, transform);
            for (var coordinate : result.getCoordinates()) {
                if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
                    return Optional.empty();
                }
            }
            return Optional.of(result);
        } catch (TransformException | IllegalArgumentException | ArithmeticException e) {
            // GeoTools throws IllegalArgumentException while it formats a warning about a point far outside.
            return Optional.empty();
        }
    }

    private Transforms transforms() {
        Transforms known = transforms;
        if (known == null) {
            try {
                // Longitude or easting first, as in our own coordinates.
                var system = CRS.decode("EPSG:" + epsg, true);
                known = new Transforms(
                        CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true),
                        CRS.findMathTransform(DefaultGeographicCRS.WGS84, system, true),
                        (Formattable) system);
                transforms = known;
            } catch (FactoryException e) {
                throw new IllegalStateException("EPSG:" + epsg + " is not in the EPSG database", e);
            }
        }
        return known;
    }

    private static Geometry swapped(Geometry geometry) {
        Geometry copy = geometry.copy();
        return Geometries.moved(copy, (sequence, i) -> {
            double x = sequence.getX(i);
            sequence.setOrdinate(i, 0, sequence.getY(i));
            sequence.setOrdinate(i, 1, x);
        });
    }

    @Override
    public String toString() {
        return uri;
    }
}
