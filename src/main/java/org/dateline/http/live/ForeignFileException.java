package org.dateline.http.live;

import java.io.IOException;
import org.dateline.catalog.Fault;

/** Thrown if a file that no server wrote is where a file of the pushed catalog belongs. */
final class ForeignFileException extends IOException {

    private final Fault fault;

    /**
     * @param file     the path of the file
     * @param got      what it is, in a few words
     * @param expected what may be there instead
     */
    ForeignFileException(String file, String got, String expected) {
        super("got " + file + ", " + got + ", expected " + expected);
        this.fault = new Fault(file, 0, "", got, expected);
    }

    Fault fault() {
        return fault;
    }
}
