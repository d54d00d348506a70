package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.streets.JoinedLines;
import org.dateline.streets.StreetArchive;
import org.dateline.streets.StreetFeature;
import org.dateline.streets.StreetFeature.Form;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * Streets beneath a still map, from the tiles that the browser would draw there. In and around the view they have as much
 * detail as a limit on their vertices allows; beyond, where only frames of an unusual shape show it, no more than water, green
 * and main roads.
 */
final class StreetGround {

    /** How much around the view is detailed, in widths and heights of the view. */
    private static final double NEAR = 0.3;

    /** How many zooms coarser the tiles beyond are. */
    private static final int COARSER = 2;

    private static final Set<String> FAR_KINDS = Set.of("green", "water", "secondary", "major", "motorway");

    /** The world's width in steps of about 4 cm at the equator. */
    private static final double STEPS = 1 << 30;

    private static final GeometryFactory PLANE = new GeometryFactory();

    /**
     * A degree of detail.
     *
     * @param tolerance bends smaller than a square of this size are left out, in pixels of the page
     * @param speck     the smallest surface, in square pixels of the page
     */
    private record Detail(double tolerance, double speck, Predicate<String> kinds) {

        /** @param leftOut how many steps of what matters least are left out: {@link StreetStyle#isLeftOut} */
        Detail(double tolerance, double speck, int leftOut) {
            this(tolerance, speck, kind -> !StreetStyle.isLeftOut(leftOut, kind));
        }
    }

    private static final List<Detail> DETAILS = List.of(
            new Detail(0.7, 6, 0),
            new Detail(1, 20, 1),
            new Detail(1.3, 90, 1),
            new Detail(1.5, 60, 2),
            new Detail(2.2, 120, 4));

    private static final Detail FAR = new Detail(3, 150, FAR_KINDS::contains);

    private final Frame frame;
    private final Box bounds;
    private final List<StreetFeature> near;
    private final List<StreetFeature> far;
    private final Box nearBox;
    private final int most;

    private StreetGround(Frame frame, Box bounds, StreetArchive archive, int most) {
        this.frame = frame;
        this.bounds = bounds;
        this.most = most;
        Box view = frame.view();
        nearBox = view.grown(NEAR * view.width(), NEAR * view.height())
                .intersection(frame.window())
                .intersection(bounds);
        int zoom =
                Math.clamp((int) Math.floor(frame.zoom() - StreetLook.ENLARGED), archive.minZoom(), archive.maxZoom());
        StreetReader reader = new StreetReader(archive, StreetReader.MOST_NUMBERS);
        near = reader.read(
                Frame.bbox(nearBox), zoom, kind -> StreetStyle.isShownBelow(Math.nextUp(frame.zoom()), kind));
        Box all = frame.window().intersection(bounds);
        far = nearBox.contains(all)
                ? List.of()
                : reader.read(Frame.bbox(all), Math.max(archive.minZoom(), zoom - COARSER), FAR_KINDS::contains);
    }

    /**
     * The streets of a frame; empty if its scale shows none, or the archive does not reach into the view.
     *
     * @param most the largest number of vertices, approximately
     */
    static Optional<StreetGround> of(@Nullable StreetArchive archive, Frame frame, int most) {
        if (archive == null || frame.zoom() < StreetLook.FROM) {
            return Optional.empty();
        }
        return frame.turned(Frame.box(archive.bounds())).stream()
                .filter(frame.view()::overlaps)
                .findFirst()
                .map(bounds -> new StreetGround(frame, bounds, archive, most))
                .filter(streets -> !streets.near.isEmpty());
    }

    /** Whether the archive knows what is at a position in degrees. */
    boolean covers(Coordinate degrees) {
        return frame.locate(degrees, 0)
                .filter(at -> bounds.contains(at.x, at.y))
                .isPresent();
    }

