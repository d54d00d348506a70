package org.dateline.draw.plane;

import java.io.IOException;

/** Thrown for a file that is not TopoJSON. The message says what was got, what was expected, and where. */
public final class TopoJsonException extends IOException {

    private final String field;
    private final String got;
    private final String expected;

    /** @param field the path of the field; empty for the whole file */
    TopoJsonException(String file, String field, String got, String expected) {
        super(file + ": " + (field.isEmpty() ? "" : field + ": ") + "got " + got + ", expected " + expected);
        this.field = field;
        this.got = got;
        this.expected = expected;
    }

    public String field() {
        return field;
    }

    public String got() {
        return got;
    }

    public String expected() {
        return expected;
    }
}
