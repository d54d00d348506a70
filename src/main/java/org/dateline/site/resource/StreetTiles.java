package org.dateline.site.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dateline.draw.map.StreetStyle;
import org.dateline.geo.Tile;
import org.dateline.model.Catalog;
import org.dateline.streets.DrawnTile;
import org.dateline.streets.DrawnTile.Detail;
import org.dateline.streets.StreetArchive;
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
    private static final int FORM = 2;

    /** At this zoom a screen shows few tiles even at their smallest. */
    private static final int LAST_ZOOM = 16;

    /** The width of the tiles of usual archives in their own units. */
    private static final int UNITS = 4096;

    /**
     * Of tiles that a map shows 362 to 724 pixels wide before it takes those of the next zoom: bends of roads are kept from
     * one square pixel on there, corners of buildings and water from six, surfaces from 24.
     */
    private static final Detail COARSE = new Detail(2048, 8, 48, 192);

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
     */
    public Optional<byte[]> drawn(Tile tile, int last) {
        try {
            int above = Math.max(0, tile.zoom() - archive.maxZoom());
            Tile stored = new Tile(tile.zoom() - above, tile.column() >> above, tile.row() >> above);
            if (tile.zoom() > last || archive.stored(stored).isEmpty()) {
                return Optional.empty();
            }
            boolean enlarged = tile.zoom() >= last;
            double below = enlarged ? Double.MAX_VALUE : tile.zoom() + 1 + StreetStyle.enlarged();
            Detail detail = enlarged ? Detail.whole(UNITS >> above) : COARSE;
            return Optional.of(DrawnTile.write(
                    archive.features(stored),
                    tile,
                    detail,
                    kind -> StreetStyle.isShownBelow(below, kind),
                    this::isWanted));
        } catch (IOException e) {
            archive.warn(e);
            return Optional.empty();
        }
    }

    /** Whether a name's language is one of the catalog's, or what one is a kind of: Portuguese for pt-BR. */
    private boolean isWanted(String code) {
        return languages.stream().anyMatch(language -> language.equals(code) || language.startsWith(code + "-"));
    }
}