    /** The names at points, each once. */
    List<BasemapLabel> labels() {
        Map<String, BasemapLabel> labels = new LinkedHashMap<>();
        for (StreetLook.Name look : StreetLook.NAMES) {
            if (frame.zoom() < look.from() || frame.zoom() >= look.to()) {
                continue;
            }
            for (StreetFeature feature : near) {
                if (feature.form() == Form.POINT && feature.kind().equals(look.kind())) {
                    double[] at = feature.parts().getFirst();
                    Coordinate degrees = degrees(at[0], at[1]);
                    Map<String, String> names = new HashMap<>(feature.names());
                    String written = names.remove("");
                    String name = written == null ? names.values().iterator().next() : written;
                    labels.put(
                            "%s %.3f %.3f".formatted(name, degrees.x, degrees.y),
                            new BasemapLabel(degrees, name, names, look.style(), 0, look.from()));
                }
            }
        }
        return List.copyOf(labels.values());
    }

    /** The names of streets, the most important and longest first. */
    List<StreetName> streetNames() {
        Map<Map<String, String>, LineMerger> lines = new LinkedHashMap<>();
        Map<Map<String, String>, Integer> ranks = new HashMap<>();
        for (StreetLook.Street look : StreetLook.STREETS) {
            for (StreetFeature feature : frame.zoom() < look.from() ? List.<StreetFeature>of() : near) {
                if (feature.form() == Form.LINE && feature.kind().equals(look.kind())) {
                    Admission.check();
                    ranks.putIfAbsent(feature.names(), look.rank());
                    LineMerger merger = lines.computeIfAbsent(feature.names(), _ -> new LineMerger());
                    feature.parts().forEach(part -> merger.add(line(part)));
                }
            }
        }
        List<StreetName> names = new ArrayList<>();
        lines.forEach((name, merger) -> {
            for (Object line : merger.getMergedLineStrings()) {
                names.add(new StreetName(name, Objects.requireNonNull(ranks.get(name)), (LineString) line));
            }
        });
        names.sort(Comparator.comparingInt(StreetName::rank)
                .thenComparing(Comparator.comparingDouble(
                                (StreetName name) -> name.line().getLength())
                        .reversed()));
        return names;
    }

