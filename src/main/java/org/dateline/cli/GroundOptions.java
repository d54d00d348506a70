package org.dateline.cli;

import java.nio.file.Path;
import org.dateline.site.resource.TileLayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a site draws beneath its map in place of what the catalog names. */
final class GroundOptions {

    @Option(
            names = "--tiles",
            paramLabel = "URL",
            description = "Tile layer to draw instead of the catalog's basemap, for example "
                    + "https://host/{z}/{x}/{y}.png. Readers' browsers then send requests to that host.")
    private @Nullable String tiles;

    @Option(
            names = "--tiles-attribution",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Attribution of the tile layer.")
    private String tilesAttribution = "";

    @Option(
            names = "--streets",
            paramLabel = "FILE",
            description = "Archive of vector tiles, PMTiles or MBTiles, for streets beneath the map, in place of the "
                    + "one that the catalog names.")
    private @Nullable Path streets;

    /** Null for the catalog's own basemap. */
    @Nullable
    TileLayer tileLayer() {
        return tiles == null ? null : new TileLayer(tiles, tilesAttribution);
    }

    /** Null for the catalog's own streets, if any. */
    @Nullable
    Path streets() {
        return streets;
    }
}
