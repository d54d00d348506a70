package org.dateline.draw.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places labels one by one, the most important first. Each takes the cheapest of its positions that overlaps no symbol
 * and no earlier label; without one, it is left out. This greedy algorithm is not optimal, but an important label never
 * yields to a lesser one, and the same input always gives the same map.
 */
public final class LabelPlacer {

    /** The cost of covering one piece of a line, in steps down the list of positions. */
    private static final double CROSSING = 3;

    /**
     * A possible position of a label, on a side of a point.
     *
     * @param gap the distance from the point to the nearest edge of the label
     */
    public record Candidate(double x, double y, double gap, Side side) {

        /** The positions around a point, best first. */
        public static List<Candidate> around(double x, double y, double gap, List<Side> sides) {
            return sides.stream().map(side -> new Candidate(x, y, gap, side)).toList();
        }
    }

    /**
     * A label's position.
     * @param box the area that the label covers
     */
    public record Placed(Side side, Box box) {}

    private final Box edge;
    private final double air;
    private final boolean inside;
    private final List<Box> symbols = new ArrayList<>();
    private final List<Box> labels = new ArrayList<>();
    private final List<Box> disliked = new ArrayList<>();

    /**
     * @param edge a box whose edge no label may cross, because a label on both sides of it could be cut in half
     * @param air    the distance to keep between labels
     * @param inside whether labels must be within the box
     */
    public LabelPlacer(Box edge, double air, boolean inside) {
        this.edge = edge;
        this.air = air;
        this.inside = inside;
    }

    /** Keeps all labels off a box. */
    public void block(Box symbol) {
        symbols.add(symbol);
    }

    /** Lets labels cover a box, such as a piece of a line, only if there is no better position. */
    public void avoid(Box stretch) {
        disliked.add(stretch);
    }

    /**
     * Places a label; empty if it has to be left out.
     * @param candidates best first
     */
    public Optional<Placed> place(List<Candidate> candidates, double width, double height) {
        Placed best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size() && i < bestCost; i++) {
            Candidate candidate = candidates.get(i);
            Box box = candidate.side().box(candidate.x(), candidate.y(), candidate.gap(), width, height);
            if (!isFree(box)) {
                continue;
            }
            double cost = i + CROSSING * disliked.stream().filter(box::overlaps).count();
            if (cost < bestCost) {
                bestCost = cost;
                best = new Placed(candidate.side(), box);
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        labels.add(best.box());
        return Optional.of(best);
    }

    private boolean isFree(Box box) {
        if (!edge.contains(box) && (inside || box.overlaps(edge))) {
            return false;
        }
        for (Box symbol : symbols) {
            if (box.overlaps(symbol)) {
                return false;
            }
        }
        Box withAir = box.grown(air, air / 2);
        for (Box label : labels) {
            if (withAir.overlaps(label)) {
                return false;
            }
        }
        return true;
    }
}
