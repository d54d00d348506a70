package org.dateline.ground;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A town, city or village of GeoNames.
 *
 * @param id       its number in GeoNames
 * @param name     as GeoNames writes it, usually in its own country's spelling, in Latin letters
 * @param position longitude and latitude in degrees
 * @param country  ISO 3166-1 code of two letters
 * @param division the name of its first-level division; empty if unknown
 * @param people   its population; 0 if unknown
 * @param others   its other names, in whatever languages GeoNames has
 */
public record Town(
        long id,
        String name,
        Coordinate position,
        String country,
        String division,
        int people,
        Seat seat,
        List<String> others) {

    public Town {
        others = List.copyOf(others);
    }

    /** Of what it is the capital. */
    public enum Seat {
        COUNTRY,
        DIVISION,
        NONE
    }
}
