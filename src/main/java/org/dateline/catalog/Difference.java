package org.dateline.catalog;

import org.jspecify.annotations.Nullable;

/** A difference between a report and its text. Offsets are in code points of the normalised text. */
public sealed interface Difference {

    /** The report's file, within the catalog's folder. */
    String file();

    /** The line of the field in that file, from 1. */
    int line();

    /** The path of the field, as in {@code excerpts[3].quote}. */
    String field();

    /** The id of the excerpt that differs; null if it is the text as a whole. */
    @Nullable
    String excerpt();

    /**
     * A quote whose wording does not occur in the text.
     *
     * @param excerpt its id
     * @param offset  its recorded start
     * @param quoted  the quote, normalised
     * @param found   the text at that offset, as long as the quote; shorter or empty near the end of the text
     * @param place   where in the text's file it first differs from the nearest wording or, without one, from
     *                {@code found}
     * @param nearest a suggestion for an editor, never accepted by itself; null if nothing resembles the quote
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
     * A quote that occurs in the text verbatim, but not at its recorded offset.
     *
     * @param standsAt the nearest offset at which it occurs
     * @param place    the place of the recorded offset
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

    /** One of the two ends of a quote. */
    enum Edge {
        START,
        END
    }

    /**
     * An ellipsis that does not fit the text: it is missing although the quote starts or stops inside a sentence, or
     * it is shown although it does not.
     *
     * @param shown  whether it is shown
     * @param offset of the edge
     */
    record Ellipsis(
            String file,
            int line,
            String field,
            String excerpt,
            Edge edge,
            boolean shown,
            int offset,
            SourceText.Place place)
            implements Difference {}

    /**
     * A text whose length differs from the recorded one.
     *
     * @param recorded in code points of the normalised text
     * @param actual   in the same
     */
    record Length(String file, int line, String field, int recorded, int actual) implements Difference {
        @Override
        public @Nullable String excerpt() {
            return null;
        }
    }

    /** Wording of the text that resembles a quote. */
    record Nearest(int offset, String wording) {}
}
