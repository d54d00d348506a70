package org.dateline.ingest;

import java.util.List;
import org.dateline.ground.PlaceNames;

/**
 * Words of a text that some place is named by, whether or not they name one here.
 *
 * @param first number of its first word; {@code last} is that of its last one
 * @param key   the words as {@link PlaceNames#key} writes them
 * @param found the places of that name
 */
record Spot(int first, int last, String key, List<PlaceNames.Found> found) {

    int words() {
        return last - first + 1;
    }
}
