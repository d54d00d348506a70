package org.dateline.formats;

import java.util.List;
import org.dateline.catalog.NormalisedText;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import org.jspecify.annotations.Nullable;

/**
 * Where an excerpt is in its report's normalised text, and the known text around it. The catalog contains excerpts, not
 * texts: the text before or after is known only if another excerpt adjoins, or if there is none.
 *
 * @param start  in code points from 0
 * @param end    after the last code point
 * @param prefix up to {@link #CONTEXT} code points before it; empty at the start of the text; null if unknown
 * @param suffix up to {@link #CONTEXT} code points after it; empty at the end of the text; null if unknown
 */
record Passage(
        int start,
        int end,
        @Nullable String prefix,
        @Nullable String suffix) {

    /** The usual length of a prefix or suffix: enough to distinguish two places of a text. */
    static final int CONTEXT = 32;

    static Passage of(Report report, Excerpt excerpt) {
        List<Excerpt> all = report.excerpts();
        int at = all.indexOf(excerpt);
        int start = excerpt.offset();
        int end = end(excerpt);
        String prefix = start == 0 ? "" : null;
        if (at > 0 && start - end(all.get(at - 1)) <= 1) {
            prefix = last(all.get(at - 1).quote() + " ".repeat(start - end(all.get(at - 1))));
        }
        String suffix = end == report.length() ? "" : null;
        if (at + 1 < all.size() && all.get(at + 1).offset() - end <= 1) {
            suffix = first(
                    " ".repeat(all.get(at + 1).offset() - end) + all.get(at + 1).quote());
        }
        return new Passage(start, end, prefix, suffix);
    }

    private static int end(Excerpt excerpt) {
        return excerpt.offset() + NormalisedText.of(excerpt.quote()).length();
    }

    private static String first(String text) {
        int length = Math.min(CONTEXT, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static String last(String text) {
        int length = Math.min(CONTEXT, text.codePointCount(0, text.length()));
        return text.substring(text.offsetByCodePoints(text.length(), -length));
    }
}
