package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import org.dateline.draw.plane.TopoJson;
import org.dateline.draw.plane.TopoJson.Member;
import org.dateline.draw.render.PageRenderer;
import org.dateline.draw.render.PathText;
import org.dateline.draw.render.Xml;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * The quiet part of the map as a picture of its own: coasts, lakes, rivers and borders of the whole region, which every
 * page shows alike so that a browser fetches it once. It brings its own colours, light and dark, because a page's style
 * sheet does not reach into a picture. Its pixels are those of the world at zoom 8 ({@link StillMap}).
 */
public final class Backdrop {

    private static final List<String> OBJECTS =
            List.of("land", "lakes", "rivers", "coast", "provinces", "districts", "boundaries", "labels");

    private static final List<String> BORDERS = List.of("coast", "provinces", "districts", "boundaries");

    private static final String SETTLED = "international";

    /** A view of less than this zoom is still drawn with the files of this one: they hold its borders. */
    private static final double LEAST_ZOOM = 5;

    /** Two outlines of the same thing from different sources lie about this far apart. */
    private static final double SAME_BORDER_METRES = 2_500;

    /** What is smaller than this many pixels of the page squared is a speck, not a lake. */
    private static final double SPECK = 9;

    /** In pixels of the page: bends smaller than this square are left out. */
    private static final double TOLERANCE = 1.75;

    /** The same for lines so thin or faint that nobody follows their bends. */
    private static final double FAINT_TOLERANCE = 3.5;

    /** The same where only a frame of an unusual shape shows it. */
    private static final double FAR_TOLERANCE = 14;

    /** Its parts, from the bottom up; below some zoom a part does not show. */
    private static final List<String> PARTS =
            List.of("land", "river", "lake", "district", "province", "coast", "boundary", "boundary-unsettled");

    private final Frame frame;
    private final Box near;
    private final Box box;
    private final Map<String, List<Member>> objects;
    private final boolean relief;
    private final List<BasemapLabel> labels;
    private final @Nullable IndexedFacetDistance border;

    /**
     * @param view the view that the picture lies beneath: it shows no more detail than the view's scale does, and reaches
     *             as far beyond it as a still map draws
     * @throws IOException where a file of the basemap cannot be read or is no TopoJSON
     */
    public Backdrop(Basemap basemap, Bbox view) throws IOException {
        this(basemap, Frame.of(view), Files::readAllBytes);
    }

    /** What reads the content of a file. */
    interface Reader {
        byte[] read(Path file) throws IOException;
    }

    Backdrop(Basemap basemap, Frame frame, Reader files) throws IOException {
        this.frame = frame;
        near = frame.view().grown(frame.view().width() / 8, frame.view().height() / 8);
        objects = read(basemap, Math.max(LEAST_ZOOM, frame.zoom()), files);
        relief = frame.shows(basemap.relief());
        labels = BasemapLabel.of(objects.getOrDefault("labels", List.of()));
        box = boundsOf(objects)
                .flatMap(region -> frame.turned(Frame.box(region)).stream().reduce(Box::union))
                .map(frame.window()::intersection)
                .orElse(frame.view());
        List<Geometry> borders = new ArrayList<>();
        for (String object : BORDERS) {
            all(object).forEach(lines -> frame.fit(lines).ifPresent(borders::add));
        }
        border = borders.isEmpty()
                ? null
                : new IndexedFacetDistance(borders.getFirst().getFactory().buildGeometry(borders));
    }

    private static Map<String, List<Member>> read(Basemap basemap, double zoom, Reader files) throws IOException {
        Map<String, List<Member>> objects = new LinkedHashMap<>();
        for (Basemap.File file : basemap.files()) {
            if (file.minZoom() <= zoom && (file.maxZoom() == null || file.maxZoom() > zoom)) {
                TopoJson topology = TopoJson.read(file.file(), files.read(file.file()));
                for (String object : OBJECTS) {
                    objects.computeIfAbsent(object, _ -> new ArrayList<>()).addAll(topology.members(object));
                }
            }
        }
        return objects;
    }

    /** Draws the picture: an SVG file in UTF-8. It takes a while, and no page waits for it. */
    public byte[] svg() {
        return draw().getBytes(StandardCharsets.UTF_8);
    }

    /** What the picture covers: the basemap's region as far as a still map of the view draws. */
    public Bbox bounds() {
        return Frame.bbox(box);
    }

    /** What the picture covers, in world pixels at zoom 8; beyond the world's edge if it crosses the antimeridian. */
    Box box() {
        return box;
    }

    List<BasemapLabel> labels() {
        return labels;
    }

    /** Whether the border of polygons (in world pixels) runs along lines of this picture, so far as the view shows it. */
    boolean drawsBorderOf(Geometry polygons) {
        if (border == null) {
            return false;
        }
        double tolerance = Math.max(2.5 * frame.pixel(), SAME_BORDER_METRES * Frame.WORLD.pixelsPerMetre(0));
        Box inside = frame.window().grown(-frame.detail() / 4, -frame.detail() / 4);
        int along = 0;
        int apart = 0;
        for (Coordinate vertex : polygons.getCoordinates()) {
            // Where it was cut it has no border.
            if (near.contains(vertex.x, vertex.y) && inside.contains(vertex.x, vertex.y)) {
                if (border.distance(polygons.getFactory().createPoint(vertex)) <= tolerance) {
                    along++;
                } else {
                    apart++;
                }
            }
        }
        return along >= 3 * apart;
    }

    private static Optional<Bbox> boundsOf(Map<String, List<Member>> objects) {
        List<Bbox> boxes = new ArrayList<>();
        objects.forEach((object, members) -> {
            if (!object.equals("labels")) {
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
                        + css("light") + "@media (prefers-color-scheme:dark){" + css("dark") + "}")
                .close("style");
        new PageRenderer(
                        xml,
                        "",
                        frame.pixel(),
                        frame.view().left() - box.left(),
                        frame.view().top() - box.top(),
                        decimals())
                .write(marks());
        return xml.close("svg").toString();
    }

    private static String css(String theme) {
        StringBuilder css = new StringBuilder();
        for (String name : PARTS) {
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

    /** All that the picture shows, from the bottom up, in pixels of the page. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (!relief) {
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
        return marks;
    }

    /** The geometries of an object, as far as it shows at this zoom. */
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
     * @param times      how much wider than stated
     * @param geometries in degrees
     * @param faint      whether lines of them are drawn thinly
     */
    private void add(List<Mark> marks, String part, double times, List<Geometry> geometries, boolean faint) {
        double pixel = frame.detail();
        Path2D data = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Geometry degrees : geometries) {
            frame.cut(degrees).ifPresent(cut -> {
                for (int i = 0; i < cut.getNumGeometries(); i++) {
                    Geometry piece = cut.getGeometryN(i);
                    if (piece instanceof Polygonal) {
                        boolean speck = piece.getArea() < SPECK * pixel * pixel;
                        if (!speck) {
                            add(data, piece, pixel);
                        }
                    } else {
                        Geometry inner = piece.getFactory().toGeometry(near.envelope());
                        add(data, piece.intersection(inner), (faint ? FAINT_TOLERANCE : TOLERANCE) * pixel);
                        add(data, piece.difference(inner), FAR_TOLERANCE * pixel);
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

    /** Of a world pixel. */
    int decimals() {
        return frame.detail() > 2 ? 0 : frame.detail() > 0.2 ? 1 : 2;
    }

    private void add(Path2D data, Geometry geometry, double tolerance) {
        Paths.add(data, Frame.simplify(geometry, tolerance), decimals());
    }
}
