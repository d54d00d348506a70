package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dateline.geo.Geometries;
import org.dateline.geo.Tile;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

class TileShapeTest {

    /** A circle of 4 degrees around 67, 29. */
    private static Geometry circle(int positions) {
        Coordinate[] ring = new Coordinate[positions + 1];
        for (int i = 0; i < positions; i++) {
            double angle = 2 * Math.PI * i / positions;
            ring[i] = new Coordinate(67 + 4 * Math.cos(angle), 29 + 4 * Math.sin(angle));
        }
        ring[positions] = ring[0].copy();
        return Geometries.FACTORY.createPolygon(ring);
    }

    @Test
    void a_tile_needs_only_the_part_around_it() {
        Tile tile = new Tile(8, 178, 106);
        Envelope box = tile.reach(0);
        Geometry near = TileShape.near(circle(100_000), tile);
        assertThat(near.getNumPoints()).isLessThan(20_000);
        Geometry square = Geometries.FACTORY.toGeometry(box);
        assertThat(near.intersection(square).getArea())
                .isCloseTo(circle(1_000).intersection(square).getArea(), within(1e-3));
    }

    @Test
    void a_shape_that_fills_a_tile_becomes_its_box_and_one_elsewhere_nothing() {
        assertThat(TileShape.near(circle(10_000), new Tile(12, 2_810, 1_702)).getNumPoints())
                .isEqualTo(5);
        assertThat(TileShape.near(circle(10_000), new Tile(8, 0, 0)).isEmpty()).isTrue();
    }

    @Test
    void an_area_that_crosses_itself_is_cut_too_and_keeps_its_hole() {
        Coordinate[] shell = circle(2_000).getCoordinates();
        // Two neighbours in exchanged order, as stored data may have them after rounding.
        Coordinate second = shell[1];
        shell[1] = shell[2];
        shell[2] = second;
        Geometry hole = Geometries.FACTORY.createPoint(new Coordinate(67.1, 29)).buffer(0.3, 200);
        Geometry area = Geometries.FACTORY.createPolygon(
                Geometries.FACTORY.createLinearRing(shell),
                new LinearRing[] {Geometries.FACTORY.createLinearRing(hole.getCoordinates())});
        Tile tile = new Tile(8, 175, 106);
        Geometry near = TileShape.near(area, tile);
        assertThat(near.getNumPoints()).isLessThan(2_000);
        Envelope box = tile.reach(0.25);
        assertThat(near.getArea())
                .isCloseTo(
                        box.getArea()
                                - hole.intersection(Geometries.FACTORY.toGeometry(box))
                                        .getArea(),
                        within(1e-9));
    }

    @Test
    void positions_closer_than_a_distance_are_left_out_and_a_ring_stays_one() {
        Geometry thin = TileShape.thinned(circle(100_000), 0.01);
        assertThat(thin.getNumPoints()).isBetween(1_000, 2_600);
        assertThat(thin.getArea()).isCloseTo(circle(1_000).getArea(), within(0.01));
        assertThat(TileShape.thinned(circle(1_000), 100).getNumPoints()).isEqualTo(1_001);
    }
}
