package org.dateline.load;

import org.dateline.features.Property;

/**
 * A column of a table to be loaded.
 *
 * @param type the type that the file states; text if it states none
 * @param key  whether it only numbers the rows, as the file's format requires
 */
record Column(String name, Property.Type type, boolean key) {

    static Column text(String name) {
        return new Column(name, Property.Type.STRING, false);
    }
}
