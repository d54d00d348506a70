package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.TopoJson.Member;
import org.dateline.draw.render.PageSvgRenderer;
import org.dateline.draw.render.PathText;
import org.dateline.draw.render.Xml;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;

/**
 * The background of the map as a separate image: coasts, lakes, rivers and borders of the whole region. All pages show
 * the same image, so a browser fetches it once. It contains its own colours, light and dark, because a page's style
 * sheet does not apply inside an image. Its units are pixels of the world at zoom 8 ({@link StillMap}).
 */
public final class Backdrop {

    private static final List<String> OBJECTS =
            List.of("land", "lakes", "rivers", "coast", "provinces", "districts", "boundaries", GroundSource.LABELS);

    private static final String SETTLED = "international";

    /** Views below this zoom are drawn with the files of this zoom, because these contain the borders. */
    private static final double LEAST_ZOOM = 5;

    /** The smallest area to draw, in square pixels of the page; anything smaller would look like a speck. */
    private static final double SPECK = 9;

    /** The same beside an embed's or a page's view. */
    private static final double SPECK_AROUND = 30;

    /**
     * The tolerance of simplification, in pixels of the page: bends smaller than a square of this size are left out.
     */
    private static final double TOLERANCE = 1.75;

    /** The tolerance for lines that are too thin or faint for their bends to matter. */
    private static final double FAINT_TOLERANCE = 3.5;

    /** The tolerance around an embed's view, which wide and tall frames show. */
    private static final double AROUND_TOLERANCE = 6;

    /** The tolerance around a page's view, which the page shows only until its script runs. */
    private static final double FAR_TOLERANCE = 14;

    /** The parts from the bottom up; some are hidden below a zoom. */
    private static final List<String> PARTS =
            List.of("land", "river", "lake", "district", "province", "coast", "boundary", "boundary-unsettled");

    /** How much of the surroundings is drawn as precisely as the view, on each side, in sizes of the view. */
    private static final double BESIDE = 1 / 8.0;

    private static final GeometryFactory PLANE = new GeometryFactory();

    private final Frame frame;
    private final Geometry shown;
    private final double around;
    private final Box near;
    private final Box box;
    private final Map<String, List<Member>> objects;
    private final List<Basemap.Relief> reliefs;
    private final List<BasemapLabel> labels;
    private final @Nullable StreetGround streets;

    /** The vertices of streets in an embed: about 30 kB when compressed, which leaves as much for its places. */
    private static final int MOST_VERTICES = 12_500;

    /** The vertices of streets on a page, which shows them only until its script runs: about 15 kB when compressed. */
    private static final int MOST_VERTICES_FIRST = 6_500;

    /**
     * @param view the view on top: the image has no more detail than the view's scale needs, and extends as far beyond
     *             it as a still map draws
     * @throws IOException if a file of the basemap is not TopoJSON
     */
    public Backdrop(GroundSource source, Bbox view) throws IOException {
        // What lies beyond a basemap would weigh on each first visit, which shows none of it once the script runs.
        this(source, null, Frame.of(view), List.of(Frame.of(view).window()), FAR_TOLERANCE, MOST_VERTICES_FIRST);
    }

    /**
     * The backdrop of an embed.
     *
     * @param beyond the lines beyond a basemap; null for none
     */
    Backdrop(GroundSource source, Basemap.@Nullable File beyond, Frame frame) throws IOException {
        this(source, beyond, frame, frame.bands(BESIDE), AROUND_TOLERANCE, MOST_VERTICES);
    }

    /**
     * @param beyond the lines beyond a basemap; null for none
     * @param most   the largest number of vertices of streets, approximately
     */
    Backdrop(GroundSource source, Basemap.@Nullable File beyond, Frame frame, int most) throws IOException {
        this(source, beyond, frame, List.of(frame.window()), FAR_TOLERANCE, most);
    }

