package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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

/**
 * The map of a drawn image: relief, basemap, symbols, names and numbers in a box of a given size. It shows the whole view,
 * and more of its surroundings where the box has another shape. North is up everywhere in its projection, so it needs no
 * arrow that says so.
 */
public final class MapPanel {

    /** Of a pixel: what is drawn twice as large, or printed, shows finer bends than a screen. */
    private static final double DETAIL = 0.4;

    private static final double AIR = 3.5;

    private final Catalog catalog;
    private final MapView view;
    private final Frame frame;
    private final double width;
    private final double height;
    private final double enlarged;
    private final PanelGround ground;
    private final MapContent content;

    /**
     * @param quotes   the number of excerpts by feature id; 0 for none
     * @param files    the content of a file of the basemap: what it was when the catalog was read, whatever became of it
     * @param width    in pixels of the figure
     * @param enlarged how many times larger than on a page its type and symbols are
     * @throws IOException where a file of the basemap is no TopoJSON
     */
    public MapPanel(
            Catalog catalog,
            MapView view,
            ToIntFunction<String> quotes,
            Function<Path, byte[]> files,
            double width,
            double height,
            double enlarged)
            throws IOException {
        this.catalog = catalog;
        this.view = view;
        this.width = width;
        this.height = height;
        this.enlarged = enlarged;
        this.frame = Frame.fitting(view.bbox(), width / enlarged, height / enlarged, DETAIL);
        this.ground = new PanelGround(catalog.basemap(), frame, files);
        this.content = MapContent.of(catalog, ground.backdrop(), view, frame, quotes);
    }

    /** How wide a view is for its height, in the map's projection. */
    public static double shape(MapView view) {
        Box box = Frame.of(view.bbox()).view();
        return box.width() / box.height();
    }

    /**
     * A number on the map and what it stands for.
     *
     * @param strong whether it has the colour of incidents
     */
    public record Numbered(int number, Feature feature, Layer layer, boolean strong) {}

    /** @param signs what a legend has to explain */
    public record Drawing(List<Mark> marks, Set<Sign> signs) {
        public Drawing {
            marks = List.copyOf(marks);
        }
    }

    /** What a map of this size shows of what has quotes, the most quoted first; draws nothing, and so is quick. */
    public static List<Feature> shown(
            Catalog catalog, MapView view, ToIntFunction<String> quotes, double width, double height) {
        Frame frame = Frame.fitting(view.bbox(), width, height, DETAIL);
        return shown(MapContent.of(catalog, null, view, frame, quotes), view)
                .filter(one -> one.quotes() > 0)
                .sorted(Comparator.comparing(Drawn::quotes).reversed())
                .map(Drawn::feature)
                .toList();
    }

    private static Stream<Drawn> shown(MapContent content, MapView view) {
        return content.features().stream()
                .filter(one -> one.feature().id().equals(view.place()) || one.on() && !one.around());
    }

    private List<Drawn> shown() {
        return shown(content, view).toList();
    }

    /** What has quotes and shows, numbered: the topmost layer first, in each the most quoted first. */
    public List<Numbered> numbered() {
        List<Numbered> numbered = new ArrayList<>();
        for (Layer layer : catalog.layers().reversed()) {
            shown(content, view)
                    .filter(one -> one.quotes() > 0 && layer.features().contains(one.feature()))
                    .sorted(Comparator.comparing(Drawn::quotes).reversed())
                    .forEach(one -> numbered.add(new Numbered(
                            numbered.size() + 1,
                            one.feature(),
                            layer,
                            one.incident() || one.feature().id().equals(view.place()))));
        }
        return numbered;
    }

    /** What has quotes and a location that the whole map lies within, so that nothing of it can be drawn. */
    public List<Feature> around() {
        return content.features().stream()
                .filter(one -> one.on() && one.around() && one.quotes() > 0)
                .filter(one -> !one.feature().id().equals(view.place()))
                .map(Drawn::feature)
                .toList();
    }

    /** How much of symbols lies in a box, in pixels of the figure: for what should stand where the map is quiet. */
    public int clutter(double x, double y, double width, double height) {
        double scale = frame.pixel() / enlarged;
        double left = frame.view().left() + x * scale;
        double top = frame.view().top() + y * scale;
        Box box = new Box(left, top, left + width * scale, top + height * scale);
        int clutter = 0;
        for (Drawn one : shown()) {
            clutter += switch (one.shape()) {
                case Shape.Spot spot -> box.contains(spot.x(), spot.y()) ? 3 : 0;
                case Shape.Disc disc ->
                    !disc.vast() && box.overlaps(Box.around(disc.x(), disc.y(), disc.radius(), disc.radius())) ? 3 : 0;
                case Shape.Track track ->
                    (int) track.strokes().stream().filter(box::overlaps).count();
                case Shape.Bracket bracket ->
                    (int) bracket.stops().stream()
                            .filter(at -> box.contains(at.x, at.y))
                            .count();
                case Shape.Outline _ -> 0;
            };
        }
        return clutter;
    }

