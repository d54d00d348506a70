package org.dateline.streets;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An archive of vector tiles in one of the formats that are read. Thread-safe. */
sealed interface TileFile permits MbtilesFile, PmtilesFile {

    /** The largest tile as stored, in bytes. Usual ones are smaller than 500 000. */
    int LARGEST_STORED = 4 << 20;

    /** The largest tile when it is inflated, in bytes. */
    int LARGEST_PLAIN = 16 << 20;

    /** The highest zoom of archives; tiles of the program end there too. */
    int HIGHEST_ZOOM = 20;

    /**
     * A tile as stored, gzipped or not; null if the archive does not have it.
     *
     * @throws IOException if the archive cannot be read, or its directory leads nowhere
     */
    byte @Nullable [] tile(int zoom, int column, int row) throws IOException;

    /**
     * The bytes of a tile as stored, found without reading it; 0 if the archive does not have it.
     *
     * @throws IOException as for {@link #tile}
     */
    long size(int zoom, int column, int row) throws IOException;

    /** What the archive says of itself: minzoom, maxzoom, bounds (west,south,east,north), attribution. */
    Map<String, String> about();

    /** The names of its layers as it states them; empty if it does not. */
    List<String> layers();
}
