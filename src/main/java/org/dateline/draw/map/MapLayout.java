package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.map.MapContent.Drawn;
import org.dateline.draw.map.MapContent.Name;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.LabelPlacer;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.LabelPlacer.Covers;
import org.dateline.draw.plane.LabelPlacer.Placed;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;
import org.dateline.draw.plane.Side;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * Lays out a map for pages and images: symbols, then names, the most important first. A name without room is left out.
 * A number never is: it is moved, and a thin line connects it with its place. Lengths are in pixels of the page.
 */
final class MapLayout {

    /** The step in which a number is moved to find room. */
    private static final double STEP = 7;

    private static final int DIRECTIONS = 16;
    private static final double NO_ROOM = Look.size("number");

    private final MapContent content;
    private final Box page;
    private final String language;
    private final @Nullable String selected;
    private final Lettering lettering;
    private final List<Drawn> shown;
    private final LabelPlacer placer;
    /** By identity: what is named are large values. */
    private final Map<Object, List<Mark>> labels = new IdentityHashMap<>();

    private final List<Mark> leaders = new ArrayList<>();

    MapLayout(MapContent content, String language, @Nullable String selected, Lettering lettering) {
        this.content = content;
        this.page = content.frame().page();
        this.language = language;
        this.selected = selected;
        this.lettering = lettering;
        this.shown = content.shown(selected)
                .filter(one -> !isDot(one)
                        || !lettering.sparse()
                                && one.leastZoom() <= content.frame().zoom())
                .toList();
        double edge = lettering.framed() ? placing("edge") : 0;
        this.placer = new LabelPlacer(
                page.grown(-edge, -edge),
                lettering.framed(),
                new LabelPlacer.Manner(
                        placing("air"),
                        placing("leading"),
                        placing("diagonal"),
                        placing("reach"),
                        Look.number("costs", "line"),
                        Look.number("costs", "disc"),
                        Look.number("costs", "symbol")));
        keepFree();
        placeLabels();
    }

    /**
     * The marks of a page's map, with its scale if its lengths have words.
     *
     * @param framed whether names must be within the view
     */
    static List<Mark> withScale(
            MapContent content, String language, @Nullable String selected, MapLinks links, boolean framed) {
        Scale.Placed scale = links.distance() == null ? null : Scale.of(content, selected, links.distance());
        List<Box> kept = scale == null ? List.of() : List.of(scale.room());
        List<Mark> marks = new ArrayList<>(
                new MapLayout(content, language, selected, Lettering.linked(links, framed, kept)).marks());
        if (scale != null) {
            marks.add(scale.mark());
        }
        return marks;
    }

    private static double placing(String name) {
        return Look.number("placing", name);
    }

    private boolean isSelected(Drawn feature) {
        return feature.feature().id().equals(selected);
    }

    private boolean isDot(Drawn feature) {
        return feature.dot() && !isSelected(feature);
    }

    /** The signs that a legend has to explain. */
    Set<Sign> signs() {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        shown.forEach(one -> Sign.add(one, isSelected(one), signs));
        return signs;
    }

    // ---- names and numbers

    private void keepFree() {
        lettering.kept().forEach(placer::keepFree);
        for (Drawn one : shown) {
            Admission.check();
            if (isDot(one) && one.shape() instanceof Shape.Spot spot) {
                placer.addLine(Box.around(spot.x(), spot.y(), placing("dot-room"), placing("dot-room")));
            } else {
                Symbols.of(one, isSelected(one)).block(placer, one);
            }
        }
    }

    private void placeLabels() {
        record Request(double priority, double extent, Runnable place) {}
        List<Request> requests = new ArrayList<>();
        shown.forEach(one -> requests.add(new Request(priority(one), one.extent(), () -> place(one))));
        content.names().stream()
                .filter(name -> name.leastZoom() <= content.frame().zoom())
                .filter(name -> !lettering.sparse() || !name.town() || name.style() == LabelStyle.CAPITAL)
                .forEach(name -> requests.add(
                        new Request(Look.number("priorities", name.style().id()) + name.rank(), 0, () -> place(name))));
        requests.sort(Comparator.comparingDouble(Request::priority)
                .thenComparing(Comparator.comparingDouble(Request::extent).reversed()));
        requests.forEach(request -> request.place().run());
        if (!lettering.sparse()) {
            content.streets().forEach(this::place);
        }
    }