    private Backdrop(
            GroundSource source, Basemap.@Nullable File beyond, Frame frame, List<Box> shown, double around, int most)
            throws IOException {
        Basemap basemap = source.basemap();
        this.frame = frame;
        this.around = around;
        this.shown = shown.stream()
                .map(Box::envelope)
                .map(PLANE::toGeometry)
                .reduce(Geometry::union)
                .orElseThrow();
        near = frame.view()
                .grown(BESIDE * frame.view().width(), BESIDE * frame.view().height());
        double zoom = Math.max(LEAST_ZOOM, frame.zoom());
        objects = beyond == null ? source.objects(zoom, OBJECTS) : source.objects(zoom, OBJECTS, beyond);
        reliefs = frame.shows(basemap.reliefs()) ? basemap.reliefs() : List.of();
        streets = StreetGround.of(basemap.streets(), frame, most).orElse(null);
        List<BasemapLabel> names =
                new ArrayList<>(BasemapLabel.of(objects.getOrDefault(GroundSource.LABELS, List.of())));
        if (streets != null) {
            names.removeIf(name -> streets.covers(name.position()));
            names.addAll(streets.labels());
        }
        labels = List.copyOf(names);
        box = boundsOf(objects)
                .flatMap(region -> frame.turned(Frame.box(region)).stream().reduce(Box::union))
                .map(frame.window()::intersection)
                .orElse(frame.view());
    }

    /** Draws the image as an SVG file in UTF-8. This takes a while; no page waits for it. */
    public byte[] svg() {
        return draw().getBytes(StandardCharsets.UTF_8);
    }

    /** The bounds of the image: the part of the basemap's region that a still map of the view draws. */
    public Bbox bounds() {
        return Frame.bbox(box);
    }

    /** The bounds of the image in world pixels at zoom 8; beyond the world's edge if it crosses the antimeridian. */
    Box box() {
        return box;
    }

