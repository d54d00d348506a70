package org.dateline.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.dateline.ground.WorldLines.Line;

/**
 * Chooses lines and vertices of the world for a ground: as many as {@link Detail} asks for in each place, and fewer
 * everywhere if that were too many to load with a page.
 */
final class GroundLines {

    /** Bends of fewer pixels than 1.7 are left out; in quarter zooms. */
    private static final double BEND = 1.5;

    /** Islands and lakes of fewer pixels than 8 are left out; in quarter zooms. */
    private static final double SPECK = 6;

    /** Land and lakes of this size, in quarter zooms, are on every ground: nothing that large is left out as sea. */
    private static final int LARGE = 6;

    private static final double ZOOMS = WorldLines.ZOOMS;

    /** Up to this many quarter zooms, positions are rounded to a tenth of a degree. */
    private static final int FAR = 14;

    /** After so many steps of leaving out, little more is left than the rest of the world. */
    private static final int MOST_LESS = 64;

    /** How much faster detail falls with the distance, and how many quarter zooms less there are, a step of leaving out. */
    private static final double STEEPER = 0.12;

    private static final double COARSER = 0.3;

    private static final int COARSE = (int) (WorldLines.STEPS / 10);

    private final WorldLines lines;
    private final Detail detail;
    private final int least;
    private final List<BoundaryRule> rules;
    private boolean shellKept;
    private int[] x = new int[1 << 10];
    private int[] y = new int[1 << 10];

    /** @param rules how boundaries are drawn, the first that applies; as the source says where none does */
    GroundLines(WorldLines lines, Detail detail, List<BoundaryRule> rules) {
        this.lines = lines;
        this.detail = detail;
        least = (int) (ZOOMS * Math.min(Detail.FAR, detail.least()));
        this.rules = rules;
    }

    /**
     * Adds lines to a topology.
     *
     * @param most about how many vertices to add at most
     */
    void addTo(Topology topology, int most) {
        int less = shortfall(most);
        lines.forEach(line -> {
            if (line.kind.isArea() && line.attribute == 0) {
                shellKept = false;
            }
            int count = choose(line, less);
            if (count > 0) {
                write(topology, line, chosen(line, count));
            }
        });
    }

    /** How much detail to leave out everywhere but in the rest of the world, in steps, to keep to a number. */
    private int shortfall(int most) {
        int[] kept = new int[MOST_LESS + 1];
        int[] own = new int[MOST_LESS + 1];
        lines.forEach(line -> count(line, own, kept));
        int less = 0;
        while (less < MOST_LESS && kept[less] > most) {
            less++;
        }
        return less;
    }

    /**
     * Counts how many vertices {@link #choose} keeps of a line, for each number of steps.
     *
     * @param own  used for the time
     * @param kept to add to
     */
    private void count(Line line, int[] own, int[] kept) {
        Arrays.fill(own, 0);
        boolean area = line.kind.isArea();
        int fewest = area ? 3 : 2;
        double speck = area ? line.zoom + SPECK : line.zoom;
        int lasts = area && line.zoom <= LARGE ? MOST_LESS : -1;
        int longest = -1;
        for (int i = 0; i < line.count; i++) {
            double far = detail.highest() - detail.at(line.longitude(i), line.latitude(i));
            int steps = steps(far, line.zoom(i) + BEND);
            if (steps >= 0) {
                own[steps]++;
                longest = Math.max(longest, steps);
            }
            if (lasts < MOST_LESS) {
                lasts = Math.max(lasts, steps(far, speck));
            }
        }
        int count = 0;
        for (int less = longest; less >= 0; less--) {
            count += own[less];
            if (less <= lasts && count >= fewest) {
                kept[less] += count;
            }
        }
    }

    /** After how many steps of leaving out a quarter zoom is still within the limit at a distance; -1 if it never is. */
    private int steps(double far, double zoom) {
        double room = ZOOMS * (detail.highest() - far) - zoom;
        return zoom <= least
                ? MOST_LESS
                : room < 0 ? -1 : (int) Math.min(MOST_LESS, room / (COARSER + ZOOMS * STEEPER * far));
    }

    /** The vertices of a line that are kept. */
    private record Chosen(int[] x, int[] y, int count) {}

    /**
     * Chooses vertices of a line, in {@link #x} and {@link #y}.
     *
     * @return their number; 0 if the line is left out
     */
    private int choose(Line line, int less) {
        if (x.length <= line.count) {
            x = new int[line.count * 2];
            y = new int[line.count * 2];
        }
        // Leave out more with the distance than near by.
        double falling = ZOOMS * (1 + less * STEEPER);
        double nearest = ZOOMS * detail.highest() - less * COARSER;
        int count = 0;
        double highest = 0;
        for (int i = 0; i < line.count; i++) {
            double far = detail.highest() - detail.at(line.longitude(i), line.latitude(i));
            double limit = Math.max(least, nearest - far * falling);
            highest = Math.max(highest, limit);
            if (line.zoom(i) <= limit - BEND) {
                // Far away, fewer digits do.
                int step = limit > FAR ? 1 : COARSE;
                x[count] = Math.round((float) line.x[i] / step) * step;
                y[count++] = Math.round((float) line.y[i] / step) * step;
            }
        }
        boolean area = line.kind.isArea();
        return line.zoom > (area ? Math.max(LARGE, highest - SPECK) : highest) || count < (area ? 3 : 2) ? 0 : count;
    }

