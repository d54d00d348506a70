package org.dateline.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The options of a load.
 *
 * @param collection the collection's id, or {@code {story}/{id}} for a collection of one of many stories
 * @param mapping    name of a built-in mapping or path of a file; null if the columns have Dateline's own names
 * @param layer      the layer of a GeoPackage; null for its only one
 * @param rejects    the file for rejected rows
 * @param restart    whether to discard an earlier attempt
 */
public record LoadRequest(
        Path file,
        String collection,
        @Nullable String mapping,
        @Nullable String layer,
        Path rejects,
        RejectLimit mostRejects,
        boolean restart) {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    /** @throws LoadException for an invalid id */
    public LoadRequest {
        requireId(collection);
    }

    static void requireId(String collection) {
        if (!collection.matches("(" + NAME + "/)?" + NAME)) {
            throw new LoadException("got --collection " + collection
                    + ", expected lower-case letters and digits in groups joined by hyphens, after the name of a story and "
                    + "a slash if it belongs to one");
        }
    }
}
