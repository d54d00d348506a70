package org.dateline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.model.WholeWordFinder;

/**
 * Finds quotes in a text, word for word after {@link NormalisedText}. One more difference is forgiven: a word that the
 * text divides at the end of a line. "exam-⏎ple" is "example", and "south-⏎east" is "south-east" too, for nobody can
 * tell from the text. For that, each such hyphen and the space after it become one sign, which a quote may pass over.
 * Indices are UTF-16 indices of the normalised text.
 */
final class QuoteFinder {

    /** What divides a word at the end of a line; for private use, so no text means anything by it. */
    private static final char DIVISION = '\uE000';

    /** A hyphen at the end of a line, between letters. */
    private static final Pattern LINE_END = Pattern.compile("(?<=\\p{L}\\p{M}{0,4})[-\\x{2010}](?=\\h*\\R\\h*\\p{L})");

    private static final Pattern DIVIDED = Pattern.compile("-" + DIVISION + " ");

    private final String text;
    /** The text with its divisions as one sign each; the text itself if it has none. */
    private final String joined;
    /** The indices in {@link #joined} of the divisions. */
    private final List<Integer> divisions = new ArrayList<>();

    QuoteFinder(SourceText source) {
        this.text = source.normalised().value();
        this.joined = text.indexOf("- ") < 0 ? text : joined(source.raw());
    }

    private String joined(String raw) {
        String marked = LINE_END.matcher(raw.replace(DIVISION, ' ')).replaceAll("-" + DIVISION);
        String divided = NormalisedText.of(marked).value();
        StringBuilder out = new StringBuilder();
        Matcher matcher = DIVIDED.matcher(divided);
        int from = 0;
        while (matcher.find()) {
            out.append(divided, from, matcher.start());
            divisions.add(out.length());
            out.append(DIVISION);
            from = matcher.end();
        }
        return out.append(divided, from, divided.length()).toString();
    }

    /**
     * Where a quote stands, as whole words, in order.
     *
     * @param quote normalised
     */
    List<Integer> find(String quote) {
        if (divisions.isEmpty()) {
            return WholeWordFinder.find(text, quote);
        }
        List<Integer> found = new ArrayList<>();
        Matcher matcher = pattern(quote).matcher(joined);
        for (int from = 0; from <= joined.length() && matcher.find(from); from = matcher.start() + 1) {
            if (WholeWordFinder.isWhole(joined, matcher.start(), matcher.end())) {
                found.add(inText(matcher.start()));
            }
        }
        return found;
    }

    /** The index at which a quote ends that stands at an index, perhaps as a part of a word; -1 if it does not. */
    int end(String quote, int index) {
        if (text.startsWith(quote, index)) {
            return index + quote.length();
        }
        if (divisions.isEmpty()) {
            return -1;
        }
        Matcher matcher = pattern(quote).matcher(joined).region(inJoined(index), joined.length());
        return matcher.lookingAt() ? inText(matcher.end()) : -1;
    }

    /** Each division stands for two characters of the text. */
    private int inText(int index) {
        int before = 0;
        while (before < divisions.size() && divisions.get(before) < index) {
            before++;
        }
        return index + before;
    }

    private int inJoined(int index) {
        int before = 0;
        while (before < divisions.size() && divisions.get(before) + before + 1 < index) {
            before++;
        }
        return Math.max(0, index - before);
    }

    private static Pattern pattern(String quote) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < quote.length(); ) {
            int c = quote.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '-' && divides(quote, i)) {
                boolean spaced = quote.startsWith("- ", i);
                pattern.append(spaced ? "(?:- |" : "(?:-|").append(DIVISION).append(')');
                i += spaced ? 2 : 1;
                continue;
            }
            pattern.append(Pattern.quote(quote.substring(i, next)));
            if (Character.isLetter(c) && next < quote.length() && isWordPart(quote.codePointAt(next))) {
                pattern.append(DIVISION).append('?');
            }
            i = next;
        }
        return Pattern.compile(pattern.toString());
    }

    /** Whether the hyphen at an index stands between letters, with or without a space after it. */
    private static boolean divides(String quote, int index) {
        int after = index + (quote.startsWith("- ", index) ? 2 : 1);
        return index > 0
                && after < quote.length()
                && isWordPart(quote.codePointBefore(index))
                && Character.isLetter(quote.codePointAt(after));
    }

    private static boolean isWordPart(int codePoint) {
        return Character.isLetter(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }
}
