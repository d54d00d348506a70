package org.dateline.ground;

import java.util.Optional;
import org.dateline.geo.Bbox;

/**
 * How an operator wants boundaries within a box to be drawn, whatever the source says of them.
 *
 * @param within the box; a line that leaves it is divided there
 * @param of     the status of the lines that are meant, or {@link #PROVINCE}; empty for all boundaries between countries
 * @param status what they are drawn as: a status, {@link #PROVINCE} or {@link #HIDDEN}
 */
public record BoundaryRule(Bbox within, Optional<String> of, String status) {

    /** In place of a status: the lines of first-level divisions. */
    public static final String PROVINCE = "province";

    /** In place of a status: not drawn. */
    public static final String HIDDEN = "hidden";

    boolean appliesTo(String drawnAs, double longitude, double latitude) {
        return of.map(drawnAs::equals).orElse(!drawnAs.equals(PROVINCE))
                && within.degreesEast(longitude) <= within.width()
                && within.south() <= latitude
                && latitude <= within.north();
    }
}
