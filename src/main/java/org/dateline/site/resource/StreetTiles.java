package org.dateline.site.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.draw.map.StreetStyle;
import org.dateline.geo.Tile;
import org.dateline.model.Catalog;
import org.dateline.streets.DrawnTile;
import org.dateline.streets.DrawnTile.Detail;
import org.dateline.streets.StreetArchive;
import org.dateline.streets.StreetFeature;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of streets that maps of a catalog fetch: of the archive's, what maps draw at their zoom, with names in the
 * catalog's languages.
 *
 * @param address what their addresses have after the folder: the archive and, because tiles are kept for good, all else that
 *                they follow from
 */
public record StreetTiles(StreetArchive archive, List<String> languages, String address) {

    /** The folder of tiles in the site. */
    public static final String FOLDER = "streets/";

    /** Their media type. */
    public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    /** Raised when the same archive gives other tiles although no file below is another. */
    private static final int FORM = 3;

    /** At this zoom a screen shows few tiles even at their smallest. */
    private static final int LAST_ZOOM = 16;

    /** The width of the tiles of usual archives in their own units. */
    private static final int UNITS = 4096;

    /**
     * Of tiles that a map shows 362 to 724 pixels wide before it takes those of the next zoom: bends of roads are kept from
     * one square pixel on there, corners of buildings and water from six, surfaces from 24.
     */
    private static final Detail COARSE = new Detail(2048, 8, 48, 192);

    /**
     * How exactly a tile is written.
     *
     * @param leftOut how many steps of what matters least are left out: {@link StreetStyle#isLeftOut}
     */
    private record Step(Detail detail, int leftOut) {}

    /** What is tried, from fine to coarse, where a tile has more bytes than it may have. */
    private static final List<Step> STEPS = List.of(
            new Step(COARSE, 0),
            new Step(new Detail(1024, 3, 24, 96), 0),
            new Step(new Detail(1024, 4, 48, 192), 1),
            new Step(new Detail(1024, 6, 72, 576), 1),
            new Step(new Detail(1024, 4, 48, 192), 2),
            new Step(new Detail(512, 2, 24, 96), 3),
            new Step(new Detail(512, 2, 24, 192), 4),
            new Step(new Detail(512, 2, 24, 192), 5),
            new Step(new Detail(512, 4, 72, 384), 5),
            new Step(new Detail(512, 4, 48, 384), 6),
            new Step(new Detail(256, 4, 48, 192), 6));

    /**
     * Tiles that a page shows first.
     *
     * @param step  the step in which they are written: {@link StreetTiles#drawn}
     * @param tiles those that there are
     */
    public record First(int step, Map<Tile, byte[]> tiles) {

        public First {
            tiles = Map.copyOf(tiles);
        }
    }

    private static final int DIGITS = 12;
    private static final int FORM_DIGITS = 4;

    public StreetTiles {
        languages = List.copyOf(languages);
    }

    /** Those of a catalog; null if it has no streets. */
    public static @Nullable StreetTiles of(Catalog catalog) {
        StreetArchive archive = catalog.streets();
        return archive == null
                ? null
                : new StreetTiles(archive, catalog.languages(), address(archive, catalog.languages()));
    }

