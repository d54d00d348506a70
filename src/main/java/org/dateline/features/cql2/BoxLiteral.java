package org.dateline.features.cql2;

import org.dateline.geo.Geometries;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Reads boxes in filters, in text and in JSON. */
final class BoxLiteral {

    private BoxLiteral() {}

    /**
     * West, south, east, north, perhaps with a height after each pair, which is ignored. A box whose west is greater
     * than its east crosses the antimeridian and becomes two.
     */
    static Geometry polygon(double[] numbers) {
        if (numbers.length != 4 && numbers.length != 6) {
            throw new Cql2Exception("got a box of " + numbers.length + " numbers, expected 4 or 6");
        }
        int half = numbers.length / 2;
        double west = numbers[0];
        double south = numbers[1];
        double east = numbers[half];
        double north = numbers[half + 1];
        if (south > north) {
            throw new Cql2Exception("got a box with its south above its north, expected west, south, east, north");
        }
        if (west <= east) {
            return Geometries.FACTORY.toGeometry(new Envelope(west, east, south, north));
        }
        return Geometries.FACTORY.buildGeometry(java.util.List.of(
                Geometries.FACTORY.toGeometry(new Envelope(west, 180, south, north)),
                Geometries.FACTORY.toGeometry(new Envelope(-180, east, south, north))));
    }
}
