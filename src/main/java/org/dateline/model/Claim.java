package org.dateline.model;

import org.jspecify.annotations.Nullable;

/**
 * A party's value for a measure, stated in an excerpt.
 *
 * @param id        unique in the catalog
 * @param measure   id of what is counted
 * @param subject   id of the feature that it is about: an incident or a place
 * @param words     the words of the quote that state the value with everything that qualifies it: "at least 30"
 * @param who       the words of the quote that say who or what was counted
 * @param group     id of the measure's group that is counted; null if the whole measure is
 * @param excerpt   id of the excerpt that states it, from the same report
 * @param party     id of the party that makes the claim; null if the report itself gives the figure
 * @param asOf      the time that the figure holds for or was given at; null if the quote states none
 * @param asOfWords the words of the quote that state this time
 * @param partOf    id of the claim that this one breaks down ("11 children" of "80 people"); null for a whole
 * @param check     how its value was compared with its words
 */
public record Claim(
        String id,
        String measure,
        String subject,
        Value value,
        String words,
        @Nullable String who,
        @Nullable String group,
        String excerpt,
        @Nullable String party,
        @Nullable PartialDate asOf,
        @Nullable String asOfWords,
        @Nullable String partOf,
        Check check) {

    /** How a value was compared with the words of its quote. */
    public sealed interface Check {

        /** The program reads the number and its wording. */
        record Read() implements Check {}

        /** The program reads the number, but does not know how the report's language words numbers. */
        record NumberOnly() implements Check {}

        /** The program cannot read the figure, but an editor vouches for it and says why. */
        record Vouched(Text why) implements Check {}
    }

    /** Whether it counts only a part, and so cannot contradict a whole of the same measure. */
    public boolean isPart() {
        return partOf != null;
    }
}
