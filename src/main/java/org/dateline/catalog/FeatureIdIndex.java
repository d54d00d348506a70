package org.dateline.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of all features that stand in layers' files, those with faults too, and where. */
final class FeatureIdIndex {

    private final Map<String, Field> ids = new HashMap<>();
    private final List<String> inDatabase = new ArrayList<>();
    private boolean unread;

    /** The field of the same id that came before; null for none. */
    @Nullable
    Field add(Field id) {
        return id.text().isEmpty() ? null : ids.putIfAbsent(id.text(), id);
    }

    /** The features of a layer could not be read at all. */
    void addUnread() {
        unread = true;
    }

    /** The features of a layer are records of the database. */
    void addInDatabase(String layer) {
        inDatabase.add(layer);
    }

    /**
     * Whether a feature of this id stands in any layer, sound or not. Where the features of a layer could not be read at
     * all, any id may be among them: that is one fault, not one for each mention. What is in the database is not known:
     * it may change without the catalog, so that no evidence can rest on it.
     */
    boolean knows(String id) {
        return unread || ids.containsKey(id);
    }

    /** What is expected of an id that is not known. */
    String expected() {
        return inDatabase.isEmpty()
                ? "a feature of a layer"
                : "a feature of a layer that is a file: nothing can point to records of the database ("
                        + String.join(", ", inDatabase) + "), which a catalog cannot check";
    }
}
