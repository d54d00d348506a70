package org.dateline.ground;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geodesy;
import org.dateline.geo.WebMercator;
import org.dateline.model.Basemap;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Derives a basemap from the world's ground: true to the pixel where a catalog has something to show, coarser with the
 * distance, and the whole world everywhere, so that no land is ever drawn as sea.
 */
public final class DerivedGround {

    /** The folder that the files of a derived basemap name. */
    public static final String FOLDER = "ground";

    private static final Path RELIEF = Path.of(FOLDER, "relief.jpg");

    private static final Path WIDE_RELIEF = Path.of(FOLDER, "relief-wide.jpg");

    /** Below this zoom, a file is for views of the whole world. */
    private static final double REGION = 4.5;

    /** The zoom up to which its lines are true to a pixel near what the catalog shows. */
    private static final double WORLD = 4;

    /** The same elsewhere. */
    private static final double WORLD_FAR = 3;

    /** About how many vertices a file has at most, so that it is about 45 KB compressed. */
    private static final int MOST = 11_500;

    /** The same of what is drawn and not loaded. */
    private static final int MOST_DRAWN = 60_000;

    /** From this zoom on, a file has all that is known near the catalog's places. */
    private static final double CLOSER = 7;

    /** From this zoom on, a file is for views of a town, in which most of the others' lines would not be seen. */
    private static final double TOWN = 10.5;

    /** The zoom of the rest of the world there. */
    private static final double TOWN_FAR = 0.5;

    /** By how many zooms detail falls there each time the distance doubles: half of the bytes of other zooms do. */
    private static final double TOWN_STEEP = 3;

    /** Zooms between which the relief fades out, because it becomes a blur. */
    private static final double FADE_FROM = 7.5;

    private static final double FADE_TO = 9;

    /** How far relief and towns reach around what a catalog shows, in degrees of longitude and latitude. */
    private static final double AROUND = 9;

    private static final double ABOVE = 6;

    /** The same in sizes of what it shows: as far as a page without script draws, and a little more. */
    private static final double REACH = 1.1;

    /** The same of what is as large as a continent or more: the relief has more pixels for it. */
    private static final double LEAST_REACH = 0.2;

    /** Up to this share of the world, there is more around it. */
    private static final double CONTINENT = 5 / 9.0;

    /** The width of the part of the earth that surrounds all of this less coarsely than the whole, in degrees of longitude. */
    private static final double WIDE = 100;

    /** The largest number of pixels of its relief: about 30 KB. */
    private static final int MOST_WIDE = 600_000;

    /** The credit line, which names no language's words but these. */
    private static final String CREDIT = "Natural Earth; GeoNames (CC BY 4.0); ETOPO5";

    private DerivedGround() {}

    /**
     * Derives a basemap of four files, of which a map shows one at a time: each has the whole world.
     *
     * @param foci      what the catalog shows; without any, the whole world is as coarse as at low zooms
     * @param languages BCP 47 codes of the catalog's languages, the default first
     * @param rules     how boundaries are drawn, the first that applies; none for what the source says
     */
    public static Basemap of(Collection<Focus> foci, List<String> languages, List<BoundaryRule> rules) {
        Bbox near = around(foci);
        // All at once: each takes a few tenths of a second in a program that has just started.
        CompletableFuture<GroundNames> names =
                CompletableFuture.supplyAsync(() -> new GroundNames(new Detail(foci), near, languages));
        WorldLines lines = WorldLines.read();
        CompletableFuture<List<Basemap.Relief>> reliefs = CompletableFuture.supplyAsync(() -> reliefs(near, lines));
        CompletableFuture<Topology> world =
                CompletableFuture.supplyAsync(() -> topology(lines, new Detail(capped(foci, WORLD), WORLD_FAR), rules));
        CompletableFuture<Topology> region =
                CompletableFuture.supplyAsync(() -> topology(lines, new Detail(capped(foci, CLOSER)), rules));
        CompletableFuture<Topology> town =
                CompletableFuture.supplyAsync(() -> topology(lines, new Detail(foci, TOWN_FAR, TOWN_STEEP), rules));
        Topology closer = topology(lines, new Detail(foci), rules);
        List<Basemap.File> files = List.of(
                file("world.topojson", world.join(), names.join(), 0, REGION),
                file("region.topojson", region.join(), names.join(), REGION, CLOSER),
                file("closer.topojson", closer, names.join(), CLOSER, TOWN),
                file("town.topojson", town.join(), names.join(), TOWN, null));
        Map<String, String> credit = new LinkedHashMap<>();
        languages.forEach(language -> credit.put(language, CREDIT));
        return new Basemap(new Text(credit), reliefs.join(), files);
    }

    /**
     * The lines of parts of the earth, in one file without names, for a drawing that readers do not load.
     *
     * @param zoom the zoom up to which lines are true to a pixel there
     */
    public static Basemap.File around(List<Bbox> parts, double zoom) {
        List<Focus> foci = parts.stream()
                .map(part -> new Focus(part, Math.min(zoom, Focus.FINEST)))
                .toList();
        Topology topology = new Topology(quantum(zoom));
        new GroundLines(WorldLines.read(), new Detail(foci), List.of()).addTo(topology, MOST_DRAWN);
        return new Basemap.File(Path.of(FOLDER, "around.topojson"), topology.write(), 0, null);
    }

    private static List<Focus> capped(Collection<Focus> foci, double zoom) {
        return foci.stream()
                .map(focus -> new Focus(focus.bbox(), Math.min(zoom, focus.zoom())))
                .toList();
    }

