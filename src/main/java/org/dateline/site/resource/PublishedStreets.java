package org.dateline.site.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.geo.Bbox;
import org.dateline.geo.Tile;
import org.dateline.model.Catalog;
import org.dateline.model.MapView;
import org.dateline.model.View;
import org.dateline.site.resource.Resource.Caching;
import org.dateline.streets.StreetArchive;
import org.dateline.streets.Tiles;

/**
 * The tiles of streets that a site of files takes along: those within the catalog's views, zoom by zoom, as long as they stay
 * within a number of bytes. A zoom is taken whole or not at all, so that a map knows which tiles there are.
 *
 * @param areas   where there are tiles: the views, with some surroundings
 * @param sizes   the tiles and their bytes
 * @param empty   tiles within the areas in which the archive has nothing: as empty files, because a map asks for them
 * @param maxZoom the highest zoom that is taken
 * @param bytes   of all tiles
 * @param left    the bytes up to the first zoom that is left out; 0 if none is
 */
public record PublishedStreets(
        StreetTiles streets,
        List<Bbox> areas,
        Map<Tile, Integer> sizes,
        Set<Tile> empty,
        int maxZoom,
        long bytes,
        long left) {

    /** Views are shown in frames of other shapes, so this much more is taken on each side, in widths and heights. */
    private static final double AROUND = 0.4;

    /** Maps show streets from about this zoom of tiles on. */
    private static final int FIRST_ZOOM = 10;

    /** The number of tiles of a view and zoom at which it is certainly too many. */
    private static final int MOST_TILES = 50_000;

    /** The most empty files of a zoom: a host says of the others that they are not there, which a map takes as well. */
    private static final int MOST_EMPTY = 500;

    private static final double EDGE = 85;

    public PublishedStreets {
        areas = List.copyOf(areas);
        sizes = Map.copyOf(sizes);
        empty = Set.copyOf(empty);
    }

    /**
     * Chooses the tiles of a catalog; empty if it has no streets, or none in its views.
     *
     * @param most the largest number of bytes
     */
    public static Optional<PublishedStreets> of(Catalog catalog, long most) {
        StreetTiles streets = StreetTiles.of(catalog);
        if (streets == null) {
            return Optional.empty();
        }
        StreetArchive archive = streets.archive();
        List<Bbox> areas = new ArrayList<>();
        for (View view : catalog.views()) {
            if (view instanceof MapView map && meet(map.bbox(), archive.bounds())) {
                areas.add(grown(map.bbox()));
            }
        }
        Map<Tile, Integer> sizes = new LinkedHashMap<>();
        Set<Tile> empty = new LinkedHashSet<>();
        long bytes = 0;
        long left = 0;
        int maxZoom = -1;
        for (int zoom = Math.max(archive.minZoom(), Math.min(FIRST_ZOOM, archive.maxZoom()));
                zoom <= archive.maxZoom() && left == 0;
                zoom++) {
            Set<Tile> nothing = new LinkedHashSet<>();
            Map<Tile, Integer> here = sizes(streets, areas, zoom, most - bytes, nothing);
            long more = here.values().stream().mapToLong(Integer::longValue).sum();
            if (bytes + more > most) {
                left = bytes + more;
            } else {
                sizes.putAll(here);
                nothing.stream().limit(MOST_EMPTY).forEach(empty::add);
                bytes += more;
                maxZoom = zoom;
            }
        }
        return sizes.isEmpty() && left == 0
                ? Optional.empty()
                : Optional.of(new PublishedStreets(streets, areas, sizes, empty, maxZoom, bytes, left));
    }

    /**
     * The tiles of a zoom, until they are more than a number of bytes.
     *
     * @param nothing takes those in which there is nothing
     */
    private static Map<Tile, Integer> sizes(
            StreetTiles streets, List<Bbox> areas, int zoom, long most, Set<Tile> nothing) {
        Set<Tile> tiles = new LinkedHashSet<>();
        areas.forEach(area -> tiles.addAll(Tiles.in(area, zoom, MOST_TILES)));
        Map<Tile, Integer> sizes = new LinkedHashMap<>();
        long bytes = 0;
        for (Tile tile : tiles) {
            int size = packed(streets, tile).map(content -> content.length).orElse(0);
            if (size > 0) {
                sizes.put(tile, size);
                bytes += size;
            } else {
                nothing.add(tile);
            }
            if (bytes > most) {
                break;
            }
        }
        return sizes;
    }

    /** A tile with all that a map draws from it at any zoom, because none of a higher zoom may be taken. */
    private static Optional<byte[]> packed(StreetTiles streets, Tile tile) {
        return streets.drawn(tile, tile.zoom(), 0).flatMap(Encoding.GZIP::encode);
    }

    /** Whether boxes may meet; across the antimeridian, they are said to. */
    private static boolean meet(Bbox one, Bbox other) {
        boolean crossing = one.crossesAntimeridian() || other.crossesAntimeridian();
        return one.south() < other.north()
                && other.south() < one.north()
                && (crossing || one.west() < other.east() && other.west() < one.east());
    }

    private static Bbox grown(Bbox box) {
        double aside = AROUND * box.width();
        double above = AROUND * (box.north() - box.south());
        boolean crossing = box.crossesAntimeridian();
        return new Bbox(
                crossing ? box.west() : Math.max(-180, box.west() - aside),
                Math.max(-EDGE, box.south() - above),
                crossing ? box.east() : Math.min(180, box.east() + aside),
                Math.min(EDGE, box.north() + above));
    }

    /** The tiles as files, gzipped: a script inflates what a host sends gzipped without saying so. */
    public Map<String, Resource> files() {
        Map<String, Resource> files = new LinkedHashMap<>();
        sizes.keySet()
                .forEach(tile -> files.put(
                        streets.path(tile),
                        new Resource(
                                StreetTiles.MEDIA_TYPE,
                                Caching.IMMUTABLE,
                                () -> packed(streets, tile).orElseGet(() -> new byte[0]))));
        empty.forEach(tile -> files.put(
                streets.path(tile), new Resource(StreetTiles.MEDIA_TYPE, Caching.IMMUTABLE, () -> new byte[0])));
        return files;
    }
}
