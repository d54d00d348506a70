package org.dateline.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change in the journal.
 *
 * @param id     given by whoever asked for it; asked again, it is not done again
 * @param kind   a change, or the taking back of one, or the doing again
 * @param of     the id of the change that is taken back or done again; null for a change
 * @param label  what was done, in a few words, for the buttons of undo and redo
 * @param said   what was done, in a sentence
 * @param report the report that it belongs to; null if to none
 * @param request what was asked for, as JSON: an operation on ids
 * @param files  what changed
 * @param time   when, as ISO 8601 says it
 */
record Step(
        String id,
        Kind kind,
        @Nullable String of,
        String label,
        String said,
        @Nullable String report,
        @Nullable String request,
        List<Change> files,
        String time) {

    Step {
        files = List.copyOf(files);
    }

    enum Kind {
        CHANGE,
        UNDO,
        REDO
    }

    /**
     * How a file changed.
     *
     * @param file path within the catalog's folder
     * @param from SHA-256 of its content before; null if it was not there
     * @param to   SHA-256 of its content after; null if it is gone
     */
    record Change(
            String file, @Nullable String from, @Nullable String to, Patch patch) {

        Change reversed() {
            return new Change(file, to, from, patch.reversed());
        }
    }

    /** The whole content of a file that the desk changes for the first time, or that somebody else has changed. */
    record Version(String file, String sha256, String content) {}

    /**
     * A line of the journal: one of the three.
     *
     * @param done the id of a change whose files have been written
     */
    record Line(
            @Nullable Version version,
            @Nullable Step step,
            @Nullable String done) {

        static Line of(Version version) {
            return new Line(version, null, null);
        }

        static Line of(Step step) {
            return new Line(null, step, null);
        }
    }
}
