package org.dateline.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * What is wrong with a geometry.
 *
 * @param got      what it is, and where
 * @param expected what it should be
 */
public record GeometryProblem(String got, String expected) {

    /**
     * The first problem of a geometry: a stretch that was meant to cross the antimeridian but says that it goes around
     * the world, or what makes it invalid.
     *
     * @param geometry within -180..180 and -90..90 degrees, after {@link ShortWay#of}
     */
    public static Optional<GeometryProblem> of(Geometry geometry) {
        return jump(geometry).or(() -> invalid(geometry));
    }

    private static Optional<GeometryProblem> invalid(Geometry geometry) {
        return Optional.ofNullable(Validity.error(geometry))
                .map(found -> new GeometryProblem(
                        found.getMessage() + " at " + found.getCoordinate().x + ", " + found.getCoordinate().y,
                        "a valid geometry"));
    }

    /** Lines have no stretch of more than half the earth. Areas may be as wide as that, but hardly much wider. */
    private static Optional<GeometryProblem> jump(Geometry geometry) {
        boolean area = geometry.getDimension() == 2;
        for (Object part : LinearComponentExtracter.getLines(geometry)) {
            LineString line = (LineString) part;
            for (int i = 1; i < line.getNumPoints(); i++) {
                Coordinate from = line.getCoordinateN(i - 1);
                Coordinate to = line.getCoordinateN(i);
                double degrees = ShortWay.degrees(from, to);
                if (ShortWay.isLong(degrees) && (!area || Math.abs(degrees) > ShortWay.WIDEST)) {
                    return Optional.of(jump(from, to, area));
                }
            }
        }
        return Optional.empty();
    }

    private static GeometryProblem jump(Coordinate from, Coordinate to, boolean area) {
        double side = Math.copySign(180, from.x);
        double onwards = to.x + 2 * side;
        double share = (side - from.x) / (onwards - from.x);
        String latitude = rounded(from.y + share * (to.y - from.y));
        String crossing = "one that ends at [" + rounded(side) + ", " + latitude + "], and one that starts at ["
                + rounded(-side) + ", " + latitude + "]";
        return new GeometryProblem(
                "a stretch from " + position(from) + " to " + position(to) + ", around the world",
                area
                        ? "areas cut at the antimeridian: " + crossing
                                + " (MultiPolygon), or positions in between if it does go around the world"
                        : "lines cut at the antimeridian: " + crossing + " (MultiLineString)");
    }

    private static String position(Coordinate at) {
        return "[" + rounded(at.x) + ", " + rounded(at.y) + "]";
    }

    private static String rounded(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(5, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
