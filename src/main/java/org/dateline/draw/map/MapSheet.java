package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.map.Label.Written;
import org.dateline.draw.map.MapContent.Drawn;
import org.dateline.draw.map.MapContent.Name;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.LabelPlacer;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.Shape;
import org.dateline.draw.plane.Side;
import org.dateline.draw.render.PathText;
import org.dateline.draw.render.Xml;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;

/** The map of one page: places the names, which depend on language and selection, and writes the SVG. */
final class MapSheet {

    /** From this scale on (world pixels a pixel of the page) single stations are too many to be named. */
    static final double STATION_NAMES = 1.2;

    /** Kept free between names, in pixels of the page. */
    private static final double AIR = 3;

    private final MapContent content;
    private final Frame frame;
    private final Symbols symbols;
    private final String language;
    private final @Nullable String selected;
    private final Links links;
    private final boolean framed;
    private final Map<String, Written> featureLabels = new HashMap<>();
    private final Map<Name, Written> nameLabels = new HashMap<>();

    /** @param framed whether names stand within the view only: what is beyond may be cut off anywhere */
    MapSheet(MapContent content, String language, @Nullable String selected, Links links, boolean framed) {
        this.content = content;
        this.frame = content.frame();
        this.symbols = new Symbols(frame);
        this.language = language;
        this.selected = selected;
        this.links = links;
        this.framed = framed;
    }

    /** The whole map, on the backdrop as a picture of its own. */
    String svg() {
        Xml xml = new Xml();
        open(xml);
        writeGround(xml);
        writeMarks(xml);
        return xml.close("svg").toString();
    }

    /** Opens the SVG element, and defines what the symbols are painted with. */
    void open(Xml xml) {
        int decimals = frame.decimals();
        Box view = frame.view();
        xml.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("class", "map-still")
                .attribute(
                        "viewBox",
                        PathText.number(view.left(), decimals + 1) + " " + PathText.number(view.top(), decimals + 1)
                                + " " + PathText.number(view.width(), decimals + 1)
                                + " " + PathText.number(view.height(), decimals + 1))
                .attribute("preserveAspectRatio", "xMidYMid meet")
                .attribute("role", "group")
                .attribute("aria-label", links.mapLabel())
                .inside();
        xml.open("defs").inside();
        symbols.writeDefinitions(xml);
        xml.close("defs");
    }

    /** All that stands on the ground: symbols, and names with the same air between them at any size. */
    void writeMarks(Xml xml) {
        List<Drawn> shown = content.features().stream()
                .filter(feature -> isSelected(feature) || feature.on() && !feature.around())
                .toList();
        placeNames(shown);
        shown.stream().filter(one -> one.areal() && isSelected(one)).forEach(one -> write(xml, one));
        shown.stream().filter(Drawn::linear).forEach(one -> write(xml, one));
        // Above the lines, for their names; their thin outlines hide nothing.
        shown.stream().filter(one -> one.areal() && !isSelected(one)).forEach(one -> write(xml, one));
        writeStations(xml, shown);
        writeNames(xml);
        List<Drawn> spots = shown.stream()
                .filter(one -> !one.areal() && !one.linear() && !isDot(one))
                .toList();
        List<Drawn> others = spots.stream().filter(one -> !isSelected(one)).toList();
        others.stream().filter(one -> one.shape() instanceof Shape.Disc).forEach(one -> write(xml, one));
        others.stream().filter(one -> one.shape() instanceof Shape.Spot).forEach(one -> write(xml, one));
        spots.stream().filter(this::isSelected).forEach(one -> write(xml, one));
    }

    private boolean isSelected(Drawn feature) {
        return feature.feature().id().equals(selected);
    }

    private boolean isDot(Drawn feature) {
        return feature.dot() && !isSelected(feature);
    }

    // ---- names

    private void placeNames(List<Drawn> shown) {
        LabelPlacer placer = new LabelPlacer(frame.view(), AIR * frame.pixel(), framed);
        for (Drawn feature : shown) {
            if (isDot(feature) && feature.shape() instanceof Shape.Spot spot) {
                double half = 2.2 * frame.pixel();
                placer.avoid(Box.around(spot.x(), spot.y(), half, half));
            } else {
                symbols.block(placer, feature.shape(), feature.quotes(), isSelected(feature));
            }
        }
        List<Drawn> byPriority = shown.stream()
                .sorted(Comparator.comparing(this::priority).thenComparing(Drawn::quotes, Comparator.reverseOrder()))
                .toList();
        byPriority.stream().filter(feature -> !isDot(feature)).forEach(feature -> place(placer, feature));
        content.names().forEach(name -> place(placer, name));
        if (frame.pixel() < STATION_NAMES) {
            byPriority.stream().filter(this::isDot).forEach(feature -> place(placer, feature));
        }
    }

    private int priority(Drawn feature) {
        if (isSelected(feature)) {
            return 0;
        }
        if (feature.quotes() == 0) {
            return 3;
        }
        // An area or a line has many places for its name, a spot has few.
        return feature.areal() || feature.linear() ? 2 : 1;
    }

