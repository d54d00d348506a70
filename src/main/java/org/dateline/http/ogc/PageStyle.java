package org.dateline.http.ogc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.dateline.draw.figure.Look;
import org.dateline.site.Site;

/** The style sheet of the API's pages, preceded by the site's fonts and colours. */
final class PageStyle {

    private static final Pattern FONT = Pattern.compile("@font-face\\{[^}]*url\\(\\./[^}]*}");

    private static final String RULES = rules();

    private PageStyle() {}

    /** The style sheet in UTF-8, to be served one folder below the site's root. */
    static byte[] of(Site site) {
        Set<String> fonts = new LinkedHashSet<>();
        site.resources().forEach((path, resource) -> {
            if (path.startsWith("assets/") && path.endsWith(".css")) {
                FONT.matcher(new String(resource.identity().bytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(rule -> fonts.add(rule.group().replace("url(./", "url(../assets/")));
            }
        });
        return (String.join("\n", fonts) + "\n" + Look.css() + RULES).getBytes(StandardCharsets.UTF_8);
    }

    private static String rules() {
        try (InputStream file = PageStyle.class.getResourceAsStream("/api/style.css")) {
            return new String(Objects.requireNonNull(file, "/api/style.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
