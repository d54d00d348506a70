package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.map.MapContent.Drawn;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;
import org.dateline.geo.Bbox;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.jspecify.annotations.Nullable;

/**
 * The map of an image: relief, basemap, symbols, names and numbers in a box of a given size. It shows the whole view,
 * and more of its surroundings if the box has another shape. North is up everywhere in this projection, so there is no
 * north arrow.
 */
public final class MapPanel {

    /** The most numbers that a reader can look up, and a map has room for. */
    public static final int MOST_NUMBERS = 48;

    /** The smallest detail as a share of a pixel, because enlarged or printed images show finer bends than a screen. */
    private static final double DETAIL = 0.4;

    private final Catalog catalog;
    private final MapView view;
    private final Frame frame;
    private final double width;
    private final double height;
    private final double enlarged;
    private final Ground ground;
    private final MapContent content;

    /**
     * @param source   the catalog's basemap; null for none
     * @param quotes   the number of excerpts by feature id; 0 for none
     * @param width    the width in pixels of the figure
     * @param enlarged the factor by which type and symbols are larger than on a page
     * @throws IOException if a file of the basemap is not TopoJSON
     */
    public MapPanel(
            Catalog catalog,
            MapView view,
            @Nullable GroundSource source,
            ToIntFunction<String> quotes,
            double width,
            double height,
            double enlarged)
            throws IOException {
        this.catalog = catalog;
        this.view = view;
        this.width = width;
        this.height = height;
        this.enlarged = enlarged;
        this.frame = Frame.fitting(view.bbox(), width / enlarged, height / enlarged, DETAIL, catalog.streets() != null);
        this.ground = new Ground(source, frame);
        this.content = MapContent.of(catalog, ground.backdrop(), view, frame, quotes);
    }

    /** The ratio of a view's width to its height in the map's projection. */
    public static double shape(MapView view) {
        Box box = Frame.of(view.bbox()).view();
        return box.width() / box.height();
    }

    /**
     * A number on the map and the feature it stands for.
     *
     * @param strong whether it has the colour of incidents
     */
    public record Numbered(int number, Feature feature, Layer layer, boolean strong) {}

    /** @param signs the signs that a legend has to explain */
    public record Drawing(List<Mark> marks, Set<Sign> signs) {
        public Drawing {
            marks = List.copyOf(marks);
        }
    }

    /** The features with quotes on a map of this size, the most quoted first. Draws nothing, so it is fast. */
    public static List<Feature> shown(
            Catalog catalog, MapView view, ToIntFunction<String> quotes, double width, double height) {
        Frame frame = Frame.fitting(view.bbox(), width, height, DETAIL, catalog.streets() != null);
        return MapContent.of(catalog, null, view, frame, quotes)
                .shown(view.place())
                .filter(one -> one.quotes() > 0)
                .sorted(Comparator.comparing(Drawn::quotes).reversed())
                .map(Drawn::feature)
                .toList();
    }

    /** How many visible features with quotes have no number. */
    public int unnumbered() {
        return (int) quoted().count() - numbered().size();
    }

    /** The visible features with quotes, the view's own place first, then the most quoted. */
    private Stream<Drawn> quoted() {
        return content.shown(view.place())
                .filter(one -> one.quotes() > 0)
                .sorted(Comparator.comparing((Drawn one) -> !one.feature().id().equals(view.place()))
                        .thenComparing(Comparator.comparing(Drawn::quotes).reversed()));
    }

    /**
     * Numbers the visible features with quotes, the most quoted if there are more than {@link #MOST_NUMBERS}: the topmost
     * layer first, and in each layer the most quoted first.
     */
    public List<Numbered> numbered() {
        List<Numbered> numbered = new ArrayList<>();
        Set<String> most =
                quoted().limit(MOST_NUMBERS).map(one -> one.feature().id()).collect(Collectors.toSet());
        for (Layer layer : catalog.layers().reversed()) {
            Set<String> here = layer.features().stream().map(Feature::id).collect(Collectors.toSet());
            content.shown(view.place())
                    .filter(one -> most.contains(one.feature().id())
                            && here.contains(one.feature().id()))
                    .sorted(Comparator.comparing(Drawn::quotes).reversed())
                    .forEach(one -> numbered.add(new Numbered(
                            numbered.size() + 1,
                            one.feature(),
                            layer,
                            one.incident() || one.feature().id().equals(view.place()))));
        }
        return numbered;
    }

    /** The features with quotes that contain the whole map, so that nothing of them can be drawn. */
    public List<Feature> around() {
        return content.features().stream()
                .filter(one -> one.on() && one.around() && one.quotes() > 0)
                .filter(one -> !one.feature().id().equals(view.place()))
                .map(Drawn::feature)
                .toList();
    }

    /** How many symbols overlap a box in pixels of the figure, to find a quiet place on the map. */
    public int clutter(double x, double y, double width, double height) {
        Box box = box(x, y, width, height);
        return content.shown(view.place())
                .mapToInt(one -> switch (one.shape()) {
                    case Shape.Spot _, Shape.Disc _ -> !one.areal() && one.meets(box) ? 3 : 0;
                    case Shape.Track track ->
                        (int) track.strokes().stream().filter(box::overlaps).count();
                    case Shape.Bracket bracket ->
                        (int) bracket.stops().stream()
                                .filter(at -> box.contains(at.x, at.y))
                                .count();
                    case Shape.Outline _ -> 0;
                })
                .sum();
    }

    /** Converts a box from pixels of the figure to pixels of the page. */
    private Box box(double x, double y, double width, double height) {
        return new Box(x / enlarged, y / enlarged, (x + width) / enlarged, (y + height) / enlarged);
    }

    /** How many metres on the ground one pixel of the figure shows, along the map's middle line. */
    public double metresPerPixel() {
        return frame.pixel() / enlarged / Frame.WORLD.pixelsPerMetre(middleLatitude());
    }

    /** The latitude of the map's middle, in degrees. */
    public double middleLatitude() {
        return Frame.bbox(Box.around(frame.view().middleX(), frame.view().middleY(), 1, 0))
                .north();
    }

    /** The bounds of the map, edge to edge. */
    public Bbox bounds() {
        return Frame.bbox(frame.view());
    }

    /**
     * @param language the language of names
     * @param kept     boxes to keep free of names, in pixels of the figure: x, y, width, height
     */
    public Drawing numbered(String language, List<double[]> kept) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbered().forEach(one -> numbers.put(one.feature().id(), one.number()));
        List<Box> boxes =
                kept.stream().map(at -> box(at[0], at[1], at[2], at[3])).toList();
        MapLayout layout = new MapLayout(content, language, view.place(), Lettering.numbered(numbers, boxes));
        Set<Sign> signs = layout.signs();
        signs.addAll(ground.signs());
        return new Drawing(marks(layout), signs);
    }

    /** @param most the largest number of features to name, apart from names of the basemap */
    public List<Mark> named(String language, int most) {
        return marks(new MapLayout(content, language, view.place(), Lettering.few(most)));
    }

    private List<Mark> marks(MapLayout layout) {
        List<Mark> marks = new ArrayList<>(List.of(ground.mark()));
        marks.addAll(layout.marks());
        Path2D edge = Paths.box(0, 0, width / enlarged, height / enlarged);
        return List.of(new Mark.Group(enlarged, 0, 0, edge, marks));
    }

    /** The marks of a number as on the map, for a key, centred at x and y. */
    public static List<Mark> badge(double x, double y, int number, boolean incident) {
        return Label.number(x, y, number, incident);
    }
}
