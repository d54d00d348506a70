package org.dateline.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Words of a text that name a place, as far as the program can tell: a proposal for an editor.
 *
 * @param start      index of the first character in the text; {@code end} is the index after the last one
 * @param candidates the places that may be meant, the most probable first; empty for "not in the gazetteer"
 * @param sure       how probable it is that the words name a place and the first candidate is it, 0 to 1; for a name that
 *     is not in the gazetteer, that it is a place at all
 * @param why        what speaks for it, in words
 */
public record PlaceMention(
        int start, int end, String words, Verdict verdict, List<Candidate> candidates, double sure, String why) {

    public PlaceMention {
        candidates = List.copyOf(candidates);
    }

    /** What is proposed. */
    public enum Verdict {
        /** So probable that no more than one in twenty is wrong on most kinds of text. */
        SURE,
        /** The first candidate is probably right. */
        LIKELY,
        /** The first two candidates are about as probable. */
        UNDECIDED,
        /** It stands as a place's name does, and no gazetteer has it. */
        UNKNOWN
    }

    /**
     * A place that may be meant.
     *
     * @param feature  its id in the catalog; null if it is in the gazetteer only
     * @param id       its number in GeoNames; 0 if it has none
     * @param within   where it lies, such as "Balochistan, Pakistan"; empty if not known
     * @param kind     in a plain word
     * @param position longitude and latitude in degrees; null for a place of the catalog
     * @param share    how probable it is among all candidates, 0 to 1
     */
    public record Candidate(
            @Nullable String feature,
            int id,
            String name,
            String within,
            String kind,
            @Nullable Coordinate position,
            double share) {}
}
