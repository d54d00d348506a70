package org.dateline.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.geo.Bbox;
import org.dateline.streets.StreetArchive;
import org.jspecify.annotations.Nullable;

/**
 * The ground beneath the layers.
 *
 * @param attribution the credit line in the map's corner
 * @param reliefs     shaded images, the widest first, each drawn on top of those before it; empty for none
 * @param files       TopoJSON files
 * @param bbox        the part of the earth that files and reliefs are made for, beyond which pictures show the world's ground;
 *                    null if that is all there is to show
 * @param streets     what is drawn on top of them where the map is close enough; null for none
 */
public record Basemap(
        Text attribution,
        List<Relief> reliefs,
        List<File> files,
        @Nullable Bbox bbox,
        @Nullable StreetArchive streets) {

    public Basemap {
        reliefs = List.copyOf(reliefs);
        files = List.copyOf(files);
    }

    /** A basemap without streets. */
    public Basemap(Text attribution, List<Relief> reliefs, List<File> files) {
        this(attribution, reliefs, files, null, null);
    }

    /** The same with streets; the credit line names their source too. */
    public Basemap with(StreetArchive streets) {
        Map<String, String> credits = new LinkedHashMap<>();
        attribution
                .byLanguage()
                .forEach((language, credit) -> credits.put(
                        language,
                        credit.contains(streets.attribution())
                                ? credit
                                : credit.isEmpty() ? streets.attribution() : credit + " · " + streets.attribution()));
        return new Basemap(new Text(credits), reliefs, files, bbox, streets);
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
