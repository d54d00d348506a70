package org.dateline.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a load.
 *
 * @param collection the collection's id
 * @param mapping    name of one that comes with the program, or the path of a file; null where the columns bear
 *     Dateline's own names
 * @param layer      of a GeoPackage; null for its only one
 * @param rejects    the file for rows that are turned away
 * @param restart    whether an earlier attempt is thrown away
 */
public record LoadRequest(
        Path file,
        String collection,
        @Nullable String mapping,
        @Nullable String layer,
        Path rejects,
        RejectLimit mostRejects,
        boolean restart) {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    /** @throws LoadException for an id that no collection has */
    public LoadRequest {
        requireId(collection);
    }

    static void requireId(String collection) {
        if (!collection.matches(ID)) {
            throw new LoadException("got --collection " + collection
                    + ", expected lower-case letters and digits in groups joined by hyphens");
        }
    }
}
