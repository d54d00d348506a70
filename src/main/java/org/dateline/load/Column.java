package org.dateline.load;

import org.dateline.features.Property;

/**
 * A column of a table that is read.
 *
 * @param type what the file says of its values; text where it says nothing
 * @param key  whether it only numbers the rows, as the file's format wants it
 */
record Column(String name, Property.Type type, boolean key) {

    static Column text(String name) {
        return new Column(name, Property.Type.STRING, false);
    }
}
