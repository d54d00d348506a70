package org.dateline.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Converts the coordinates of a layer's file to longitude and latitude. Most files are in degrees already; GeoTools
 * reprojects those that a map editor saved in another reference system. Its EPSG database takes over a second to open,
 * so it is opened for such files only.
 */
final class Reprojector {

    /** EPSG:32642, urn:ogc:def:crs:EPSG::32642, http://www.opengis.net/def/crs/EPSG/0/32642 */
    private static final Pattern EPSG = Pattern.compile(".*EPSG(?::|/)(?:[0-9.]*(?::|/))?([0-9]{1,9})$");

    private static final Pattern DEGREES = Pattern.compile(".*(CRS84|EPSG(:|/)([0-9.]*(:|/))?4326)$");

    static final Reprojector IDENTITY = new Reprojector(null, null, 0);

    /** A projection that leaves coordinates unchanged. */
    static final Reprojector NONE = new Reprojector(null, null, 0);

    /** In the system's units, which are metres or degrees. */
    private static final double LARGEST_ERROR = 1;

    private final @Nullable MathTransform transform;
    private final @Nullable MathTransform inverse;
    /** The central meridian: longitudes count from here past 180 degrees. */
    private final double middle;

    private Reprojector(@Nullable MathTransform transform, @Nullable MathTransform inverse, double middle) {
        this.transform = transform;
        this.inverse = inverse;
        this.middle = middle;
    }

    /** The projection for the name of a reference system; empty if the name is unknown. */
    static Optional<Reprojector> of(String name) {
        if (DEGREES.matcher(name).matches()) {
            return Optional.of(IDENTITY);
        }
        Matcher epsg = EPSG.matcher(name);
        if (!epsg.matches()) {
            return Optional.empty();
        }
        try {
            // Requests longitude or easting first, as in GeoJSON, regardless of the system's axis order.
            CoordinateReferenceSystem system = CRS.decode("EPSG:" + epsg.group(1), true);
            MathTransform transform = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true);
            return transform.getSourceDimensions() == 2
                    ? Optional.of(new Reprojector(transform, transform.inverse(), middle(system)))
                    : Optional.empty();
        } catch (FactoryException | NoninvertibleTransformException e) {
            return Optional.empty();
        }
    }

    private static double middle(CoordinateReferenceSystem system) {
        if (system instanceof ProjectedCRS projected) {
            for (GeneralParameterValue value :
                    projected.getConversionFromBase().getParameterValues().values()) {
                if (value instanceof ParameterValue<?> parameter
                        && parameter.getDescriptor().getName().getCode().equals("central_meridian")) {
                    return parameter.doubleValue();
                }
            }
        }
        return 0;
    }

    /**
     * A position in degrees, with a longitude within 180 degrees of the central meridian; NaN if the projection has no
     * such point.
     */
    Coordinate toDegrees(double x, double y) {
        if (transform == null) {
            return new Coordinate(x, y);
        }
        try {
            Coordinate degrees = JTS.transform(new Coordinate(x, y), new Coordinate(), transform);
            if (!holds(x, y, degrees)) {
                return new Coordinate(Double.NaN, Double.NaN);
            }
            double fromMiddle = degrees.x - middle;
            return new Coordinate(
                    Math.abs(fromMiddle) <= 180 ? degrees.x : degrees.x - Math.copySign(360, fromMiddle), degrees.y);
        } catch (TransformException | IllegalArgumentException e) {
            // GeoTools throws the latter while it formats a warning about a point far outside.
            return new Coordinate(Double.NaN, Double.NaN);
        }
    }

    /**
     * Whether a projection leads back to where it came from. Far outside its area it may give any degrees; GeoTools
     * notices that only with assertions, which are off in production.
     */
    private boolean holds(double x, double y, Coordinate degrees) throws TransformException {
        Coordinate back = JTS.transform(degrees, new Coordinate(), inverse);
        return Math.hypot(back.x - x, back.y - y) <= LARGEST_ERROR;
    }

    /** Whether a position is one that {@link #toDegrees} can return. */
    boolean reaches(Coordinate degrees) {
        return this == NONE || Math.abs(degrees.x - middle) <= 180 && Math.abs(degrees.y) <= 90;
    }
}
