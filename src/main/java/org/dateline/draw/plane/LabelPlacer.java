package org.dateline.draw.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places labels one by one, the most important first: each takes the cheapest of its positions where it meets no symbol
 * and no label that stands already; if there is none it is left out. Greedy is not optimal, but an important label
 * never yields to a lesser one, and the same input always gives the same map.
 */
public final class LabelPlacer {

    /** What it costs to lie across one stretch of a line, in steps down the list of positions. */
    private static final double CROSSING = 3;

    /**
     * A position that a label may take: on some side of a spot.
     *
     * @param gap from the spot to the nearest edge of the label
     */
    public record Candidate(double x, double y, double gap, Side side) {

        /** The positions around a spot, best first. */
        public static List<Candidate> around(double x, double y, double gap, List<Side> sides) {
            return sides.stream().map(side -> new Candidate(x, y, gap, side)).toList();
        }
    }

    /** @param box the room that the label takes */
    public record Placed(Side side, Box box) {}

    private final Box edge;
    private final double air;
    private final boolean inside;
    private final List<Box> symbols = new ArrayList<>();
    private final List<Box> labels = new ArrayList<>();
    private final List<Box> disliked = new ArrayList<>();

    /**
     * @param edge a box whose edge no label may cross: what lies on both sides of it could be cut in half
     * @param air    what is kept free between labels
     * @param inside whether labels stand within that box only
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

    /** Lets labels lie on a box where there is no better place: a stretch of a line. */
    public void avoid(Box stretch) {
        disliked.add(stretch);
    }

    /** @param candidates best first */
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
