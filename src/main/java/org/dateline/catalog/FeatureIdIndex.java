package org.dateline.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the ids of all features in layers' files, including those with faults, and where they are. */
final class FeatureIdIndex {

    private final Map<String, Field> ids = new HashMap<>();
    private final List<String> inDatabase = new ArrayList<>();
    private boolean unread;

    /** The earlier field with the same id; null if there is none. */
    @Nullable
    Field add(Field id) {
        return id.text().isEmpty() ? null : ids.putIfAbsent(id.text(), id);
    }

    /** Records that a layer's features could not be read. */
    void addUnread() {
        unread = true;
    }

    /** Records that a layer's features are in the database. */
    void addInDatabase(String layer) {
        inDatabase.add(layer);
    }

    /**
     * Whether any layer has a feature with this id, with or without faults. If a layer's features could not be read,
     * any id may be among them: that is one fault, not one for each reference. Features in the database are not known:
     * they may change independently of the catalog, so evidence cannot rest on them.
     */
    boolean knows(String id) {
        return unread || ids.containsKey(id);
    }

    Set<String> ids() {
        return ids.keySet();
    }

    /** The text of a fault that says what was expected instead of an unknown id. */
    String expected() {
        return inDatabase.isEmpty()
                ? "a feature of a layer"
                : "a feature of a layer that is a file: nothing can point to records of the database ("
                        + String.join(", ", inDatabase) + "), which a catalog cannot check";
    }
}