    /**
     * The priority of a feature's name, lower first: features with many quotes or few positions for their name come
     * first.
     */
    private double priority(Drawn one) {
        if (isSelected(one)) {
            return Double.NEGATIVE_INFINITY;
        }
        String kind = switch (one.labelStyle()) {
            case INCIDENT -> "incident";
            case PLACE -> one.quotes() > 0 ? "place" : "place-unquoted";
            case LINE -> "line";
            case STATION -> one.feature().kind().equals("stop") ? "stop" : "station";
            default -> "area";
        };
        return Look.number("priorities", kind)
                - Math.min(one.quotes(), Look.number("quotes", "most")) * Look.number("quotes", "weight");
    }

    private void place(Drawn one) {
        MapLinks links = lettering.links();
        int number = lettering.numbers().getOrDefault(one.feature().id(), 0);
        boolean tooMany = number == 0 && lettering.sparse() && named() >= lettering.most();
        if (tooMany || isDot(one) && one.leastZoomOfName() > content.frame().zoom()) {
            return;
        }
        Label label = new Label(
                one.feature().label(language),
                one.feature().languageOfLabel(language),
                one.labelStyle(),
                isSelected(one),
                links != null && one.quotes() > 0 ? links.count().apply(one.quotes()) : "",
                number,
                one.incident() || isSelected(one),
                lettering.fonts());
        List<Candidate> candidates = new ArrayList<>();
        if (one.areal()) {
            one.named().stream()
                    .filter(at -> page.contains(at.x, at.y))
                    .forEach(at -> candidates.addAll(near(at.x, at.y, Double.MAX_VALUE)));
        }
        candidates.addAll(Symbols.of(one, isSelected(one)).candidates(around(label)));
        // What is wide is named in the view, since a window may cut off all else.
        candidates.removeIf(at -> (lettering.framed() || one.areal()) && !page.contains(at.x(), at.y()));
        boolean named = isNamed(one, label) && place(one, label, candidates);
        if (!named && number > 0 && !place(one, label.numberAlone(), candidates)) {
            lead(one, label.numberAlone());
        }
    }

    /**
     * Whether to name a feature: symbols and the selected feature always; a line or area only if a report names it and
     * it is not much shorter than its name.
     */
    private boolean isNamed(Drawn one, Label label) {
        boolean symbol = !one.areal() && !one.linear();
        return symbol
                || isSelected(one)
                || one.quotes() > 0 && one.extent() >= Look.number("fits", "from") * label.width();
    }

    private long named() {
        return labels.keySet().stream().filter(Drawn.class::isInstance).count();
    }

    /** Places a name of the basemap in the view: how much a window shows of what lies around it, nobody knows. */
    private void place(Name name) {
        Label label = new Label(
                name.text().in(language),
                name.text().languageFor(language),
                name.style(),
                false,
                "",
                0,
                false,
                lettering.fonts());
        List<Candidate> candidates = name.town()
                ? Candidate.around(name.x(), name.y(), placing("town-gap"), around(label))
                // Within what it names, which is not much larger than its name where that is first written.
                : near(
                        name.x(),
                        name.y(),
                        placing("stray") * Math.pow(2, content.frame().zoom() - name.leastZoom()));
        // A town's name is not farther from it than the air around names.
        Box inside = page.grown(-placing("air"), -placing("air"));
        place(
                name,
                label,
                candidates.stream()
                        .filter(at -> inside.contains(at.x(), at.y()))
                        .toList(),
                new LabelPlacer.Name(
                        label.text(),
                        label.width(),
                        label.height(),
                        Look.number("repeat", name.town() ? "town" : "wide"),
                        name.town() ? Covers.NOTHING : Covers.LINES,
                        null,
                        name.town() ? placing("town-room") : 0));
    }

    private void place(StreetName street) {
        Admission.check();
        Label label = new Label(
                street.text(language),
                street.languageOf(language),
                LabelStyle.STREET,
                false,
                "",
                0,
                false,
                lettering.fonts());
        LineString line = (LineString) content.frame().toPage(street.line());
        if (line.getLength() < label.width() || !page.envelope().intersects(line.getEnvelopeInternal())) {
            return;
        }
        List<Candidate> candidates = StreetName.along(line, label.width()).stream()
                .filter(at -> page.contains(at.x(), at.y()))
                .toList();
        place(
                street,
                label,
                candidates,
                new LabelPlacer.Name(
                        label.text(), label.width(), label.height(), StreetLook.REPEAT, Covers.NOTHING, null, 0));
    }