    private LineString line(double[] part) {
        Coordinate[] vertices = new Coordinate[part.length / 2];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = new Coordinate(
                    part[2 * i] * Frame.WORLD.worldSize() + shift(part[0]), part[2 * i + 1] * Frame.WORLD.worldSize());
        }
        return PLANE.createLineString(vertices);
    }

    private static Coordinate degrees(double x, double y) {
        return new Coordinate(x * 360 - 180, Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y)))));
    }

    /** The marks from the bottom up, in pixels of the page. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        Box land = frame.toPage(far.isEmpty() ? nearBox : frame.window().intersection(bounds));
        marks.add(new Mark.Path(Paths.box(land.left(), land.top(), land.width(), land.height()), Ink.of("land", "")));
        marks.addAll(marks(far, frame.window(), FAR));
        if (!far.isEmpty()) {
            Box inner = frame.toPage(nearBox);
            marks.add(new Mark.Path(
                    Paths.box(inner.left(), inner.top(), inner.width(), inner.height()), Ink.of("land", "")));
        }
        int used = vertices(marks);
        List<Mark> detailed = List.of();
        for (Detail detail : DETAILS) {
            detailed = marks(near, nearBox, detail);
            if (used + vertices(detailed) <= most) {
                break;
            }
        }
        marks.addAll(detailed);
        return marks;
    }

    private static int vertices(List<Mark> marks) {
        int count = 0;
        for (Mark mark : marks) {
            if (mark instanceof Mark.Path path) {
                for (PathIterator at = path.data().getPathIterator(null); !at.isDone(); at.next()) {
                    count++;
                }
            }
        }
        return count;
    }

    private List<Mark> marks(List<StreetFeature> features, Box box, Detail detail) {
        Box page = frame.toPage(box);
        Map<String, Path2D> surfaces = new HashMap<>();
        Map<String, List<int[]>> stretches = new HashMap<>();
        for (StreetFeature feature : features) {
            if (feature.form() != Form.POINT && detail.kinds.test(feature.kind())) {
                Admission.check();
                if (feature.form() == Form.SURFACE) {
                    Path2D path = path(surfaces, feature.kind());
                    feature.parts().forEach(part -> add(path, part, Form.SURFACE, page, detail));
                } else if (feature.names().isEmpty()) {
                    List<int[]> known = stretches.computeIfAbsent(feature.kind(), _ -> new ArrayList<>());
                    feature.parts().forEach(part -> known.add(steps(part)));
                }
            }
        }
        Map<String, Path2D> lines = new HashMap<>();
        stretches.forEach((kind, known) -> {
            Path2D path = path(lines, kind);
            JoinedLines.of(known).forEach(line -> add(path, shares(line), Form.LINE, page, detail));
        });
        double zoom = frame.zoom();
        List<Mark> marks = new ArrayList<>();
        for (StreetLook.Surface surface : StreetLook.SURFACES) {
            if (zoom >= surface.from()) {
                add(marks, surfaces.get(surface.kind()), Ink.of(surface.part(), ""));
            }
        }
        boolean edges = true;
        for (StreetLook.Line line : StreetLook.LINES) {
            if (line.edge() != null && edges) {
                // All edges first, so that crossings are open.
                for (StreetLook.Line edged : StreetLook.LINES) {
                    if (edged.edge() != null && edged.width(zoom) >= StreetLook.EDGED) {
                        add(
                                marks,
                                lines.get(edged.kind()),
                                Ink.of(edged.edge(), "").wide(edged.width(zoom) + StreetLook.EDGE));
                    }
                }
                edges = false;
            }
            if (line.width(zoom) > 0) {
                add(marks, lines.get(line.kind()), Ink.of(line.part(), "").wide(line.width(zoom)));
            }
        }
        return marks;
    }

    private static Path2D path(Map<String, Path2D> paths, String kind) {
        return paths.computeIfAbsent(kind, _ -> new Path2D.Double(Path2D.WIND_NON_ZERO));
    }

    /** Shares of the world in steps, so that ends of lines that meet are the same. */
    private static int[] steps(double[] part) {
        return Arrays.stream(part)
                .mapToInt(share -> (int) Math.round(share * STEPS))
                .toArray();
    }

    private static double[] shares(int[] steps) {
        return Arrays.stream(steps).mapToDouble(step -> step / STEPS).toArray();
    }

    private static void add(List<Mark> marks, @Nullable Path2D path, Ink ink) {
        if (path != null && !Paths.isEmpty(path)) {
            marks.add(new Mark.Path(path, ink));
        }
    }

    /** The turn of the world on which the frame shows a position, in world pixels. */
    private double shift(double x) {
        double size = Frame.WORLD.worldSize();
        double at = x * size;
        return size * Math.round((frame.view().middleX() - at) / size);
    }

    private void add(Path2D path, double[] part, Form form, Box page, Detail detail) {
        double size = Frame.WORLD.worldSize();
        double shift = shift(part[0]);
        int count = part.length / 2;
        boolean ring = form == Form.SURFACE;
        Coordinate[] vertices = new Coordinate[ring ? count + 1 : count];
        Envelope reach = new Envelope();
        for (int i = 0; i < count; i++) {
            vertices[i] = new Coordinate(frame.x(part[2 * i] * size + shift), frame.y(part[2 * i + 1] * size));
            reach.expandToInclude(vertices[i]);
        }
        if (reach.isNull()
                || !new Box(reach.getMinX(), reach.getMinY(), reach.getMaxX(), reach.getMaxY())
                        .grown(1, 1)
                        .overlaps(page)) {
            return;
        }
        if (ring) {
            vertices[count] = new Coordinate(vertices[0]);
            if (count < 3 || Area.ofRing(vertices) < detail.speck) {
                return;
            }
            Paths.add(path, Frame.simplify(PLANE.createPolygon(vertices), detail.tolerance), 2);
        } else {
            Paths.add(path, Frame.simplify(PLANE.createLineString(vertices), detail.tolerance), 2);
        }
    }
}
