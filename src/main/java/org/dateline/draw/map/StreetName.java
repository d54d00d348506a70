package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.Side;
import org.dateline.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * The name of a street, to be written along it.
 *
 * @param names by language; {@code ""} for the name as written
 * @param rank  the lowest first
 * @param line  in world pixels
 */
record StreetName(Map<String, String> names, int rank, LineString line) {

    /** The steps in which positions along a line are tried, in pixels. */
    private static final double STEP = 24;

    /** A stretch is straight if its ends are at least this far apart, as a share of its length. */
    private static final double STRAIGHT = 0.985;

    /** How much of a line its name needs, in widths of the name. */
    private static final double ROOM = 1.1;

    StreetName {
        names = Map.copyOf(names);
    }

    String text(String language) {
        return Text.closest(names.keySet(), language)
                .map(names::get)
                .orElseGet(
                        () -> names.getOrDefault("", names.values().iterator().next()));
    }

    /** The language of {@link #text}; "und" for a name as written. */
    String languageOf(String language) {
        return Text.closest(names.keySet(), language).orElse("und");
    }

    /**
     * The positions of the name, from the line's middle outwards: where the line is straight for as long as the name is.
     * Names are never upside down. The browser finds the same (frontend/src/streets/along.ts).
     *
     * @param page  the line in pixels of the page
     * @param width of the name
     */
    static List<Candidate> along(LineString page, double width) {
        List<Candidate> candidates = new ArrayList<>();
        double length = page.getLength();
        double half = width * ROOM / 2;
        LengthIndexedLine index = new LengthIndexedLine(page);
        for (double off = 0; off <= length / 2 - half; off += STEP) {
            for (double side = -1; side <= (off == 0 ? -1 : 1); side += 2) {
                double middle = length / 2 + side * off;
                Coordinate start = index.extractPoint(middle - half);
                Coordinate end = index.extractPoint(middle + half);
                double dx = end.x - start.x;
                double dy = end.y - start.y;
                if (Math.hypot(dx, dy) >= STRAIGHT * 2 * half) {
                    double angle = dx < 0 ? Math.atan2(-dy, -dx) : Math.atan2(dy, dx);
                    candidates.add(new Candidate(
                            (start.x + end.x) / 2,
                            (start.y + end.y) / 2,
                            0,
                            Side.CENTRE,
                            // A level name along a line is one, too.
                            angle == 0 ? Double.MIN_NORMAL : angle));
                }
            }
        }
        return candidates;
    }
}