    private boolean place(Drawn one, Label label, List<Candidate> candidates) {
        boolean wide = one.areal() || one.linear();
        // What the map is about is named in any case; the other names would hide what the lines tell.
        Covers covers =
                isSelected(one) ? Covers.SYMBOLS : one.incident() || one.linear() ? Covers.LINES : Covers.NOTHING;
        return place(
                one,
                label,
                candidates,
                new LabelPlacer.Name(
                        label.text(),
                        label.width(),
                        label.height(),
                        label.text().isEmpty()
                                ? 0
                                : wide
                                        ? Look.number("repeat", "wide")
                                        : isDot(one) ? Look.number("repeat", "station") : 0,
                        covers,
                        one,
                        isDot(one) ? placing("dot-room") : 0));
    }

    private boolean place(Object of, Label label, List<Candidate> candidates, LabelPlacer.Name name) {
        Optional<Placed> placed = placer.place(candidates, name);
        placed.ifPresent(at -> labels.put(of, label.marks(at)));
        return placed.isPresent();
    }

    private static List<Side> around(Label label) {
        return label.rightToLeft() ? Side.AROUND_MIRRORED : Side.AROUND;
    }

    private static List<Candidate> near(double x, double y, double reach) {
        return Look.pairs("near").stream()
                .filter(step -> Math.hypot(step[0], step[1]) <= reach)
                .map(step -> new Candidate(x + step[0], y + step[1], 0, Side.CENTRE))
                .toList();
    }

