package org.dateline.site.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browser's part, as Vite built it into the program: {@code web/assets/*} with hashed names, listed in Vite's
 * manifest.
 */
public final class Assets {

    private static final String HOME = "/web/";

    private final String script;
    private final Optional<String> style;
    private final String recordStyle;
    private final String mapStyle;
    private final String embedScript;
    private final String embedStyle;
    private final String urduStyle;
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    /** @throws IllegalStateException where the program was built without its browser part */
    public Assets() {
        JsonNode manifest = JsonMapper.shared().readTree(read(".vite/manifest.json"));
        JsonNode entry = manifest.path("src/main.ts");
        script = entry.path("file").asString();
        style = entry.path("css").isEmpty()
                ? Optional.empty()
                : Optional.of(entry.path("css").path(0).asString());
        recordStyle =
                manifest.path("src/records/records.ts").path("css").path(0).asString("");
        mapStyle = manifest.path("src/embed/map.css").path("file").asString();
        embedScript = text("embed/embed.js");
        embedStyle = text("embed/embed.css");
        urduStyle = text("embed/urdu.css");
        TreeSet<String> files = new TreeSet<>();
        for (JsonNode chunk : manifest) {
            files.add(chunk.path("file").asString());
            chunk.path("css").forEach(css -> files.add(css.asString()));
            chunk.path("assets").forEach(asset -> files.add(asset.asString()));
        }
        for (String file : files) {
            resources.put(file, new Resource(MediaTypes.of(file), Resource.Caching.IMMUTABLE, () -> read(file)));
        }
    }

    /** Path of the script. */
    public String script() {
        return script;
    }

    /** Path of the style sheet. */
    public Optional<String> style() {
        return style;
    }

    /** Path of the style sheet of pages of records, beside that of all pages. */
    public String recordStyle() {
        return recordStyle;
    }

    /** Path of the style sheet of a map that wakes up in an embed. */
    public String mapStyle() {
        return mapStyle;
    }

    /** What stands within an embed: a script. */
    public String embedScript() {
        return embedScript;
    }

    /** What stands within an embed: a style sheet. */
    public String embedStyle() {
        return embedStyle;
    }

    /** The same, with a font for Urdu. */
    public String urduStyle() {
        return urduStyle;
    }

    /** All files by their paths in the site. */
    public Map<String, Resource> resources() {
        return resources;
    }

    /** The script that gives an embed its height, at an address that articles can rely on. */
    public static Resource loader() {
        return new Resource(MediaTypes.of("embed.js"), Resource.Caching.REVALIDATE, () -> read("embed/loader.js"));
    }

    /** The mark in a browser's tab, asked for by its plain name. */
    public static Resource favicon() {
        return new Resource(MediaTypes.SVG, Resource.Caching.REVALIDATE, () -> read("favicon.svg"));
    }

    private static String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8).strip();
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(HOME + name)) {
            if (file == null) {
                throw new IllegalStateException("got a program without " + HOME + name
                        + ", expected one built with its frontend (mvn package)");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
