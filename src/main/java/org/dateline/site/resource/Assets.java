package org.dateline.site.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The frontend, as Vite built it into the program: {@code web/assets/*} with hashed names, listed in Vite's
 * manifest.
 *
 * @param script      path of the script of all pages
 * @param style       path of the style sheet of all pages
 * @param recordStyle path of the additional style sheet of pages of records
 * @param storiesStyle path of the additional style sheet of a list of stories
 * @param mapStyle    path of the style sheet of a map that wakes up in an embed
 * @param embedScript the script within an embed
 * @param embedStyle  the style sheet within an embed
 * @param arabicStyle   the second style sheet within an embed, with a font for the Arabic script
 * @param resources   all files by their paths in the site
 */
public record Assets(
        String script,
        Optional<String> style,
        String recordStyle,
        String storiesStyle,
        String mapStyle,
        String embedScript,
        String embedStyle,
        String arabicStyle,
        Map<String, Resource> resources) {

    private static final Pattern FONT = Pattern.compile("@font-face\\{[^}]*url\\(\\./[^}]*}");

    private static final String HOME = "/web/";

    /** The licences and copyright notices of what the scripts contain; the scripts' first comment names the file. */
    private static final String LICENSES = "assets/licenses.txt";

    /** @throws IllegalStateException if the program was built without its frontend */
    public static Assets load() {
        JsonNode manifest = JsonMapper.shared().readTree(read(".vite/manifest.json"));
        JsonNode entry = manifest.path("src/main.ts");
        TreeSet<String> files = new TreeSet<>();
        for (JsonNode chunk : manifest) {
            files.add(chunk.path("file").asString());
            chunk.path("css").forEach(css -> files.add(css.asString()));
            chunk.path("assets").forEach(asset -> files.add(asset.asString()));
        }
        Map<String, Resource> resources = new LinkedHashMap<>();
        for (String file : files) {
            resources.put(file, new Resource(MediaTypes.of(file), Resource.Caching.IMMUTABLE, () -> read(file)));
        }
        resources.put(LICENSES, new Resource(MediaTypes.of(LICENSES), () -> read(LICENSES)));
        return new Assets(
                entry.path("file").asString(),
                entry.path("css").path(0).asStringOpt(),
                manifest.path("src/records/records.ts").path("css").path(0).asString(""),
                manifest.path("src/stories/stories.css").path("file").asString(),
                manifest.path("src/embed/map.css").path("file").asString(),
                text("embed/embed.js"),
                text("embed/embed.css"),
                text("embed/arabic.css"),
                resources);
    }

    /** The script that gives an embed its height, at an address that articles can rely on. */
    public static Resource loader() {
        return new Resource(MediaTypes.of("embed.js"), () -> read("embed/loader.js"));
    }

    /** The icon in a browser's tab, at the address that browsers ask for by themselves. */
    public static Resource favicon() {
        return new Resource(MediaTypes.SVG, () -> read("favicon.svg"));
    }

    /**
     * The rules of the site's style sheets that name its fonts, for style sheets elsewhere.
     *
     * @param files  the files of the site by path
     * @param folder the address of the site's root, as the style sheet has to write it; empty or ending in a slash
     */
    public static String fonts(Map<String, Resource> files, String folder) {
        Set<String> fonts = new LinkedHashSet<>();
        files.forEach((path, resource) -> {
            if (path.startsWith("assets/") && path.endsWith(".css")) {
                FONT.matcher(new String(resource.identity().bytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(rule -> fonts.add(rule.group().replace("url(./", "url(" + folder + "assets/")));
            }
        });
        return String.join("\n", fonts) + "\n";
    }

    /** A style sheet for pages without script, which are not the frontend's. */
    public static String sheet(String name) {
        return new String(file("/api/" + name), StandardCharsets.UTF_8);
    }

    private static String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8).strip();
    }

    private static byte[] read(String name) {
        return file(HOME + name);
    }

    private static byte[] file(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "got a program without " + name + ", expected one built with its frontend (mvn package)");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