    private static String address(StreetArchive archive, List<String> languages) {
        StringBuilder form = new StringBuilder(FORM + " " + languages);
        for (String file : List.of("look", archive.schema().id())) {
            try (InputStream in = StreetTiles.class.getResourceAsStream("/streets/" + file + ".json")) {
                form.append(Resource.hash(Objects.requireNonNull(in, file).readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return archive.hash().substring(0, DIGITS)
                + "-"
                + Resource.hash(Resource.utf8(form.toString())).substring(0, FORM_DIGITS);
    }

    /** The template of the tiles' paths. */
    public String template() {
        return FOLDER + address + "/{z}/{x}/{y}.mvt";
    }

    /** The same for the tiles that a page shows first: their place in the {@link FirstView} stands for {@code {first}}. */
    public String firstTemplate() {
        return FOLDER + address + "/{first}/{z}/{x}/{y}.mvt";
    }

    /** The path of a tile that a page shows first. */
    public String path(Tile tile, FirstView first) {
        return FOLDER + address + "/" + first.place(tile) + "/" + tile.zoom() + "/" + tile.column() + "/" + tile.row()
                + ".mvt";
    }

    /** The path of a tile. */
    public String path(Tile tile) {
        return FOLDER + address + "/" + tile.zoom() + "/" + tile.column() + "/" + tile.row() + ".mvt";
    }

    /** Whether a part of a path, after the folder, is theirs. */
    public boolean isAt(String part) {
        return address.equals(part);
    }

    /** The highest zoom of tiles on a server: beyond the archive's, they are parts of its tiles, so that a page needs few bytes. */
    public int lastZoom() {
        return Math.max(archive.maxZoom(), LAST_ZOOM);
    }

    /**
     * A tile as a vector tile; empty if there is none, or none that can be read, which is said once.
     *
     * @param last the highest zoom of which the map has tiles; it enlarges them
     * @param step how coarsely it is written: 0 for all that the map draws, and see {@link #first}
     */
    public Optional<byte[]> drawn(Tile tile, int last, int step) {
        return drawn(List.of(tile), last, step, Integer.MAX_VALUE).map(drawn -> drawn.get(tile));
    }

    /**
     * The tiles that there are of some; empty as soon as they have more than a number of bytes, gzipped. Neighbours that are
     * parts of one tile of the archive are made from one reading of it.
     */
    private Optional<Map<Tile, byte[]>> drawn(List<Tile> tiles, int last, int step, int most) {
        Map<Tile, List<Tile>> parts = new LinkedHashMap<>();
        tiles.stream()
                .filter(tile -> tile.zoom() <= last && isThere(tile))
                .forEach(tile -> parts.computeIfAbsent(source(tile), _ -> new ArrayList<>())
                        .add(tile));
        Map<Tile, byte[]> drawn = new LinkedHashMap<>();
        int sum = 0;
        for (Map.Entry<Tile, List<Tile>> one : parts.entrySet()) {
            Admission.check();
            List<StreetFeature> features;
            try {
                features = archive.features(one.getKey());
            } catch (IOException e) {
                archive.warn(e);
                continue;
            }
            for (Tile tile : one.getValue()) {
                byte[] written = written(features, tile, last, step);
                drawn.put(tile, written);
                sum += most == Integer.MAX_VALUE ? 0 : packed(written);
                if (sum > most) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(drawn);
    }

    private boolean isThere(Tile tile) {
        try {
            return archive.size(source(tile)) > 0;
        } catch (IOException e) {
            archive.warn(e);
            return false;
        }
    }

    /** The bytes of a tile when it is sent. */
    private static int packed(byte[] written) {
        return Math.min(
                written.length,
                Encoding.GZIP.encode(written).map(packed -> packed.length).orElse(written.length));
    }

    /**
     * The tiles that a page shows first, written in the first step in which they have few enough bytes together. As long as they
     * have too many, bends and surfaces are larger, and then small paths, buildings, minor streets and at last all are left out.
     */
    public First first(FirstView view) {
        List<Tile> tiles = view.tiles();
        int most = view.most(!tiles.stream().allMatch(this::isThere));
        int over = -1;
        int last = steps(view.zoom(), lastZoom()).size();
        int within = last;
        Optional<Map<Tile, byte[]>> drawn = Optional.empty();
        // Most views have room. In others, coarser tiles have fewer bytes: halving finds the finest in a few attempts.
        for (int step = 0; within - over > 1; step = (over + within) / 2) {
            Optional<Map<Tile, byte[]>> attempt = drawn(tiles, lastZoom(), step, most);
            if (attempt.isPresent()) {
                within = step;
                drawn = attempt;
            } else {
                over = step;
            }
        }
        return new First(
                within,
                drawn.or(() -> drawn(tiles, lastZoom(), last, Integer.MAX_VALUE))
                        .orElse(Map.of()));
    }

    /** The archive's tile that a tile is made from: beyond the archive's zoom, a larger one. */
    private Tile source(Tile tile) {
        int above = Math.max(0, tile.zoom() - archive.maxZoom());
        return new Tile(tile.zoom() - above, tile.column() >> above, tile.row() >> above);
    }

    /** The steps of a zoom, from fine to coarse. After the last, nothing is drawn. */
    private List<Step> steps(int zoom, int last) {
        Detail whole = Detail.whole(UNITS >> Math.max(0, zoom - archive.maxZoom()));
        return zoom < last
                ? STEPS
                : Stream.concat(Stream.of(new Step(whole, 0)), STEPS.stream()).toList();
    }

    private byte[] written(List<StreetFeature> features, Tile tile, int last, int step) {
        List<Step> steps = steps(tile.zoom(), last);
        if (step >= steps.size()) {
            return DrawnTile.write(List.of(), tile, COARSE, _ -> false, _ -> false);
        }
        double below = tile.zoom() < last ? tile.zoom() + 1 + StreetStyle.enlarged() : Double.MAX_VALUE;
        Step taken = steps.get(step);
        return DrawnTile.write(
                features,
                tile,
                taken.detail,
                kind -> StreetStyle.isShownBelow(below, kind) && !StreetStyle.isLeftOut(taken.leftOut, kind),
                this::isWanted);
    }

    /** Whether a name's language is one of the catalog's, or what one is a kind of: Portuguese for pt-BR. */
    private boolean isWanted(String code) {
        return languages.stream().anyMatch(language -> language.equals(code) || language.startsWith(code + "-"));
    }
}
