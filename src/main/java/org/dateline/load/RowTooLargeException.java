package org.dateline.load;

import java.io.IOException;

/** Thrown while reading a row that does not end. */
final class RowTooLargeException extends IOException {

    RowTooLargeException(long most) {
        super("got a row of more than " + most + " bytes, expected a smaller one");
    }
}
