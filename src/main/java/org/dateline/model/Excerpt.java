package org.dateline.model;

import java.util.List;
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
 * @param notVerified  id of the excerpt in which the report says that it could not verify this one
 * @param notConfirmed id of the excerpt in which the report says that others had not confirmed this one
 * @param mentions     the features that it names or tells of
 */
public record Excerpt(
        String id,
        String quote,
        int offset,
        @Nullable String party,
        @Nullable PartialDate date,
        @Nullable String dateWords,
        @Nullable String notVerified,
        @Nullable String notConfirmed,
        List<Mention> mentions) {

    public Excerpt {
        mentions = List.copyOf(mentions);
    }
}