    private void place(LabelPlacer placer, Drawn feature) {
        Text name = feature.feature().name();
        String text = name.in(language);
        int quotes = feature.quotes();
        List<Side> around = TextWidth.isArabicScript(text) ? Side.AROUND_MIRRORED : Side.AROUND;
        List<Candidate> candidates = new ArrayList<>();
        if (feature.areal()) {
            feature.named().stream()
                    .filter(at -> frame.view().contains(at.x, at.y))
                    .forEach(at -> candidates.addAll(near(at.x, at.y, frame.pixel())));
        }
        candidates.addAll(symbols.candidates(feature.shape(), quotes, isSelected(feature), around));
        Label label = new Label(
                text,
                name.languageFor(language),
                quotes > 0 ? links.count().apply(quotes) : "",
                feature.labelStyle(),
                isSelected(feature),
                candidates);
        label.place(placer, frame.pixel())
                .ifPresent(at -> featureLabels.put(feature.feature().id(), at));
    }

    private void place(LabelPlacer placer, Name name) {
        String text = name.text().in(language);
        double pixel = frame.pixel();
        List<Candidate> candidates = new ArrayList<>();
        if (name.town()) {
            List<Side> around = TextWidth.isArabicScript(text) ? Side.AROUND_MIRRORED : Side.AROUND;
            candidates.addAll(Candidate.around(name.x(), name.y(), 4.5 * pixel, around));
        } else {
            candidates.addAll(near(name.x(), name.y(), frame.pixel()));
        }
        new Label(text, name.text().languageFor(language), "", name.style(), false, candidates)
                .place(placer, pixel)
                .ifPresent(at -> {
                    nameLabels.put(name, at);
                    if (name.town()) {
                        placer.block(Box.around(name.x(), name.y(), 2.4 * pixel, 2.4 * pixel));
                    }
                });
    }

    /** On the spot or, as a wide thing is still named rightly there, a little up, down or aside. */
    static List<Candidate> near(double x, double y, double pixel) {
        return Stream.of(new double[][] {
                    {0, 0}, {0, -16}, {0, 16}, {-40, 0}, {40, 0}, {0, -34}, {0, 34}, {-70, 20}, {70, -20}
                })
                .map(step -> new Candidate(x + step[0] * pixel, y + step[1] * pixel, 0, Side.CENTRE))
                .toList();
    }

    // ---- writing

    private void writeGround(Xml xml) {
        writeSea(xml);
        if (content.relief() != null && frame.shows(content.relief()) && links.reliefHref() != null) {
            for (Box at : frame.turned(Frame.box(content.relief().bbox()))) {
                picture(xml, "relief", links.reliefHref(), at);
            }
        }
        if (content.backdrop() != null && links.backdropHref() != null) {
            picture(xml, "backdrop", links.backdropHref(), content.backdrop().box());
        }
    }

    void writeSea(Xml xml) {
        Box sea = frame.view().grown(frame.view().width() * 4, frame.view().height() * 4);
        xml.open("rect").attribute("class", "sea");
        room(xml, sea, frame.decimals()).empty();
    }

    void picture(Xml xml, String classes, String href, Box box) {
        xml.open("image").attribute("class", classes).attribute("href", href);
        room(xml, box, frame.decimals() + 1)
                .attribute("preserveAspectRatio", "none")
                .empty();
    }

    private static Xml room(Xml xml, Box box, int decimals) {
        return xml.attribute("x", PathText.number(box.left(), decimals))
                .attribute("y", PathText.number(box.top(), decimals))
                .attribute("width", PathText.number(box.width(), decimals))
                .attribute("height", PathText.number(box.height(), decimals));
    }

    private void write(Xml xml, Drawn feature) {
        Written at = featureLabels.get(feature.feature().id());
        if (at == null && !isSelected(feature) && feature.shape() instanceof Shape.Outline outline && outline.drawn()) {
            return;
        }
        boolean link = feature.quotes() > 0;
        String element = link ? "a" : "g";
        String classes = "mark mark-" + feature.style().id() + (isSelected(feature) ? " selected" : "");
        xml.open(element).attribute("class", classes);
        if (link) {
            xml.attribute("href", links.href().apply(feature.feature()))
                    .attribute("aria-label", links.label().apply(feature.feature()))
                    .attribute("aria-current", isSelected(feature) ? "page" : null);
        }
        xml.attribute("data-feature", feature.feature().id()).inside();
        symbols.write(xml, feature.shape(), feature.incident(), feature.quotes(), isSelected(feature));
        if (at != null) {
            at.label().write(xml, at, frame.pixel(), frame.decimals(), language);
        }
        xml.close(element);
    }

    private void writeStations(Xml xml, List<Drawn> shown) {
        List<Shape.Spot> spots = shown.stream()
                .filter(this::isDot)
                .map(Drawn::shape)
                .filter(Shape.Spot.class::isInstance)
                .map(Shape.Spot.class::cast)
                .toList();
        xml.open("g")
                .attribute("class", "stations")
                .attribute("aria-hidden", "true")
                .inside();
        symbols.writeDots(xml, spots);
        shown.stream()
                .filter(this::isDot)
                .map(station -> featureLabels.get(station.feature().id()))
                .filter(Objects::nonNull)
                .forEach(at -> at.label().write(xml, at, frame.pixel(), frame.decimals(), language));
        xml.close("g");
    }

    private void writeNames(Xml xml) {
        xml.open("g")
                .attribute("class", "names")
                .attribute("aria-hidden", "true")
                .inside();
        for (Name name : content.names()) {
            Written at = nameLabels.get(name);
            if (at != null) {
                if (name.town()) {
                    symbols.writeTown(xml, name.x(), name.y());
                }
                at.label().write(xml, at, frame.pixel(), frame.decimals(), language);
            }
        }
        xml.close("g");
    }
}
