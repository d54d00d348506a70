package org.dateline.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds mapping files: built-in ones by name, others by path. */
final class MappingFinder {

    /** @param name the file's name in faults */
    record File(String name, byte[] content) {}

    private static final String BUILT_IN = "acled, gdelt2, gtd, ucdp-ged";

    private MappingFinder() {}

    /** @throws LoadException if it is neither */
    static File find(String nameOrPath) {
        try {
            if (nameOrPath.matches("[a-z][a-z0-9-]*")) {
                try (InputStream file = MappingFinder.class.getResourceAsStream("/mappings/" + nameOrPath + ".yaml")) {
                    if (file != null) {
                        return new File(nameOrPath + ".yaml", file.readAllBytes());
                    }
                }
            }
            if (nameOrPath.endsWith(".yaml")) {
                return new File(nameOrPath, Files.readAllBytes(Path.of(nameOrPath)));
            }
        } catch (NoSuchFileException e) {
            throw new LoadException(
                    "got --mapping " + nameOrPath + ", which does not exist, expected the path of a file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new LoadException("got --mapping " + nameOrPath + ", expected " + BUILT_IN
                + ", or the path of a file that ends in .yaml");
    }
}
