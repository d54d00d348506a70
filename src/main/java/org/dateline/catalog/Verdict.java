package org.dateline.catalog;

import java.util.List;
import org.dateline.model.Report;

/** What comparing a report with the texts at hand came to. */
public sealed interface Verdict {

    Report report();

    /** How many of its excerpts stand verbatim at their offsets of the very text that the report records. */
    int verified();

    /**
     * All excerpts agree with the text, and so does its length.
     *
     * @param unclaimed numbers that no claim takes up: worth a look, but no fault
     */
    record Verified(Report report, SourceText text, List<UnclaimedNumber> unclaimed) implements Verdict {

        public Verified {
            unclaimed = List.copyOf(unclaimed);
        }

        @Override
        public int verified() {
            return report.excerpts().size();
        }
    }

    /**
     * The excerpts do not all agree with the text, or the text is not the one that was recorded.
     *
     * @param text        the report's text or, where that is not at hand, one that holds most of what it quotes
     * @param differences empty where every quote stands in another text than the recorded one
     */
    record Changed(Report report, SourceText text, List<Difference> differences, List<UnclaimedNumber> unclaimed)
            implements Verdict {

        public Changed {
            differences = List.copyOf(differences);
            unclaimed = List.copyOf(unclaimed);
        }

        /** Whether the text has another SHA-256 than the report records. */
        public boolean isAnotherText() {
            return !text.sha256().equals(report.sha256());
        }

        @Override
        public int verified() {
            int differing = (int) differences.stream()
                    .filter(difference -> !(difference instanceof Difference.Length))
                    .count();
            return isAnotherText() ? 0 : report.excerpts().size() - differing;
        }
    }

    /** No text has the SHA-256 that the report records, and none resembles it. */
    record NotAtHand(Report report) implements Verdict {

        @Override
        public int verified() {
            return 0;
        }
    }
}
