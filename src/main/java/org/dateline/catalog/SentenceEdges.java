package org.dateline.catalog;

import java.util.ArrayList;
import java.util.List;
import org.dateline.model.Report;

/**
 * Tells where a passage of a text surely starts or stops inside a sentence, and where it surely does not. In between,
 * as after a colon or at the break of a line, it tells neither: there an editor decides.
 */
final class SentenceEdges {

    private static final String SENTENCE_ENDS = ".!?…۔؟।॥。！？";
    private static final String SEPARATORS = ",;،؛、，";

    private final SourceText source;
    private final String text;
    private final List<Integer> partStarts = new ArrayList<>();
    private final List<Integer> partEnds = new ArrayList<>();

    SentenceEdges(Report report, SourceText source) {
        this.source = source;
        this.text = source.normalised().value();
        // What is no prose, such as a marker or the headline of another report, stands between sentences.
        for (String notProse : report.notProse()) {
            String part = NormalisedText.of(notProse).value();
            for (int at = text.indexOf(part); at >= 0 && !part.isEmpty(); at = text.indexOf(part, at + 1)) {
                partStarts.add(at);
                partEnds.add(at + part.length());
            }
        }
    }

    /** Whether a passage that begins at an index surely begins inside a sentence. */
    boolean surelyStartsInside(int start) {
        int before = lastBefore(start);
        if (before < 0 || isPartEnd(before + 1)) {
            return false;
        }
        return runsOn(text.codePointBefore(before + 1)) && sameLine(before, start);
    }

    /** Whether a passage that begins at an index surely begins a sentence. */
    boolean surelyStarts(int start) {
        int before = lastBefore(start);
        return before < 0 || isPartEnd(before + 1) || endsSentence(before + 1) && !sameLine(before, start);
    }

    /** Whether a passage that ends before an index surely stops inside a sentence. */
    boolean surelyStopsInside(int end) {
        int after = firstFrom(end);
        if (after == text.length() || partStarts.contains(after)) {
            return false;
        }
        int next = text.codePointAt(after);
        boolean small = Character.isLowerCase(next);
        boolean inside = endsSentence(end) ? small : small || runsOn(next);
        return inside && sameLine(end - 1, after);
    }

    /** Whether a passage that ends before an index surely ends a sentence. */
    boolean surelyStops(int end) {
        int after = firstFrom(end);
        if (after == text.length() || partStarts.contains(after)) {
            return true;
        }
        return endsSentence(end) && !sameLine(end - 1, after);
    }

    /** Letters, digits and separators: a sentence goes on there. */
    private static boolean runsOn(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || SEPARATORS.indexOf(codePoint) >= 0;
    }

    /** Whether what ends before an index ends with a sentence's mark, perhaps in quotation marks or brackets. */
    private boolean endsSentence(int end) {
        int at = end;
        while (at > 0 && "\"')]»”’".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at > 0 && SENTENCE_ENDS.indexOf(text.codePointBefore(at)) >= 0;
    }

    private boolean isPartEnd(int end) {
        return partEnds.contains(end);
    }

    /** The index of the last character before a passage that is no space; -1 if there is none. */
    private int lastBefore(int start) {
        int at = start - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at;
    }

    private int firstFrom(int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private boolean sameLine(int one, int other) {
        return source.place(text.codePointCount(0, one)).line()
                == source.place(text.codePointCount(0, other)).line();
    }
}
