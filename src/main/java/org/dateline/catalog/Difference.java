package org.dateline.catalog;

import org.jspecify.annotations.Nullable;

/** Something in which a report does not agree with its text. Offsets are in code points of the normalised text. */
public sealed interface Difference {

    /** Of the report, within the catalog's folder. */
    String file();

    /** Of the field in that file, from 1. */
    int line();

    /** As in {@code excerpts[3].quote}. */
    String field();

    /**
     * A quote whose wording stands nowhere in the text.
     *
     * @param excerpt its id
     * @param offset  where it is recorded to begin
     * @param quoted  the quote, normalised
     * @param found   what the text has at that offset, as long as the quote; shorter or empty behind the text's end
     * @param place   in the text's file, where it first differs from the nearest wording or, without one, from
     *                {@code found}
     * @param nearest a proposal to look at, never an acceptance; null where nothing resembles the quote
     */
    record Wording(
            String file,
            int line,
            String field,
            String excerpt,
            int offset,
            String quoted,
            String found,
            SourceText.Place place,
            @Nullable Nearest nearest)
            implements Difference {}

    /**
     * A quote that stands in the text word for word, but not at its recorded offset.
     *
     * @param standsAt the nearest offset at which it does
     * @param place    of the recorded offset
     */
    record Moved(
            String file,
            int line,
            String field,
            String excerpt,
            int offset,
            String quoted,
            String found,
            SourceText.Place place,
            int standsAt)
            implements Difference {}

    /**
     * A text that is not as long as recorded.
     *
     * @param recorded in code points of the normalised text
     * @param actual   in the same
     */
    record Length(String file, int line, String field, int recorded, int actual) implements Difference {}

    /** Wording of the text that resembles a quote. */
    record Nearest(int offset, String wording) {}
}
