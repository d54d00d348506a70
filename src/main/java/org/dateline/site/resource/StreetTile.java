package org.dateline.site.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.dateline.geo.Tile;
import org.dateline.streets.StreetArchive;

/** A tile of an archive of streets, sent as it is stored. */
public final class StreetTile extends Resource {

    /** The folder of tiles in the site. */
    public static final String FOLDER = "streets/";

    static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    private static final int HASH_DIGITS = 12;

    private final byte[] stored;

    /** @param stored gzipped or not */
    public StreetTile(byte[] stored) {
        super(MEDIA_TYPE, Caching.IMMUTABLE, () -> plain(stored));
        this.stored = stored;
    }

    private static byte[] plain(byte[] stored) {
        try {
            return StreetArchive.plain(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As stored. */
    public byte[] stored() {
        return stored;
    }

    @Override
    public Optional<Body> body(Encoding encoding, byte[] plain) {
        return switch (encoding) {
            case IDENTITY -> Optional.of(Body.of(plain));
            case GZIP -> StreetArchive.isGzip(stored) ? Optional.of(Body.of(stored)) : super.body(encoding, plain);
            // Packing it again would save a tenth, and cost more than all else.
            case BROTLI -> Optional.empty();
        };
    }

    /** The template of the tiles' paths. */
    public static String template(StreetArchive archive) {
        return FOLDER + archive.hash().substring(0, HASH_DIGITS) + "/{z}/{x}/{y}.mvt";
    }

    /** The path of a tile. */
    public static String path(StreetArchive archive, Tile tile) {
        return template(archive)
                .replace("{z}", Integer.toString(tile.zoom()))
                .replace("{x}", Integer.toString(tile.column()))
                .replace("{y}", Integer.toString(tile.row()));
    }

    /** Whether the first part of a path below the folder is that of an archive. */
    public static boolean isOf(StreetArchive archive, String hash) {
        return archive.hash().substring(0, HASH_DIGITS).equals(hash);
    }
}