    /** Moves a number to the nearest position with room, and draws a line back to its place. */
    private void lead(Drawn one, Label number) {
        Coordinate from = anchor(one.shape());
        List<Candidate> rings = new ArrayList<>();
        double farthest = Math.hypot(page.width(), page.height());
        for (double away = 2 * STEP; away < farthest; away += STEP) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double angle = 2 * Math.PI * i / DIRECTIONS;
                rings.add(new Candidate(
                        from.x + Math.cos(angle) * away, from.y + Math.sin(angle) * away, 0, Side.CENTRE));
            }
        }
        Placed placed = placer.place(
                        rings, new LabelPlacer.Name("", number.width(), number.height(), 0, Covers.LINES, null, 0))
                // The map is full: numbers may overlap, but none is lost.
                .orElseGet(() -> new Placed(Side.CENTRE, Box.around(from.x, from.y, NO_ROOM, NO_ROOM)));
        leaders.add(new Mark.Path(
                Paths.line(from.x, from.y, placed.box().middleX(), placed.box().middleY()),
                List.of(Ink.of("leader-casing", ""), Ink.of("leader", ""))));
        labels.put(one, number.marks(placed));
    }

    private Coordinate anchor(Shape shape) {
        Coordinate at = switch (shape) {
            case Shape.Spot spot -> new Coordinate(spot.x(), spot.y());
            case Shape.Disc disc -> new Coordinate(disc.x(), disc.y());
            case Shape.Outline outline -> first(outline.inside());
            case Shape.Track track -> first(track.stops());
            case Shape.Bracket bracket -> first(bracket.stops());
        };
        // The centre of a circle may be outside a map that its edge reaches into.
        return new Coordinate(Math.clamp(at.x, page.left(), page.right()), Math.clamp(at.y, page.top(), page.bottom()));
    }

    private Coordinate first(List<Coordinate> positions) {
        return positions.isEmpty() ? new Coordinate(page.middleX(), page.middleY()) : positions.getFirst();
    }

    // ---- marks

    /** The marks from the bottom up. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        shown.stream().filter(one -> !isSelected(one)).forEach(one -> addGround(marks, one));
        shown.stream().filter(this::isSelected).forEach(one -> addGround(marks, one));
        marks.addAll(leaders);
        List<Drawn> spots = shown.stream()
                .filter(one -> !one.areal() && !one.linear() && !isDot(one))
                .toList();
        shown.stream().filter(one -> one.areal() && isSelected(one)).forEach(one -> add(marks, one));
        shown.stream().filter(Drawn::linear).forEach(one -> add(marks, one));
        // Areas are above lines because of their names; their thin outlines hide nothing.
        shown.stream().filter(one -> one.areal() && !isSelected(one)).forEach(one -> add(marks, one));
        addNames(marks);
        addStations(marks);
        List<Drawn> others = spots.stream().filter(one -> !isSelected(one)).toList();
        others.stream().filter(one -> one.shape() instanceof Shape.Disc).forEach(one -> add(marks, one));
        others.stream().filter(one -> one.shape() instanceof Shape.Spot).forEach(one -> add(marks, one));
        spots.stream().filter(this::isSelected).forEach(one -> add(marks, one));
        addHitAreas(marks, spots);
        return marks;
    }

    private void addGround(List<Mark> marks, Drawn one) {
        List<Mark> ground = Symbols.of(one, isSelected(one)).ground();
        if (!ground.isEmpty()) {
            marks.add(new Mark.Item(classes(one), Map.of(), quietLink(one), ground));
        }
    }

    /** Lets symbols that overlap open what lies nearest to a click. */
    private void addHitAreas(List<Mark> marks, List<Drawn> spots) {
        List<Drawn> linked =
                spots.stream().filter(one -> quietLink(one) != null).toList();
        List<@Nullable Path2D> areas =
                HitAreas.of(linked.stream().map(one -> middle(one.shape())).toList());
        for (int i = 0; i < linked.size(); i++) {
            Path2D area = areas.get(i);
            if (area != null) {
                marks.add(new Mark.Item(
                        "", Map.of(), quietLink(linked.get(i)), List.of(new Mark.Path(area, Ink.of("hit", "")))));
            }
        }
    }

    /** The middle of the symbol of a spot or a disc. */
    static Coordinate middle(Shape shape) {
        return switch (shape) {
            case Shape.Spot spot -> new Coordinate(spot.x(), spot.y());
            case Shape.Disc disc -> new Coordinate(disc.x(), disc.y());
            default -> throw new IllegalArgumentException("got " + shape + ", expected a spot or a disc");
        };
    }

    private String classes(Drawn one) {
        return "mark mark-" + one.style().id() + (isSelected(one) ? " selected" : "");
    }

    /** A second link of a feature, for pointers alone. */
    private Mark.@Nullable Link quietLink(Drawn one) {
        MapLinks links = lettering.links();
        return links == null || !links.opens().test(one.feature())
                ? null
                : new Mark.Link(links.href().apply(one.feature()), null, false);
    }

    private void add(List<Mark> marks, Drawn one) {
        List<Mark> label = labels.getOrDefault(one, List.of());
        List<Mark> parts = new ArrayList<>(Symbols.of(one, isSelected(one)).marks());
        parts.addAll(label);
        if (parts.isEmpty()) {
            return;
        }
        MapLinks links = lettering.links();
        Mark.Link link = links == null || !links.opens().test(one.feature())
                ? null
                : new Mark.Link(links.href().apply(one.feature()), links.label().apply(one.feature()), isSelected(one));
        marks.add(new Mark.Item(classes(one), Map.of("feature", one.feature().id()), link, parts));
    }

    private void addStations(List<Mark> marks) {
        List<Mark> parts = new ArrayList<>();
        List<Shape.Spot> spots = new ArrayList<>();
        for (Drawn one : shown) {
            if (isDot(one) && one.shape() instanceof Shape.Spot spot) {
                spots.add(spot);
                parts.addAll(labels.getOrDefault(one, List.of()));
            }
        }
        if (!spots.isEmpty()) {
            parts.addFirst(Symbols.dots(spots));
            marks.add(new Mark.Item("stations", Map.of(), null, parts));
        }
    }

    private void addNames(List<Mark> marks) {
        List<Mark> parts = new ArrayList<>();
        for (Name name : content.names()) {
            Admission.check();
            List<Mark> label = labels.getOrDefault(name, List.of());
            if (name.town() && !label.isEmpty()) {
                parts.add(Symbols.town(name.x(), name.y()));
            }
            parts.addAll(label);
        }
        content.streets().forEach(street -> parts.addAll(labels.getOrDefault(street, List.of())));
        if (!parts.isEmpty()) {
            marks.add(new Mark.Item("names", Map.of(), null, parts));
        }
    }
}
