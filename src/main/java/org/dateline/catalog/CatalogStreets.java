package org.dateline.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dateline.streets.StreetArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive of streets that a catalog names. It is no part of the catalog's content: it may be larger than all else, and a
 * copy of the folder may lack it. So one that cannot be read is no fault, but a line that says so.
 */
final class CatalogStreets {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogStreets.class);

    private final Path folder;

    CatalogStreets(Path folder) {
        this.folder = folder;
    }

    /** @param name the name of a file in the folder */
    Optional<StreetArchive> find(Optional<String> name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(name.get());
            if (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
                throw new IOException(file + ": got a link that leads out of the folder, expected a file in it");
            }
            return Optional.of(StreetArchive.open(file));
        } catch (IOException e) {
            LOG.warn("{}; the map has no streets", e.getMessage());
            return Optional.empty();
        }
    }
}
