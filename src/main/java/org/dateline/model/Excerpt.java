package org.dateline.model;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A verbatim quote from a report.
 *
 * @param id           unique in the catalog
 * @param quote        the text as in the report, with its own quotation marks
 * @param offset       its start in the report's normalised text, in Unicode code points from 0
 * @param party        id of who says it; null if the report speaks in its own voice
 * @param date         the date that the quote tells of; null if it states none
 * @param dateWords    the words of the quote that state it
 * @param time         the time of day that the quote tells of; null if it states none
 * @param notVerified  id of the excerpt in which the report says that it could not verify this one
 * @param notConfirmed id of the excerpt in which the report says that others had not confirmed this one
 * @param cut          where it starts or stops inside a sentence, if its own marks do not show that; null if they do
 * @param translation  what it says in other languages; null if nobody translated it
 * @param mentions     the features that it names or tells of
 */
public record Excerpt(
        String id,
        String quote,
        int offset,
        @Nullable String party,
        @Nullable PartialDate date,
        @Nullable String dateWords,
        @Nullable StatedTime time,
        @Nullable String notVerified,
        @Nullable String notConfirmed,
        @Nullable Cut cut,
        @Nullable Translation translation,
        List<Mention> mentions) {

    /** Where a quote starts or stops inside a sentence of its report. */
    public enum Cut {
        NONE(false, false),
        START(true, false),
        END(false, true),
        BOTH(true, true);

        private final boolean start;
        private final boolean end;

        Cut(boolean start, boolean end) {
            this.start = start;
            this.end = end;
        }
    }

    private static final String ELLIPSIS = "…";
    /** What ends a sentence in the scripts of the world; a colon or a comma does not. */
    private static final String SENTENCE_ENDS = ".!?…۔؟।॥。！？";
    /** Quotation marks and brackets, which may stand before or behind a whole sentence. */
    private static final Pattern CLOSED = Pattern.compile("[\\p{Pe}\\p{Pf}\\p{Pi}\\s\"'*]+$");

    /** Whether it starts inside a sentence: as its editor says, or else if its first letter is a small one. */
    public boolean startsInside() {
        return cut != null
                ? cut.start
                : quote.codePoints().filter(Character::isLetterOrDigit).limit(1).anyMatch(Character::isLowerCase);
    }

    /** Whether it stops inside a sentence: as its editor says, or else if nothing that ends one is at its end. */
    public boolean stopsInside() {
        if (cut != null) {
            return cut.end;
        }
        String bare = CLOSED.matcher(quote).replaceFirst("");
        return bare.isEmpty() || SENTENCE_ENDS.indexOf(bare.codePointBefore(bare.length())) < 0;
    }

    /** The quote with an ellipsis where it starts or stops inside a sentence. */
    public String shown() {
        return before() + quote + after();
    }

    /** The ellipsis before the quote, with its space; empty for none. */
    public String before() {
        return startsInside() ? ELLIPSIS + " " : "";
    }

    /** The ellipsis after the quote, with its space; empty for none. */
    public String after() {
        return stopsInside() ? " " + ELLIPSIS : "";
    }

    public Excerpt {
        mentions = List.copyOf(mentions);
    }
}
