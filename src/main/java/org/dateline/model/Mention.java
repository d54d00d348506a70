package org.dateline.model;

import java.util.List;

/** How an excerpt is tied to a feature. */
public sealed interface Mention {

    /** The id of the feature. */
    String feature();

    /** The exact words of the quote that name the feature or that it stands for; may be empty. */
    List<String> words();

    /** @param words the exact words of the quote that name the feature; at least one */
    record Named(String feature, List<String> words) implements Mention {
        public Named {
            words = List.copyOf(words);
        }
    }

    /**
     * @param why   why an editor ties the quote to a place that it does not name
     * @param words the exact words of the quote that the place stands for: "Sibi district" for the town; may be empty
     */
    record Inferred(String feature, Text why, List<String> words) implements Mention {
        public Inferred {
            words = List.copyOf(words);
        }
    }

    /** The excerpt tells of this incident. */
    record Tells(String feature) implements Mention {
        @Override
        public List<String> words() {
            return List.of();
        }
    }
}