    private static Topology topology(WorldLines lines, Detail detail, List<BoundaryRule> rules) {
        Topology topology = new Topology(quantum(detail.highest()));
        new GroundLines(lines, detail, rules).addTo(topology, MOST);
        return topology;
    }

    private static Basemap.File file(
            String name, Topology topology, GroundNames names, double minZoom, @Nullable Double maxZoom) {
        names.addTo(topology, minZoom, maxZoom == null ? Double.MAX_VALUE : maxZoom);
        return new Basemap.File(Path.of(FOLDER, name), topology.write(), minZoom, maxZoom);
    }

    private static List<Basemap.Relief> reliefs(Bbox near, WorldLines lines) {
        List<Basemap.Relief> reliefs = new ArrayList<>();
        double sooner = sooner(near);
        double edge = WebMercator.MAX_LATITUDE;
        reliefs.add(new Basemap.Relief(
                Path.of(FOLDER, "relief-world.jpg"),
                GroundRelief.world(),
                new Bbox(-180, -edge, 180, edge),
                FADE_FROM - sooner,
                FADE_TO - sooner));
        if (near.width() < WIDE / 2) {
            Bbox wide = wide(near);
            reliefs.add(new Basemap.Relief(
                    WIDE_RELIEF, GroundRelief.cut(wide, lines, MOST_WIDE), wide, FADE_FROM, FADE_TO));
        }
        // A part that is nearly the whole would show no more than the whole does.
        if (near.width() < 300) {
            Bbox part = onMap(near);
            reliefs.add(new Basemap.Relief(
                    RELIEF, GroundRelief.cut(part, lines), part, FADE_FROM - sooner, FADE_TO - sooner));
        }
        return reliefs;
    }

    /**
     * How many zooms sooner reliefs fade where the story's places lie far apart, so that theirs has fewer pixels than the source:
     * by as much as its pixels are larger, and up to one zoom more, because land and sea run into each other in it.
     */
    private static double sooner(Bbox near) {
        if (near.width() < WIDE / 2) {
            return 0;
        }
        double fineness = near.width() < 300 ? GroundRelief.fineness(onMap(near)) : GroundRelief.WORLD_FINENESS;
        double zooms = Math.max(0, -Math.log(fineness) / Math.log(2));
        return zooms + Math.min(1, zooms);
    }

    /** A part of the earth as large as a continent, in the middle of which another lies. */
    private static Bbox wide(Bbox near) {
        WebMercator plane = new WebMercator(0);
        double side = plane.worldSize() * WIDE / 360;
        double middle = (plane.y(near.south()) + plane.y(near.north())) / 2;
        double west = near.middleLongitude() - WIDE / 2;
        return new Bbox(
                Geodesy.wrapped(west),
                latitude(plane, Math.min(plane.worldSize(), middle + side / 2)),
                Geodesy.wrapped(west + WIDE),
                latitude(plane, Math.max(0, middle - side / 2)));
    }

    /**
     * The relief of a part of the earth, for a drawing that readers do not load.
     *
     * @param most the largest number of pixels; it has no more than the source
     */
    public static Basemap.Relief relief(Bbox bbox, int most) {
        Bbox part = onMap(bbox);
        return new Basemap.Relief(RELIEF, GroundRelief.cut(part, WorldLines.read(), most), part, FADE_FROM, FADE_TO);
    }

    /** Whether a basemap is derived, and not made of a catalog's files. */
    public static boolean isDerived(Basemap basemap) {
        return basemap.files().stream().allMatch(file -> file.file().startsWith(FOLDER));
    }

    private static Bbox onMap(Bbox bbox) {
        double edge = WebMercator.MAX_LATITUDE;
        return new Bbox(bbox.west(), Math.max(-edge, bbox.south()), bbox.east(), Math.min(edge, bbox.north()));
    }

    /** The box around all foci, with room around it; the whole world if there are none. */
    private static Bbox around(Collection<Focus> foci) {
        return Bbox.union(foci.stream().map(Focus::bbox).toList())
                .map(DerivedGround::grown)
                .orElse(new Bbox(-180, -90, 180, 90));
    }

    private static Bbox grown(Bbox box) {
        WebMercator plane = new WebMercator(0);
        double top = plane.y(box.north());
        double bottom = plane.y(box.south());
        double above = reach(bottom - top, plane.worldSize());
        double south = Math.max(-89, Math.min(box.south() - ABOVE, latitude(plane, bottom + above)));
        double north = Math.min(89, Math.max(box.north() + ABOVE, latitude(plane, top - above)));
        double aside = Math.max(AROUND, reach(box.width(), 360));
        return box.width() + 2 * aside >= 360
                ? new Bbox(-180, south, 180, north)
                : new Bbox(
                        Geodesy.wrapped(box.west() - aside),
                        south,
                        Geodesy.wrapped(box.unwrappedEast() + aside),
                        north);
    }

    private static double reach(double size, double world) {
        return Math.min(REACH * size, Math.max(LEAST_REACH * size, (CONTINENT * world - size) / 2));
    }

    private static double latitude(WebMercator plane, double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / plane.worldSize()))));
    }

    /** The steps in which positions are written: half a pixel at a zoom; a divisor of half a turn. */
    private static int quantum(double zoom) {
        double pixel = 360 / new WebMercator(zoom).worldSize() * WorldLines.STEPS;
        int quantum = Math.clamp((int) (pixel / 1.5), 1, 10);
        while (180 * WorldLines.STEPS % quantum != 0) {
            quantum--;
        }
        return quantum;
    }
}
