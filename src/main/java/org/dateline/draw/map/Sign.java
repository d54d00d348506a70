package org.dateline.draw.map;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dateline.draw.plane.Shape;

/** The entries of a legend: the symbols of the location classes, and the lines of the basemap. */
public enum Sign {
    INCIDENT,
    INCIDENT_RADIUS,
    POINT,
    RADIUS,
    VAST,
    AREA,
    LINE,
    /** A line of another layer than that of a route. It has the words of {@link #LINE}, so it is explained only in its absence. */
    PATH,
    ROAD,
    RIVER,
    FERRY,
    BORDER,
    PIPELINE,
    BETWEEN,
    STATION,
    BOUNDARY,
    UNSETTLED_BOUNDARY,
    PROVINCE,
    DISTRICT;

    /** What its message is called, after "sign.". */
    public String words() {
        return (this == PATH ? LINE : this).name().toLowerCase(Locale.ROOT);
    }

    /** The sign that explains a part of the basemap; empty for none. */
    static Optional<Sign> ofBorder(String part) {
        return switch (part) {
            case "boundary" -> Optional.of(BOUNDARY);
            case "boundary-unsettled" -> Optional.of(UNSETTLED_BOUNDARY);
            case "province" -> Optional.of(PROVINCE);
            case "district" -> Optional.of(DISTRICT);
            default -> Optional.empty();
        };
    }

    /** Adds the signs with which a feature is drawn. */
    static void add(MapContent.Drawn one, boolean selected, Set<Sign> signs) {
        switch (one.shape()) {
            case Shape.Outline _ -> {
                if (!Symbols.of(one, selected).marks().isEmpty()) {
                    signs.add(AREA);
                }
            }
            case Shape.Track _ -> {
                signs.add(LineSymbol.of(one.style(), one.feature().kind()).sign());
                if (signs.contains(LINE)) {
                    signs.remove(PATH);
                }
            }
            case Shape.Bracket _ -> signs.add(BETWEEN);
            case Shape.Disc disc -> {
                Sign soft = one.incident() ? INCIDENT_RADIUS : RADIUS;
                signs.add(disc.vast() ? VAST : soft);
            }
            case Shape.Spot _ -> signs.add(one.dot() && !selected ? STATION : one.incident() ? INCIDENT : POINT);
        }
    }
}
