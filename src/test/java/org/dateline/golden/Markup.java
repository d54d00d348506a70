package org.dateline.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prepares SVG and HTML for comparison: one element a line, and a digest for what is long and not read by anybody. */
final class Markup {

    /** Maps, plots with their cells, and the symbols of lists; no icons. */
    private static final Pattern DRAWING = Pattern.compile(
            "(?s)<figure class=\"plot.*?</figure>|<svg (?=[^>]*(?:map-still|role=\"group\"|class=\"symbols\"))[^>]*>.*?</svg>");

    private static final Pattern TOKEN = Pattern.compile("(?s)<!--.*?-->|<[^>]*>|[^<]+");
    private static final Pattern EMBEDDED = Pattern.compile("data:([\\w/.+-]+);base64,([\\w+/=]+)");
    private static final Pattern PATH = Pattern.compile(" d=\"([^\"]*)\"");

    /** Letters that are drawn as outlines, and where they are used. */
    private static final Pattern GLYPHS =
            Pattern.compile("(?:<path id=\"g[\\d-]+\"[^>]*/>){2,}|(?:<use href=\"#g[\\d-]+\"[^>]*/>)+");

    private static final Pattern FEATURE = Pattern.compile("\\{\"type\":\"Feature\",(.*?),\"properties\"");

    /** A path longer than this is no symbol: its beginning and a digest tell whether it has changed. */
    private static final int LONGEST_PATH = 400;

    private static final int SHOWN_PATH = 120;

    private Markup() {}

    /** The drawings of a page, in its order. */
    static String drawings(String page) {
        String drawings =
                DRAWING.matcher(page).results().map(found -> found.group()).collect(Collectors.joining("\n"));
        assertThat(drawings).as("drawings of the page").isNotEmpty();
        return drawings;
    }

    static String shortened(String markup) {
        return PATH.matcher(withoutFiles(markup)).replaceAll(path -> {
            String data = path.group(1);
            String kept = data.length() <= LONGEST_PATH
                    ? data
                    : data.substring(0, SHOWN_PATH) + "… " + data.length() + " characters, " + digest(data);
            return Matcher.quoteReplacement(" d=\"" + kept + "\"");
        });
    }

    /** Puts a digest in the place of each embedded file, and of letters that are drawn as outlines. */
    static String withoutFiles(String markup) {
        String letters = GLYPHS.matcher(markup)
                .replaceAll(
                        run -> "<!-- " + run.group().split("><").length + " glyphs, " + digest(run.group()) + " -->");
        return EMBEDDED.matcher(letters).replaceAll(file -> "data:" + file.group(1) + "," + digest(file.group(2)));
    }

    /** The features of a GeoJSON file, one a line, without their properties. */
    static String geometries(String geoJson) {
        String geometries =
                FEATURE.matcher(geoJson).results().map(found -> found.group(1)).collect(Collectors.joining("\n"));
        assertThat(geometries).as("features of the layer").isNotEmpty();
        return geometries + "\n";
    }

    /** One element a line, text beside its tags, the parts of a path on lines of their own. */
    static String pretty(String markup) {
        StringBuilder pretty = new StringBuilder();
        int depth = 0;
        boolean beside = true;
        Matcher token = TOKEN.matcher(markup);
        while (token.find()) {
            String text = token.group();
            if (text.isBlank()) {
                continue;
            }
            boolean tag = text.startsWith("<");
            boolean close = text.startsWith("</");
            depth -= close ? 1 : 0;
            if (tag && !(close && beside)) {
                pretty.append(pretty.isEmpty() ? "" : "\n").append("  ".repeat(depth));
            }
            pretty.append(tag ? partByPart(text, depth + 2) : text.replaceAll("\\s+", " "));
            boolean open = tag && !close && !text.endsWith("/>") && !text.startsWith("<!");
            depth += open ? 1 : 0;
            beside = open || !tag;
        }
        return pretty.append('\n').toString();
    }

    private static String partByPart(String tag, int depth) {
        return PATH.matcher(tag)
                .replaceAll(path -> path.group().replaceAll("(?<=[^\"])(?=[mM])", "\n" + "  ".repeat(depth)));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
