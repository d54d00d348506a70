package org.dateline.load;

/** Thrown if a load cannot continue; says what was got and what was expected. */
public final class LoadException extends RuntimeException {

    public LoadException(String message) {
        super(message);
    }
}
