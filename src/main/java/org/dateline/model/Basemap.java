package org.dateline.model;

import java.nio.file.Path;
import java.util.List;
import org.dateline.geo.Bbox;
import org.jspecify.annotations.Nullable;

/**
 * The ground beneath the layers.
 *
 * @param attribution the credit line in the map's corner
 * @param reliefs     shaded images, the widest first, each drawn on top of those before it; empty for none
 * @param files       TopoJSON files
 */
public record Basemap(Text attribution, List<Relief> reliefs, List<File> files) {

    public Basemap {
        reliefs = List.copyOf(reliefs);
        files = List.copyOf(files);
    }

    /**
     * @param file     its path within the catalog's folder
     * @param content  the content of the file, as it was when the catalog was read
     * @param bbox     the corners of a picture in Web Mercator
     * @param fadeFrom zoom at which it begins to fade out
     * @param fadeTo   zoom at which it is gone
     */
    public record Relief(Path file, byte[] content, Bbox bbox, double fadeFrom, double fadeTo) {}

    /**
     * @param file    its path within the catalog's folder
     * @param content the content of the file, as it was when the catalog was read
     * @param minZoom below it the file is not fetched
     * @param maxZoom from it on the file is not drawn; null for no end
     */
    public record File(
            Path file,
            byte[] content,
            double minZoom,
            @Nullable Double maxZoom) {}
}
