package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Typesetter;
import org.dateline.draw.map.MapContent.Drawn;
import org.dateline.draw.map.MapContent.Name;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.LabelPlacer;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.LabelPlacer.Placed;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;
import org.dateline.draw.plane.Side;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Places and writes the names and numbers of a map in a figure, measured in the fonts that they are set in. A name for
 * which there is no room is left out; a number never is: it moves away from its place, and a thin line leads back.
 */
final class PanelLabels {

    private static final double EDGE = 5;

    /** So much worse than across a line a name stands on a disc. */
    private static final int ON_DISC = 8;

    private static final int DIRECTIONS = 16;
    private static final double RING_STEP = 7;

    private final Frame frame;
    private final LabelPlacer placer;
    private final Symbols symbols;
    private final String language;
    private final @Nullable String selected;
    private final double pixel;
    private final List<Mark> leaders = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    PanelLabels(Frame frame, String language, @Nullable String selected, double air) {
        this.frame = frame;
        this.pixel = frame.pixel();
        this.placer = new LabelPlacer(frame.view(), air * pixel, true);
        this.symbols = new Symbols(frame);
        this.language = language;
        this.selected = selected;
        // Beyond its edge the map shows nothing: no name may stand there, nor touch the edge.
        Box view = frame.view().grown(-EDGE * pixel, -EDGE * pixel);
        Box beyond = frame.view().grown(frame.view().width(), frame.view().height());
        placer.block(new Box(beyond.left(), beyond.top(), view.left(), beyond.bottom()));
        placer.block(new Box(view.right(), beyond.top(), beyond.right(), beyond.bottom()));
        placer.block(new Box(beyond.left(), beyond.top(), beyond.right(), view.top()));
        placer.block(new Box(beyond.left(), view.bottom(), beyond.right(), beyond.bottom()));
    }

    /** Leading lines first, then what is written. */
    List<Mark> marks() {
        List<Mark> all = new ArrayList<>(leaders);
        all.addAll(marks);
        return all;
    }

    boolean isSelected(Drawn feature) {
        return feature.feature().id().equals(selected);
    }

    /** Keeps names off a symbol. */
    void block(Drawn feature) {
        if (feature.dot() && feature.shape() instanceof Shape.Spot spot) {
            placer.avoid(Box.around(spot.x(), spot.y(), 2.2 * pixel, 2.2 * pixel));
        } else {
            symbols.block(placer, feature.shape(), feature.quotes(), isSelected(feature));
        }
        if (feature.shape() instanceof Shape.Disc disc && !disc.vast()) {
            for (int i = 1; i < ON_DISC; i++) {
                placer.avoid(Box.around(disc.x(), disc.y(), disc.radius(), disc.radius()));
            }
        }
    }

    /** Keeps names off a box in pixels of the map. */
    void block(double x, double y, double width, double height) {
        double left = frame.view().left() + x * pixel;
        double top = frame.view().top() + y * pixel;
        placer.block(new Box(left, top, left + width * pixel, top + height * pixel));
    }

    /** Names a feature with its number; it has a number on the map in any case. */
    void place(Drawn feature, int number) {
        PanelLabel whole = piece(feature, OptionalInt.of(number));
        if (!place(whole, candidates(feature))) {
            PanelLabel badge = new PanelLabel(
                    "", whole.language(), whole.type(), whole.colour(), OptionalInt.of(number), feature.incident());
            if (!place(badge, candidates(feature))) {
                lead(feature, badge);
            }
        }
    }

    /** Names a feature if there is room. */
    boolean place(Drawn feature) {
        return place(piece(feature, OptionalInt.empty()), candidates(feature));
    }

    /** Names something of the basemap if there is room. */
    void place(Name name, SymbolMarks drawing) {
        String text = name.text().in(language);
        PanelLabel piece = new PanelLabel(
                text,
                name.text().languageFor(language),
                PanelLabel.type(name.style(), false, text),
                PanelLabel.colour(name.style()),
                OptionalInt.empty(),
                false);
        List<Candidate> candidates = name.town()
                ? Candidate.around(name.x(), name.y(), 4.5 * pixel, around(text))
                : MapSheet.near(name.x(), name.y(), pixel);
        if (place(piece, candidates) && name.town()) {
            placer.block(Box.around(name.x(), name.y(), 2.4 * pixel, 2.4 * pixel));
            leaders.addAll(drawing.town(name.x(), name.y()));
        }
    }

