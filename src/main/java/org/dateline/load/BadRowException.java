package org.dateline.load;

/** A row that cannot be taken, and why. Bad rows are expected in large tables, so it carries no stack trace. */
final class BadRowException extends RuntimeException {

    private BadRowException(String message) {
        super(message, null, false, false);
    }

    static BadRowException of(String where, Object got, String expected) {
        String shown = got.toString();
        return new BadRowException(where + ": got \"" + (shown.length() <= 60 ? shown : shown.substring(0, 60) + "…")
                + "\", expected " + expected);
    }

    static BadRowException saying(String message) {
        return new BadRowException(message);
    }
}
