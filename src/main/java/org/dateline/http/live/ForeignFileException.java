package org.dateline.http.live;

import java.io.IOException;

/** Thrown if a file that no server wrote is where a file of the pushed catalog belongs. */
final class ForeignFileException extends IOException {

    private final String file;
    private final String got;
    private final String expected;

    /**
     * @param file     the path of the file
     * @param got      what it is, in a few words
     * @param expected what may be there instead
     */
    ForeignFileException(String file, String got, String expected) {
        super("got " + file + ", " + got + ", expected " + expected);
        this.file = file;
        this.got = got;
        this.expected = expected;
    }

    String file() {
        return file;
    }

    String got() {
        return got;
    }

    String expected() {
        return expected;
    }
}
