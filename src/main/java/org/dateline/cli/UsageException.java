package org.dateline.cli;

/** Something that whoever started the program can put right; its message is all that is shown. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
