package org.dateline.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Areas that cross the antimeridian or contain a pole without being cut there: a stretch of a ring goes from 179 to -179
 * degrees, which says that it goes around the world (RFC 7946, section 3.1.9).
 */
public final class ShortWay {

    /** The longest stretch that is believed of an area, in degrees of longitude. */
    static final double WIDEST = 300;

    /** The corners of a box, which do not tell which way its sides go. */
    private static final int BOX = 4;

    /** A ring around the earth that is all beyond this latitude is around a pole, and not along a wide area. */
    private static final double POLAR = 60;

    private final Polygon written;
    /** The shell, then the holes. */
    private final List<UnwrappedRing> rings;

    private final double longest;

    private ShortWay(Polygon written) {
        this.written = written;
        rings = Stream.concat(
                        Stream.of(written.getExteriorRing()),
                        IntStream.range(0, written.getNumInteriorRing()).mapToObj(written::getInteriorRingN))
                .map(UnwrappedRing::of)
                .toList();
        longest = rings.stream().mapToDouble(UnwrappedRing::longest).max().orElse(0);
    }

    /** How many degrees of longitude a stretch goes, less than 0 to the west; at a pole, that tells nothing. */
    static double degrees(Coordinate from, Coordinate to) {
        return Math.abs(from.y) == 90 && from.y == to.y ? 0 : to.x - from.x;
    }

    /** Whether a stretch is longer than half the earth. From -180 to 180, it is all of a parallel. */
    static boolean isLong(double degrees) {
        return Math.abs(degrees) > 180 && Math.abs(degrees) < 360;
    }

    /**
     * A geometry in which each polygon that was plainly meant to cross the antimeridian is cut there, and each that was
     * plainly meant to reach a pole does so; any other geometry as it is.
     *
     * <p>It is plain if the polygon is valid the short way but not as it is written. If it is valid both ways, it is plain
     * only of a polygon that is more than a box: of a box, it may as well be the rest of the world. The short way must be
     * narrower than half the earth, or keep to one pole.
     */
    public static Geometry of(Geometry written) {
        if (!(written instanceof Polygonal) || written.getEnvelopeInternal().getWidth() <= 180) {
            return written;
        }
        List<Polygon> polygons = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < written.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) written.getGeometryN(i);
            Geometry meant = new ShortWay(polygon).meant();
            changed |= meant != null;
            // One by one: only together may they be invalid, which is told afterwards.
            Geometry own = meant == null ? polygon : meant;
            for (int j = 0; j < own.getNumGeometries(); j++) {
                polygons.add((Polygon) own.getGeometryN(j));
            }
        }
        return changed ? Geometries.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)) : written;
    }

    /** Null if the polygon is as it is written, or not plain. */
    private @Nullable Geometry meant() {
        if (longest <= 180) {
            return null;
        }
        boolean valid = Validity.isValid(written);
        if (valid && rings.stream().noneMatch(UnwrappedRing::jumps)) {
            return null;
        }
        List<UnwrappedRing> around =
                rings.stream().filter(ring -> ring.turns() != 0).toList();
        Geometry meant = around.isEmpty()
                ? narrow(valid)
                : around.getFirst().equals(rings.getFirst()) ? polar(around, valid) : null;
        return meant == null || meant.isEmpty() ? null : meant;
    }

    private @Nullable Geometry narrow(boolean valid) {
        LinearRing shell = rings.getFirst().closed();
        LinearRing[] holes = rings.stream()
                .skip(1)
                .map(hole -> besides(shell, hole.closed()))
                .toArray(LinearRing[]::new);
        Polygon meant = Geometries.FACTORY.createPolygon(shell, holes);
        boolean box = shell.getNumPoints() - 1 == BOX || meant.isRectangle();
        return shell.getEnvelopeInternal().getWidth() < 180 && Validity.isValid(meant) && !(box && valid)
                ? Geometries.cutAtAntimeridian(meant)
                : null;
    }

    /** A hole, as many turns away as its shell. */
    private static LinearRing besides(LinearRing shell, LinearRing hole) {
        double apart = shell.getEnvelopeInternal().centre().x
                - hole.getEnvelopeInternal().centre().x;
        return (LinearRing) Geometries.shifted(hole, 360 * Math.rint(apart / 360));
    }

    /**
     * What lies between a ring around the earth and its pole, or between two such rings.
     *
     * @param around the rings that go around the earth
     */
    private @Nullable Geometry polar(List<UnwrappedRing> around, boolean valid) {
        boolean band = around.size() == 2;
        boolean plain = !valid || longest > WIDEST && (band || around.getFirst().isBeyond(POLAR));
        if (!plain
                || around.size() > 2
                || around.stream().anyMatch(ring -> Math.abs(ring.turns()) > 1)
                || !band && !around.getFirst().isBeyond(0)) {
            return null;
        }
        double pole = Math.copySign(90, written.getEnvelopeInternal().centre().y);
        Geometry area = Geometries.FACTORY.createPolygon();
        for (UnwrappedRing ring : rings) {
            Polygon own = ring.turns() == 0 ? Geometries.FACTORY.createPolygon(ring.closed()) : ring.cap(pole);
            if (!Validity.isValid(own)) {
                return null;
            }
            area = OverlayNGRobust.overlay(
                    area,
                    Geometries.cutAtAntimeridian(own),
                    ring.turns() == 0 ? OverlayNG.DIFFERENCE : OverlayNG.SYMDIFFERENCE);
        }
        return area;
    }
}
