package org.dateline.cli;

/** A mistake that the user of the program can correct; only its message is shown. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
