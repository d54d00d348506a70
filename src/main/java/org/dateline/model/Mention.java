package org.dateline.model;

import java.util.List;

/** How an excerpt is tied to a feature. */
public sealed interface Mention {

    /** The id of the feature. */
    String feature();

    /** @param words the exact words of the quote that name the feature; at least one */
    record Named(String feature, List<String> words) implements Mention {
        public Named {
            words = List.copyOf(words);
        }
    }

    /** @param why why an editor ties the quote to a place that it does not name */
    record Inferred(String feature, Text why) implements Mention {}

    /** The excerpt tells of this incident. */
    record Tells(String feature) implements Mention {}
}
