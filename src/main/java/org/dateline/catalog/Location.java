package org.dateline.catalog;

import java.util.List;

/** Where an excerpt's quote stands in a text. Indices are UTF-16 indices of the normalised text. */
sealed interface Location {

    /** At its recorded offset or, if none is recorded, at the one place there is or at the one that {@code nth} names. */
    record At(int index) implements Location {}

    /** Not at its recorded offset, but at one other place. */
    record Elsewhere(int index) implements Location {}

    /** At several places, and the file does not say which one is meant. */
    record Several(List<Integer> indices) implements Location {

        public Several {
            indices = List.copyOf(indices);
        }
    }

    record Nowhere() implements Location {}

    /** @param quote the excerpt's, normalised */
    static Location of(Field excerpt, String quote, SourceText text, QuoteFinder finder) {
        int recorded = recorded(excerpt, text);
        boolean chosen = excerpt.has("nth");
        if (recorded >= 0 && !chosen && finder.end(quote, recorded) >= 0) {
            return new At(recorded);
        }
        List<Integer> found = finder.find(quote);
        if (found.isEmpty()) {
            return new Nowhere();
        }
        int nth = chosen ? excerpt.get("nth").integer() : found.size() == 1 ? 1 : 0;
        if (nth < 1 || nth > found.size()) {
            return new Several(found);
        }
        int index = found.get(nth - 1);
        return excerpt.has("offset") && index != recorded ? new Elsewhere(index) : new At(index);
    }

    /** The index of the recorded offset; -1 if there is none in the text. */
    private static int recorded(Field excerpt, SourceText text) {
        int offset = excerpt.get("offset").integer();
        return excerpt.has("offset")
                        && offset >= 0
                        && offset <= text.normalised().length()
                ? text.normalised().value().offsetByCodePoints(0, offset)
                : -1;
    }
}
