package org.dateline.ground;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of the world's ground in the program; their format is described beside them, in README.md. */
final class GroundFiles {

    private static final String HOME = "/ground/";

    private GroundFiles() {}

    /**
     * @param name the path of a file below {@code ground/}
     * @throws UncheckedIOException if the program is incomplete
     */
    static byte[] read(String name) {
        try (InputStream in = GroundFiles.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new FileNotFoundException(
                        "got no " + HOME + name + " in the program, expected the world's ground");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