    /** Metres on the ground of one pixel of the figure, along the map's middle line. */
    public double metresPerPixel() {
        return frame.pixel() / enlarged / Frame.WORLD.pixelsPerMetre(middleLatitude());
    }

    /** Degrees. */
    public double middleLatitude() {
        return Frame.bbox(Box.around(frame.view().middleX(), frame.view().middleY(), 1, 0))
                .north();
    }

    /** What the map shows, edge to edge. */
    public Bbox bounds() {
        return Frame.bbox(frame.view());
    }

    /**
     * @param language of its names
     * @param kept     boxes, in pixels of the figure, to keep free of names: x, y, width, height
     */
    public Drawing numbered(String language, List<double[]> kept) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbered().forEach(one -> numbers.put(one.feature().id(), one.number()));
        return draw(language, kept, numbers, Integer.MAX_VALUE);
    }

    /** @param most how many names of its own the map has at the most, besides those of the basemap */
    public Drawing named(String language, int most) {
        return draw(language, List.of(), Map.of(), most);
    }

    private Drawing draw(String language, List<double[]> kept, Map<String, Integer> numbers, int most) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        List<Mark> marks = new ArrayList<>(ground.marks(signs));
        List<Drawn> shown = shown();
        PanelLabels labels = new PanelLabels(frame, language, view.place(), AIR);
        SymbolMarks symbols = new SymbolMarks(frame);
        kept.forEach(box -> labels.block(box[0] / enlarged, box[1] / enlarged, box[2] / enlarged, box[3] / enlarged));
        // Few names, few dots: stations that nobody names would be a string of pearls.
        boolean few = most < Integer.MAX_VALUE;
        inDrawingOrder(shown, labels).stream().filter(one -> !few || !one.dot()).forEach(one -> {
            marks.addAll(symbols(one, symbols, labels));
            Sign.add(one, labels.isSelected(one), signs);
        });
        shown.forEach(labels::block);
        List<Drawn> byPriority =
                shown.stream().sorted(labels.byPriority(numbers)).toList();
        int named = 0;
        for (Drawn one : byPriority) {
            Integer number = numbers.get(one.feature().id());
            if (number != null) {
                labels.place(one, number);
            } else if ((!one.dot() || labels.isSelected(one)) && named < most && labels.place(one)) {
                named++;
            }
        }
        content.names().stream()
                .filter(name -> !few || !name.town() || name.style() == LabelStyle.CAPITAL)
                .forEach(name -> labels.place(name, symbols));
        if (frame.pixel() < MapSheet.STATION_NAMES && !few) {
            byPriority.stream().filter(Drawn::dot).forEach(labels::place);
        }
        marks.addAll(labels.marks());
        Path2D edge = Paths.box(0, 0, width / enlarged, height / enlarged);
        return new Drawing(List.of(new Mark.Group(enlarged, 0, 0, edge, marks)), signs);
    }

    /** As on the pages: a selected area, lines, other areas, stations, circles, spots, what is selected. */
    private static List<Drawn> inDrawingOrder(List<Drawn> shown, PanelLabels labels) {
        List<Drawn> ordered = new ArrayList<>();
        shown.stream().filter(one -> one.areal() && labels.isSelected(one)).forEach(ordered::add);
        shown.stream().filter(Drawn::linear).forEach(ordered::add);
        shown.stream().filter(one -> one.areal() && !labels.isSelected(one)).forEach(ordered::add);
        shown.stream().filter(Drawn::dot).forEach(ordered::add);
        List<Drawn> spots = shown.stream()
                .filter(one -> !one.areal() && !one.linear() && !one.dot())
                .toList();
        spots.stream()
                .filter(one -> !labels.isSelected(one) && one.shape() instanceof Shape.Disc)
                .forEach(ordered::add);
        spots.stream()
                .filter(one -> !labels.isSelected(one) && one.shape() instanceof Shape.Spot)
                .forEach(ordered::add);
        spots.stream().filter(labels::isSelected).forEach(ordered::add);
        return ordered;
    }

    private static List<Mark> symbols(Drawn one, SymbolMarks symbols, PanelLabels labels) {
        if (one.dot() && !labels.isSelected(one) && one.shape() instanceof Shape.Spot spot) {
            return symbols.dot(spot);
        }
        return symbols.of(
                one.shape(), one.incident(), one.style() == Layer.Style.PLACE, one.quotes(), labels.isSelected(one));
    }

    /** A number as it stands on the map, for a key; its middle at x and y. */
    public static List<Mark> badge(double x, double y, int number, boolean incident) {
        return PanelLabel.badge(x, y, number, incident);
    }
}
