package org.dateline.draw.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.dateline.geo.Geometries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.VWSimplifier;

class FrameSimplifyTest {

    private static Polygon coast(int points, double x, double ragged, Random random) {
        Coordinate[] ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double radius = 100 + ragged * random.nextInt(5);
            ring[i] = new Coordinate(x + radius * Math.cos(angle), radius * Math.sin(angle));
        }
        ring[points] = ring[0].copy();
        return Geometries.FACTORY.createPolygon(ring);
    }

    @Test
    void what_is_left_is_what_the_library_leaves() {
        Random random = new Random(25);
        for (int points : new int[] {3, 4, 5, 40, 700}) {
            Polygon outer = coast(points, 0, 2, random);
            Polygon island = coast(5, 400, 0, random);
            LinearRing hole =
                    (LinearRing) Geometries.shifted(coast(20, 0, 0.01, random).getExteriorRing(), 0);
            Geometry pierced = Geometries.FACTORY.createPolygon(outer.getExteriorRing(), new LinearRing[] {hole});
            for (Geometry geometry : new Geometry[] {
                pierced,
                outer.getExteriorRing(),
                Geometries.FACTORY.createLineString(outer.getCoordinates()),
                Geometries.FACTORY.createMultiPolygon(new Polygon[] {outer, island}),
                Geometries.FACTORY.createPolygon()
            }) {
                for (double side : new double[] {0, 0.5, 3, 30, 400}) {
                    VWSimplifier library = new VWSimplifier(geometry);
                    library.setDistanceTolerance(side);
                    library.setEnsureValid(false);
                    assertThat(Frame.simplify(geometry, side).toText())
                            .as("%d points, %s", points, side)
                            .isEqualTo(library.getResultGeometry().toText());
                }
            }
        }
    }

    /** A quadratic way would take more than a minute. */
    @Test
    @Timeout(20)
    void a_coast_of_many_points_is_simplified_at_once() {
        Geometry coast = Frame.simplify(coast(150_000, 0, 0.5, new Random(1)), 1);
        assertThat(coast.getNumPoints()).isLessThan(20_000);
    }
}
