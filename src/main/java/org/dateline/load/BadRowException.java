package org.dateline.load;

/** Thrown for a row that cannot be loaded, with the reason. Common in large tables, so it has no stack trace. */
final class BadRowException extends RuntimeException {

    private BadRowException(String message) {
        super(message, null, false, false);
    }

    static BadRowException of(String where, Object got, String expected) {
        String shown = got.toString();
        String hint = NoValueWords.include(got) ? "; a mapping can say that this means no value (missing)" : "";
        return new BadRowException(where + ": got \"" + (shown.length() <= 60 ? shown : shown.substring(0, 60) + "…")
                + "\", expected " + expected + hint);
    }

    static BadRowException saying(String message) {
        return new BadRowException(message);
    }
}
