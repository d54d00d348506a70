package org.dateline.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk's page and its files, as Vite built them into the program. */
final class DeskPage {

    /**
     * Only files of this server, no script or style in the page, no address elsewhere; and scripts cannot make HTML of a
     * text.
     */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static final String ENTRY = "src/desk/main.ts";
    private static final Pattern FILE = Pattern.compile("assets/[A-Za-z0-9._-]+");

    private DeskPage() {}

    /** The page, without content: its script asks for that. */
    static byte[] html() {
        JsonNode manifest = read(".vite/desk.json")
                .map(bytes -> JsonMapper.shared().readTree(bytes))
                .orElseThrow(() -> new IllegalStateException(
                        "got a program without its frontend, expected one built with it (mvn package)"));
        StringBuilder head = new StringBuilder();
        Set<String> styles = new LinkedHashSet<>();
        styles(manifest, ENTRY, styles, new LinkedHashSet<>());
        styles.forEach(style ->
                head.append("<link rel=\"stylesheet\" href=\"/").append(style).append("\">\n"));
        String script = manifest.path(ENTRY).path("file").asString("");
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <title>Desk – Dateline</title>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml">
                %s<script type="module" src="/%s"></script>
                </head>
                <body>
                <div id="desk"></div>
                <noscript>The desk needs script.</noscript>
                </body>
                </html>
                """.formatted(head, script).getBytes(StandardCharsets.UTF_8);
    }

    private static void styles(JsonNode manifest, String chunk, Set<String> styles, Set<String> seen) {
        if (seen.add(chunk)) {
            JsonNode entry = manifest.path(chunk);
            entry.path("imports").forEach(other -> styles(manifest, other.asString(""), styles, seen));
            entry.path("css").forEach(style -> styles.add(style.asString("")));
        }
    }

    /** A file of the page by its path without the leading slash; empty if there is none. */
    static Optional<byte[]> file(String path) {
        return path.equals("favicon.svg") || FILE.matcher(path).matches() ? read(path) : Optional.empty();
    }

    private static Optional<byte[]> read(String name) {
        try (@Nullable InputStream file = DeskPage.class.getResourceAsStream("/web/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
