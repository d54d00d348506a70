package org.dateline.load;

import java.util.List;
import java.util.function.Supplier;
import org.dateline.features.Property;
import org.dateline.features.Schema;
import org.dateline.features.postgis.StoredCollection;

/**
 * The meaning of a table's columns.
 *
 * @param id        number of the column whose values must be unique
 * @param missing   the codes for missing values
 * @param properties the properties in order
 * @param locations reads where records are
 * @param located   whether the records say how precisely their location is known
 * @param index     properties with an index, for fast filters
 * @param notes     what whoever loads the table should know, once all rows are read
 */
record Mapping(
        StoredCollection.Description about,
        List<Column> columns,
        int id,
        MissingValues missing,
        List<MappedProperty> properties,
        LocationMapping locations,
        boolean located,
        List<Property> index,
        Supplier<List<String>> notes) {

    Mapping {
        columns = List.copyOf(columns);
        properties = List.copyOf(properties);
        index = List.copyOf(index);
    }

    /** @param geometry the geometry type, in the terms of OGC API - Features - Part 5 */
    Schema schema(String geometry) {
        return new Schema(properties.stream().map(MappedProperty::property).toList(), geometry);
    }
}
