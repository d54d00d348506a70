package org.dateline.catalog;

import java.util.List;
import java.util.Objects;
import org.dateline.model.Report;

/** The result of comparing a report with the available texts. */
public sealed interface Verdict {

    Report report();

    /** How many of its excerpts are verbatim at their offsets in the exact text that the report records. */
    int verified();

    /** How many excerpts the report's file has. */
    default int excerpts() {
        return report().excerpts().size();
    }

    /**
     * All excerpts and the length agree with the text.
     *
     * @param unclaimed numbers that no claim covers: worth a look, but not a fault
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
     * Some excerpts do not agree with the text or could not be read, or the text is not the recorded one.
     *
     * @param text        the report's text or, if it is not available, one that contains most of the quotes
     * @param differences empty if every quote that could be read is in the text
     * @param unread      how many excerpts of the report's file have faults, so that they could not be compared
     */
    record Changed(
            Report report, SourceText text, List<Difference> differences, int unread, List<UnclaimedNumber> unclaimed)
            implements Verdict {

        public Changed {
            differences = List.copyOf(differences);
            unclaimed = List.copyOf(unclaimed);
        }

        @Override
        public int excerpts() {
            return report.excerpts().size() + unread;
        }

        /** Whether the text has another SHA-256 than the recorded one. */
        public boolean isAnotherText() {
            return !text.sha256().equals(report.sha256());
        }

        @Override
        public int verified() {
            return isAnotherText() ? 0 : report.excerpts().size() - differingExcerpts();
        }

        /** How many excerpts differ, each counted once. */
        public int differingExcerpts() {
            return (int) differences.stream()
                    .map(Difference::excerpt)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
        }
    }

    /** No text has the recorded SHA-256, and none resembles it. */
    record TextMissing(Report report) implements Verdict {

        @Override
        public int verified() {
            return 0;
        }
    }
}
