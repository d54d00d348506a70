package org.dateline.http.errors;

/** Thrown for a story whose catalog has faults, so that nothing of it can be shown. */
public final class BrokenStoryException extends RuntimeException {

    /** @param story its name, with a slash */
    public BrokenStoryException(String story) {
        super("The files of /" + story
                + " have faults; \"dateline check\" lists them. Other stories are not affected.");
    }
}