    private PanelLabel piece(Drawn feature, OptionalInt number) {
        Text name = feature.feature().name();
        String text = name.in(language);
        LabelStyle style = feature.labelStyle();
        return new PanelLabel(
                text,
                name.languageFor(language),
                PanelLabel.type(style, isSelected(feature), text),
                isSelected(feature) ? Palette.MAP_INCIDENT : PanelLabel.colour(style),
                number,
                feature.incident() || isSelected(feature));
    }

    private List<Side> around(String text) {
        return Typesetter.isArabic(text) ? Side.AROUND_MIRRORED : Side.AROUND;
    }

    private List<Candidate> candidates(Drawn feature) {
        List<Candidate> candidates = new ArrayList<>();
        if (feature.areal()) {
            feature.named().stream()
                    .filter(at -> frame.view().contains(at.x, at.y))
                    .forEach(at -> candidates.addAll(MapSheet.near(at.x, at.y, pixel)));
        }
        candidates.addAll(symbols.candidates(
                feature.shape(),
                feature.quotes(),
                isSelected(feature),
                around(feature.feature().name().in(language))));
        return candidates;
    }

    private boolean place(PanelLabel piece, List<Candidate> candidates) {
        Optional<Placed> placed = placer.place(inside(candidates), piece.width() * pixel, piece.height() * pixel);
        placed.ifPresent(at -> write(piece, at.box()));
        return placed.isPresent();
    }

    private List<Candidate> inside(List<Candidate> candidates) {
        return candidates.stream()
                .filter(at -> frame.view().contains(at.x(), at.y()))
                .toList();
    }

    /** Puts a number where there is room, the nearest first, and draws a line back to its place. */
    private void lead(Drawn feature, PanelLabel badge) {
        Coordinate from = anchor(feature.shape());
        List<Candidate> rings = new ArrayList<>();
        double farthest = Math.hypot(frame.view().width(), frame.view().height()) / pixel;
        for (double away = 2 * RING_STEP; away < farthest; away += RING_STEP) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double angle = 2 * Math.PI * i / DIRECTIONS;
                rings.add(new Candidate(
                        from.x + Math.cos(angle) * away * pixel,
                        from.y + Math.sin(angle) * away * pixel,
                        0,
                        Side.CENTRE));
            }
        }
        Box box = placer.place(inside(rings), badge.width() * pixel, badge.height() * pixel)
                .map(Placed::box)
                // A map that is full to its edges: then numbers lie above each other rather than being lost.
                .orElseGet(() -> Box.around(from.x, from.y, PanelLabel.BADGE * pixel, PanelLabel.BADGE * pixel));
        leaders.add(new Mark.Path(
                Paths.line(x(from.x), y(from.y), x(box.middleX()), y(box.middleY())), Ink.line(Palette.MAP_HALO, 2.6)));
        leaders.add(new Mark.Path(
                Paths.line(x(from.x), y(from.y), x(box.middleX()), y(box.middleY())),
                Ink.line(Palette.MAP_BADGE, 0.9)));
        write(badge, box);
    }

    private Coordinate anchor(Shape shape) {
        Box view = frame.view();
        Coordinate at = switch (shape) {
            case Shape.Spot(double x, double y, double _) -> new Coordinate(x, y);
            case Shape.Disc(double x, double y, double _, boolean _) -> new Coordinate(x, y);
            case Shape.Outline(Path2D _, boolean _, boolean _, List<Coordinate> inside) -> first(inside);
            case Shape.Track(Path2D _, List<Coordinate> stops, List<Box> _) -> first(stops);
            case Shape.Bracket(Path2D _, List<Coordinate> stops) -> first(stops);
        };
        // A circle's centre may lie outside of the map that its edge reaches into.
        return new Coordinate(Math.clamp(at.x, view.left(), view.right()), Math.clamp(at.y, view.top(), view.bottom()));
    }

    private Coordinate first(List<Coordinate> positions) {
        return positions.isEmpty()
                ? new Coordinate(frame.view().middleX(), frame.view().middleY())
                : positions.getFirst();
    }

    private double x(double world) {
        return (world - frame.view().left()) / pixel;
    }

    private double y(double world) {
        return (world - frame.view().top()) / pixel;
    }

    private void write(PanelLabel label, Box box) {
        marks.addAll(label.marks(x(box.left()), x(box.right()), y(box.middleY())));
    }

    /** The order in which features are named: what has few places for its name comes first. */
    Comparator<Drawn> byPriority(Map<String, Integer> numbers) {
        return Comparator.comparing((Drawn feature) -> !isSelected(feature))
                .thenComparing(feature -> !numbers.containsKey(feature.feature().id()))
                .thenComparing(feature -> !feature.incident())
                .thenComparing(feature -> feature.areal() || feature.linear())
                .thenComparing(Drawn::quotes, Comparator.reverseOrder());
    }
}
