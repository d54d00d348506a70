package org.dateline.model;

import org.jspecify.annotations.Nullable;

/**
 * A party's value for a measure, carried by an excerpt.
 *
 * @param id        unique in the catalog
 * @param measure   id of what is counted
 * @param subject   id of the feature that it is about: an incident or a place
 * @param words     the words of the quote that give the value, with all that qualifies it: "at least 30"
 * @param who       the words of the quote that say who or what was counted
 * @param group     id of the measure's group that is counted; null for all that the measure counts
 * @param excerpt   id of the excerpt that carries it, of the same report
 * @param party     id of whose claim it is; null where the report gives the figure in its own voice
 * @param asOf      the time that the figure is said to hold for or was given at; null where the quote states none
 * @param asOfWords the words of the quote that state it
 * @param partOf    id of the claim that this one breaks down ("11 children" of "80 people"); null for a whole
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
        @Nullable String partOf) {

    /** Whether a part is counted, and so says nothing against a whole of the same measure. */
    public boolean isPart() {
        return partOf != null;
    }
}