    private Chosen chosen(Line line, int count) {
        boolean area = line.kind.isArea();
        int[] ownX = Arrays.copyOf(x, area ? count + 1 : count);
        int[] ownY = Arrays.copyOf(y, area ? count + 1 : count);
        if (area) {
            ownX[count] = ownX[0];
            ownY[count] = ownY[0];
        }
        return new Chosen(ownX, ownY, ownX.length);
    }

    private void write(Topology topology, Line line, Chosen chosen) {
        switch (line.kind) {
            case LAND -> land(topology, line.attribute == 1, chosen);
            case LAKE -> ring(topology, "lakes", line.attribute == 1, chosen);
            case RIVER -> line(topology, "rivers", "\"rank\":" + line.attribute, chosen, 0, chosen.count);
            case PROVINCE -> byRule(topology, BoundaryRule.PROVINCE, chosen);
            case BOUNDARY -> byRule(topology, Statuses.ALL.get(line.attribute), chosen);
        }
    }

    private static void line(Topology topology, String object, String properties, Chosen chosen, int from, int to) {
        int arc = topology.arc(chosen.x, chosen.y, from, to, 2);
        if (arc >= 0) {
            topology.addLine(object, properties, arc);
        }
    }

    /** Draws each stretch of a boundary as the rules say. */
    private void byRule(Topology topology, String drawnAs, Chosen chosen) {
        for (int from = 0, to; from < chosen.count - 1; from = to) {
            String status = status(drawnAs, chosen, from);
            to = from + 1;
            while (to < chosen.count - 1 && status.equals(status(drawnAs, chosen, to))) {
                to++;
            }
            if (status.equals(BoundaryRule.PROVINCE)) {
                line(topology, "provinces", "", chosen, from, to + 1);
            } else if (!status.equals(BoundaryRule.HIDDEN)) {
                line(topology, "boundaries", "\"status\":\"" + status + "\"", chosen, from, to + 1);
            }
        }
    }

    private String status(String drawnAs, Chosen chosen, int i) {
        double longitude = (chosen.x[i] + chosen.x[i + 1]) / 2.0 / WorldLines.STEPS;
        double latitude = (chosen.y[i] + chosen.y[i + 1]) / 2.0 / WorldLines.STEPS;
        return rules.stream()
                .filter(rule -> rule.appliesTo(drawnAs, longitude, latitude))
                .findFirst()
                .map(BoundaryRule::status)
                .orElse(drawnAs);
    }

    /**
     * Adds a whole ring to the areas of an object.
     *
     * @param hole whether it is a hole of the ring before it in the file, without which it is left out
     * @return the number of its arc; -1 if it is left out
     */
    private int ring(Topology topology, String object, boolean hole, Chosen ring) {
        if (hole && !shellKept) {
            return -1;
        }
        int arc = topology.arc(ring.x, ring.y, 0, ring.count, 4);
        if (arc >= 0 && hole) {
            topology.addHole(object, String.valueOf(arc));
        } else if (arc >= 0) {
            topology.addPolygon(object, String.valueOf(arc));
            shellKept = true;
        }
        return arc;
    }

    /**
     * Land with its coast: the same arcs, without those along the antimeridian, where land is only cut.
     *
     * @param sea whether it is a sea within the land before it
     */
    private void land(Topology topology, boolean sea, Chosen ring) {
        int start = 0;
        while (start < ring.count - 1 && !cut(ring, start)) {
            start++;
        }
        if (start == ring.count - 1) {
            int arc = ring(topology, "land", sea, ring);
            if (arc >= 0) {
                topology.addLine("coast", "", arc);
            }
            return;
        }
        int sides = ring.count - 1;
        int[] x = new int[ring.count];
        int[] y = new int[ring.count];
        for (int i = 0; i <= sides; i++) {
            x[i] = ring.x[(start + i) % sides];
            y[i] = ring.y[(start + i) % sides];
        }
        Chosen turned = new Chosen(x, y, ring.count);
        StringJoiner arcs = new StringJoiner(",");
        List<Integer> coast = new ArrayList<>();
        for (int from = 0, to; from < sides; from = to) {
            boolean cut = cut(turned, from);
            to = from + 1;
            while (to < sides && cut(turned, to) == cut) {
                to++;
            }
            int arc = topology.arc(x, y, from, to + 1, 2);
            if (arc >= 0) {
                arcs.add(String.valueOf(arc));
                if (!cut) {
                    coast.add(arc);
                }
            }
        }
        topology.addPolygon("land", arcs.toString());
        shellKept = true;
        coast.forEach(arc -> topology.addLine("coast", "", arc));
    }

    /** Whether the side after a vertex lies on the antimeridian or at the edge of the map. */
    private static boolean cut(Chosen ring, int i) {
        int antimeridian = (int) (180 * WorldLines.STEPS);
        int edge = (int) (-85 * WorldLines.STEPS);
        return Math.abs(ring.x[i]) >= antimeridian && ring.x[i] == ring.x[i + 1]
                || ring.y[i] <= edge && ring.y[i + 1] <= edge;
    }
}
