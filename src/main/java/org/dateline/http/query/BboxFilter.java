package org.dateline.http.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dateline.features.AttributeName;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes the filter of {@code bbox} and {@code bbox-crs}: four numbers, or six with heights, which are ignored. A box in
 * degrees or in Web Mercator whose west is greater than its east crosses the antimeridian. A feature without a geometry
 * matches every box (/req/core/fc-bbox-response).
 */
final class BboxFilter {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private static final String EXPECTED = "4 numbers separated by commas (west,south,east,north), or 6 with heights";

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

    /** How many pieces each side of a box in metres is divided into, so that it follows the earth's curve. */
    private static final int PIECES = 32;

    /** How many metres a box in metres is widened, because coordinates in responses are rounded by as much. */
    private static final double ROUNDING = 0.05;

    private BboxFilter() {}

    static Filter parse(String bbox, ReferenceSystem system) {
        Geometry box = system.inDegrees() ? degrees(bbox, system) : projected(bbox, system);
        AttributeName geometry = new AttributeName(Schema.GEOMETRY);
        List<Filter> either = new ArrayList<>(List.of(FILTERS.isNull(geometry)));
        for (int i = 0; i < box.getNumGeometries(); i++) {
            either.add(FILTERS.intersects(geometry, FILTERS.literal(box.getGeometryN(i))));
        }
        return FILTERS.or(either);
    }

    private static double[] numbers(String bbox) {
        String[] parts = bbox.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw FilterParameters.BBOX.unexpected(bbox, EXPECTED);
        }
        int half = parts.length / 2;
        double[] numbers = new double[4];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].trim();
            if (!NUMBER.matcher(part).matches() || !Double.isFinite(Double.parseDouble(part))) {
                throw FilterParameters.BBOX.unexpected(bbox, EXPECTED);
            }
            if (i % half < 2) {
                numbers[i / half * 2 + i % half] = Double.parseDouble(part);
            }
        }
        return numbers;
    }

    private static Geometry degrees(String bbox, ReferenceSystem system) {
        double[] sides = numbers(bbox);
        try {
            return polygons(
                    system.latitudeFirst()
                            ? new Bbox(sides[1], sides[0], sides[3], sides[2])
                            : new Bbox(sides[0], sides[1], sides[2], sides[3]));
        } catch (IllegalArgumentException e) {
            throw FilterParameters.BBOX.unexpected(
                    bbox, "a box in degrees, in the axis order of " + system + ": " + e.getMessage());
        }
    }

    private static Geometry polygons(Bbox box) {
        Geometry unwrapped =
                Geometries.FACTORY.toGeometry(new Envelope(box.west(), box.unwrappedEast(), box.south(), box.north()));
        if (box.crossesAntimeridian()) {
            return Geometries.FACTORY.buildGeometry(List.of(
                    Geometries.FACTORY.toGeometry(new Envelope(box.west(), 180, box.south(), box.north())),
                    Geometries.FACTORY.toGeometry(new Envelope(-180, box.east(), box.south(), box.north()))));
        }
        return unwrapped;
    }

    private static Geometry projected(String bbox, ReferenceSystem system) {
        double[] sides = numbers(bbox);
        boolean crosses = sides[0] > sides[2] && system.isWebMercator();
        if (sides[1] > sides[3] || sides[0] > sides[2] && !crosses) {
            throw FilterParameters.BBOX.unexpected(bbox, "the lower left corner first, then the upper right corner");
        }
        // Features on a side must stay inside despite rounding errors in the conversion to metres and back.
        Optional<Geometry> box = crosses
                ? across(
                        system,
                        new Coordinate(sides[0] - ROUNDING, sides[1] - ROUNDING),
                        new Coordinate(sides[2] + ROUNDING, sides[3] + ROUNDING))
                : bent(
                        system,
                        new Envelope(
                                sides[0] - ROUNDING, sides[2] + ROUNDING, sides[1] - ROUNDING, sides[3] + ROUNDING));
        return box.orElseThrow(() ->
                FilterParameters.BBOX.unexpected(bbox, "a box within the area of " + system + " (parameter bbox-crs)"));
    }

    private static Optional<Geometry> bent(ReferenceSystem system, Envelope envelope) {
        double longest = Math.max(envelope.getWidth(), envelope.getHeight());
        Geometry box = Geometries.FACTORY.toGeometry(envelope);
        return system.toDegrees(Densifier.densify(box, longest / PIECES)).map(BboxFilter::cut);
    }

    /** In Web Mercator, sides are meridians and parallels, so the corners are enough, as in degrees. */
    private static Optional<Geometry> across(ReferenceSystem system, Coordinate low, Coordinate high) {
        return system.toDegrees(Geometries.FACTORY.createMultiPointFromCoords(new Coordinate[] {low, high}))
                .map(Geometry::getCoordinates)
                .filter(corners -> Math.abs(corners[0].x) <= 180 && Math.abs(corners[1].x) <= 180)
                .map(corners -> polygons(new Bbox(corners[0].x, corners[0].y, corners[1].x, corners[1].y)));
    }

    /** Unwraps the longitudes of a box across the antimeridian, then cuts it there. */
    private static Geometry cut(Geometry box) {
        Geometry unwrapped = box.copy();
        Coordinate[] all = unwrapped.getCoordinates();
        for (int i = 1; i < all.length; i++) {
            all[i].x += 360 * Math.round((all[i - 1].x - all[i].x) / 360);
        }
        unwrapped.geometryChanged();
        return Geometries.cutAtAntimeridian(unwrapped.isValid() ? unwrapped : unwrapped.buffer(0));
    }
}