    /** All land within the window, in world pixels. */
    Path2D land() {
        Path2D land = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Geometry degrees : all("land")) {
            frame.fit(degrees).ifPresent(part -> Paths.add(land, part, decimals()));
        }
        return land;
    }

    List<BasemapLabel> labels() {
        return labels;
    }

    /** The names of streets, the most important first. */
    List<StreetName> streetNames() {
        return streets == null ? List.of() : streets.streetNames();
    }

    private static Optional<Bbox> boundsOf(Map<String, List<Member>> objects) {
        List<Bbox> boxes = new ArrayList<>();
        objects.forEach((object, members) -> {
            if (!object.equals(GroundSource.LABELS)) {
                members.forEach(member -> Bbox.of(member.geometry()).ifPresent(boxes::add));
            }
        });
        return Bbox.union(boxes);
    }

    private String draw() {
        Xml xml = new Xml();
        xml.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("width", PathText.number(box.width(), 1))
                .attribute("height", PathText.number(box.height(), 1))
                .attribute("viewBox", "0 0 " + PathText.number(box.width(), 1) + " " + PathText.number(box.height(), 1))
                .attribute("fill", "none")
                .inside();
        xml.open("style")
                .inside()
                .text("path{stroke-linejoin:round;stroke-linecap:round}[stroke-dasharray]{stroke-linecap:butt}"
                        + css("light", parts()) + "@media (prefers-color-scheme:dark){" + css("dark", parts()) + "}")
                .close("style");
        new PageSvgRenderer(
                        xml,
                        "",
                        frame.pixel(),
                        frame.view().left() - box.left(),
                        frame.view().top() - box.top(),
                        decimals())
                .write(marks());
        return xml.close("svg").toString();
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>(PARTS);
        if (streets != null) {
            parts.addAll(StreetLook.parts());
        }
        return parts.stream().distinct().toList();
    }

    private static String css(String theme, List<String> parts) {
        StringBuilder css = new StringBuilder();
        for (String name : parts) {
            Look.Part part = Look.part(name);
            css.append('.').append(name).append('{');
            if (part.fill() != null) {
                css.append("fill:").append(Look.colour(theme, part.fill()).css());
            }
            if (part.stroke() != null) {
                css.append(part.fill() == null ? "" : ";")
                        .append("stroke:")
                        .append(Look.colour(theme, part.stroke()).css());
            }
            css.append('}');
        }
        return css.toString();
    }

    /** The land beneath a relief that does not reach as far as the map; empty if it does, or if there is no relief. */
    List<Mark> beneathRelief() {
        return beneath(reliefs);
    }

    /** @param reliefs those that are drawn in place of the basemap's own */
    List<Mark> beneath(List<Basemap.Relief> reliefs) {
        if (reliefs.isEmpty() || reliefs.stream().anyMatch(this::isCoveredBy)) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        add(marks, "land", 1, all("land"), false);
        return marks;
    }

    private boolean isCoveredBy(Basemap.Relief relief) {
        List<Box> turned = frame.turned(Frame.box(relief.bbox()));
        // The turns of the whole world lie side by side.
        return relief.bbox().width() >= 360
                ? turned.stream()
                        .reduce(Box::union)
                        .filter(all -> all.contains(box))
                        .isPresent()
                : turned.stream().anyMatch(part -> part.contains(box));
    }

    /** The marks of the image from the bottom up, in pixels of the page. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (reliefs.isEmpty()) {
            add(marks, "land", 1, all("land"), false);
        }
        Map<Integer, List<Geometry>> rivers = new TreeMap<>(Comparator.reverseOrder());
        for (Member river : objects.getOrDefault("rivers", List.of())) {
            int rank = river.properties().path("rank").asInt(5);
            if (rank <= frame.zoom() + Look.number("rivers", "beyond-zoom")) {
                rivers.computeIfAbsent(rank, _ -> new ArrayList<>()).add(river.geometry());
            }
        }
        double widest = Look.part("river").width();
        rivers.forEach((rank, lines) -> {
            double width = Math.max(Look.number("rivers", "least"), widest - rank * Look.number("rivers", "thinner"));
            add(marks, "river", width / widest, lines, width < 1);
        });
        add(marks, "lake", 1, all("lakes"), false);
        add(marks, "district", 1, all("districts"), true);
        add(marks, "province", 1, all("provinces"), true);
        add(marks, "coast", 1, all("coast"), false);
        for (boolean settled : new boolean[] {true, false}) {
            List<Geometry> lines = objects.getOrDefault("boundaries", List.of()).stream()
                    .filter(boundary -> settled
                            == boundary.properties()
                                    .path("status")
                                    .asString(SETTLED)
                                    .equals(SETTLED))
                    .map(Member::geometry)
                    .toList();
            add(marks, settled ? "boundary" : "boundary-unsettled", 1, lines, false);
        }
        if (streets != null) {
            marks.addAll(streets.marks());
        }
        return marks;
    }

    /** The geometries of an object that are visible at this zoom. */
    private List<Geometry> all(String object) {
        boolean hidden = (object.equals("districts") || object.equals("provinces")) && frame.zoom() < Look.zoom(object);
        return hidden ? List.of() : all(objects, object);
    }

    private static List<Geometry> all(Map<String, List<Member>> objects, String object) {
        return objects.getOrDefault(object, List.of()).stream()
                .map(Member::geometry)
                .toList();
    }

    /**
     * @param times      the factor by which lines are widened
     * @param geometries in degrees
     * @param faint      whether their lines are drawn thin
     */
    private void add(List<Mark> marks, String part, double times, List<Geometry> geometries, boolean faint) {
        double pixel = frame.detail();
        Path2D data = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Geometry degrees : geometries) {
            Admission.check();
            frame.cut(degrees).ifPresent(cut -> {
                for (int i = 0; i < cut.getNumGeometries(); i++) {
                    Geometry piece = cut.getGeometryN(i);
                    if (piece instanceof Polygonal) {
                        boolean beside = !piece.getEnvelopeInternal().intersects(near.envelope());
                        double smallest = beside ? SPECK_AROUND : SPECK;
                        if (piece.getArea() >= smallest * pixel * pixel) {
                            add(data, piece, beside ? FAINT_TOLERANCE * pixel : pixel);
                        }
                    } else {
                        Geometry inner = piece.getFactory().toGeometry(near.envelope());
                        add(data, piece.intersection(inner), (faint ? FAINT_TOLERANCE : TOLERANCE) * pixel);
                        add(data, piece.difference(inner).intersection(shown), around * pixel);
                    }
                }
            });
        }
        if (!Paths.isEmpty(data)) {
            Look.Part look = Look.part(part);
            double grown = look.grows() ? Look.grown(frame.zoom()) : 1;
            marks.add(new Mark.Path(frame.toPage(data), Ink.of(part, "").wide(look.width() * grown * times)));
        }
    }

    /** The number of decimals of a world pixel. */
    int decimals() {
        double detail = frame.detail();
        return detail > 2 ? 0 : detail > 0.2 ? 1 : detail > 0.02 || streets == null ? 2 : detail > 0.003 ? 3 : 4;
    }

    private void add(Path2D data, Geometry geometry, double tolerance) {
        Paths.add(data, Frame.simplify(geometry, tolerance), decimals());
    }
}
