package org.dateline.draw.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Places names one by one, the most important first. Each takes the cheapest of its positions that overlaps no earlier
 * name and nothing that it may not cover; without one, it is left out. This greedy algorithm is not optimal, but an
 * important name never yields to a lesser one, and the same input always gives the same map. The browser places the
 * names of the interactive map by the same rules (frontend/src/map/label-placement.ts), and the same cases test both.
 */
public final class LabelPlacer {

    /**
     * The distances and costs of placing names.
     *
     * @param air      the distance to keep beside a name, in pixels: wider than a space, so that nobody reads two
     *                 names as one
     * @param leading  the same above and below
     * @param diagonal the share of its gap that a name keeps on a diagonal, where the symbol's corner is empty
     * @param reach    the share of its height by which a name on a diagonal is above or below its point, so that the
     *                 text's middle line passes near the symbol's upper or lower edge
     * @param line     the cost of covering one piece of a line, in steps down the list of positions: more than there
     *                 are positions around a symbol, so that a name crosses a line only if it must
     * @param disc     the cost of covering a soft disc
     * @param symbol   the cost of covering a symbol
     */
    public record Manner(
            double air, double leading, double diagonal, double reach, double line, double disc, double symbol) {}

    /**
     * A possible position of a name, on a side of a point.
     *
     * @param gap   the distance from the point to the nearest edge of the name
     * @param angle the angle of a name along a line, in radians clockwise; 0 for a level one
     */
    public record Candidate(double x, double y, double gap, Side side, double angle) {

        /** A level name. */
        public Candidate(double x, double y, double gap, Side side) {
            this(x, y, gap, side, 0);
        }

        /** The positions around a point, best first. */
        public static List<Candidate> around(double x, double y, double gap, List<Side> sides) {
            return sides.stream().map(side -> new Candidate(x, y, gap, side)).toList();
        }
    }

    /** The obstacles that a name may cover rather than be left out. */
    public enum Covers {
        /** Only discs. */
        NOTHING,
        /** Discs and lines. */
        LINES,
        /** Discs, lines and symbols. */
        SYMBOLS
    }

    /**
     * A name to be placed.
     *
     * @param repeat the smallest distance to a name with the same text, in pixels
     * @param owner  the owner of the symbol that it may cover, the same object; null for none
     * @param dot    half the size of a dot at its point; if a symbol or another name covers the dot, neither is drawn;
     *               0 for none
     */
    public record Name(
            String text,
            double width,
            double height,
            double repeat,
            Covers covers,
            @Nullable Object owner,
            double dot) {}

    /**
     * @param box   the area that the name covers, or would if it were level
     * @param angle the angle of a name along a line, in radians clockwise, around the middle of its box
     */
    public record Placed(Side side, Box box, double angle) {

        /** A level name. */
        public Placed(Side side, Box box) {
            this(side, box, 0);
        }
    }

    /** Whose symbol it is, the same object; null for nobody's. */
    private record Owner(@Nullable Object of) {}

    private static final Owner NOBODY = new Owner(null);

    private record Written(String text, double x, double y) {}

    private final Box edge;
    private final boolean inside;
    private final Manner manner;
    private final BoxGrid<Owner> symbols;
    private final BoxGrid<Owner> names;
    private final BoxGrid<Owner> lines;
    private final BoxGrid<Owner> discs;
    private final List<Written> written = new ArrayList<>();

    /**
     * @param edge   a box whose edge no name may cross, because a name on both sides of it could be cut in half
     * @param inside whether names must be within the box
     */
    public LabelPlacer(Box edge, boolean inside, Manner manner) {
        this.edge = edge;
        this.inside = inside;
        this.manner = manner;
        this.symbols = new BoxGrid<>(edge);
        this.names = new BoxGrid<>(edge);
        this.lines = new BoxGrid<>(edge);
        this.discs = new BoxGrid<>(edge);
    }

    /** Keeps all names off a box. */
    public void keepFree(Box box) {
        names.add(box, NOBODY);
    }

    /** Keeps names off a symbol, except its owner's name. */
    public void addSymbol(Box box, @Nullable Object owner) {
        symbols.add(box, new Owner(owner));
    }

    /** Lets important names cover a piece of a line if there is no better position. */
    public void addLine(Box stretch) {
        lines.add(stretch, NOBODY);
    }

    /** Lets names cover a disc if there is no better position. */
    public void addDisc(Box disc) {
        discs.add(disc, NOBODY);
    }

    /**
     * Places a label; empty if it has to be left out.
     * @param candidates best first
     */
    public Optional<Placed> place(List<Candidate> candidates, Name name) {
        Candidate best = null;
        Box bestBox = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size() && i < bestCost; i++) {
            Candidate candidate = candidates.get(i);
            Box box = candidate.side.box(
                    candidate.x, candidate.y, candidate.gap, name.width, name.height, manner.diagonal, manner.reach);
            double cost = i;
            for (Box part : parts(candidate, box)) {
                cost += cost(candidate, part, name);
            }
            if (cost < bestCost) {
                bestCost = cost;
                best = candidate;
                bestBox = box;
            }
        }
        if (best == null || bestBox == null) {
            return Optional.empty();
        }
        parts(best, bestBox).forEach(this::keepFree);
        if (name.dot > 0) {
            keepFree(Box.around(best.x, best.y, name.dot, name.dot));
        }
        written.add(new Written(name.text, best.x, best.y));
        return Optional.of(new Placed(best.side, bestBox, best.angle));
    }

    /** The boxes that a name covers: along a line, a chain of squares. */
    private static List<Box> parts(Candidate at, Box box) {
        if (at.angle == 0) {
            return List.of(box);
        }
        double height = box.height();
        int count = Math.max(1, (int) Math.ceil(box.width() / height));
        double step = count > 1 ? (box.width() - height) / (count - 1) : 0;
        List<Box> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double off = count > 1 ? height / 2 - box.width() / 2 + i * step : 0;
            parts.add(Box.around(
                    at.x + Math.cos(at.angle) * off, at.y + Math.sin(at.angle) * off, height / 2, height / 2));
        }
        return parts;
    }

    /** The cost of a position; infinite if the name must not be there. */
    private double cost(Candidate at, Box box, Name name) {
        if (!edge.contains(box) && (inside || box.overlaps(edge))) {
            return Double.POSITIVE_INFINITY;
        }
        for (Written other : name.repeat > 0 ? written : List.<Written>of()) {
            if (other.text.equals(name.text) && Math.hypot(other.x - at.x, other.y - at.y) < name.repeat) {
                return Double.POSITIVE_INFINITY;
            }
        }
        Box withAir = box.grown(manner.air, manner.leading);
        Box dot = name.dot > 0 ? Box.around(at.x, at.y, name.dot, name.dot) : null;
        if (names.any(withAir, _ -> true) || dot != null && names.any(dot, _ -> true)) {
            return Double.POSITIVE_INFINITY;
        }
        Predicate<BoxGrid.Entry<Owner>> others = symbol -> name.owner == null || name.owner != symbol.of().of;
        if (dot != null && symbols.any(dot, others)) {
            return Double.POSITIVE_INFINITY;
        }
        int covered = symbols.count(box, others);
        if (covered > 0 && name.covers != Covers.SYMBOLS) {
            return Double.POSITIVE_INFINITY;
        }
        int crossed = lines.count(box, _ -> true);
        if (crossed > 0 && name.covers == Covers.NOTHING) {
            return Double.POSITIVE_INFINITY;
        }
        return manner.disc * discs.count(box, _ -> true) + manner.symbol * covered + manner.line * crossed;
    }
}
