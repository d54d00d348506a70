package org.dateline.load;

/** A load that cannot go on, and why: what was got, what was expected. */
public final class LoadException extends RuntimeException {

    public LoadException(String message) {
        super(message);
    }
}
