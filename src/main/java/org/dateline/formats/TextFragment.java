package org.dateline.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Makes URLs with which a browser opens a page at a quote and marks it (<a
 * href="https://wicg.github.io/scroll-to-text-fragment/">URL Fragment Text Directives</a>). The URL contains a short
 * quote completely. For a long quote it contains the first and last words, which also match across paragraphs.
 */
public final class TextFragment {

    /** The longest quote, in words, that is contained completely. */
    private static final int WHOLE = 12;

    private static final int ENDS = 5;

    private TextFragment() {}

    /** @param url may have a fragment of its own, which is kept */
    public static String of(String url, String quote) {
        List<String> words = Arrays.asList(quote.strip().split("\\s+"));
        String text = words.size() <= WHOLE
                ? encode(words)
                : encode(words.subList(0, ENDS)) + "," + encode(words.subList(words.size() - ENDS, words.size()));
        return url + (url.contains("#") ? "" : "#") + ":~:text=" + text;
    }

    /** Percent-encodes commas, ampersands and hyphens too, which would be read as parts of the directive. */
    private static String encode(List<String> words) {
        StringBuilder out = new StringBuilder();
        for (byte unit : String.join(" ", words).getBytes(StandardCharsets.UTF_8)) {
            boolean plain = unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || unit >= '0' && unit <= '9';
            out.append(plain || unit == '.' ? String.valueOf((char) unit) : String.format("%%%02X", unit & 0xFF));
        }
        return out.toString();
    }
}
