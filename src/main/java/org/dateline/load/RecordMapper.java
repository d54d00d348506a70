package org.dateline.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts rows to records with a mapping. */
final class RecordMapper {

    /** The longest id, in characters; an index cannot store much longer values. */
    private static final int LONGEST_ID = 500;

    private final Mapping mapping;
    private final MappedProperty[] properties;
    private final int location;
    private final int uncertainty;
    private final int identifier;

    RecordMapper(Mapping mapping) {
        this.mapping = mapping;
        this.properties = mapping.properties().toArray(MappedProperty[]::new);
        List<String> names = mapping.properties().stream()
                .map(property -> property.property().name())
                .toList();
        this.identifier = names.indexOf("id");
        this.location = mapping.located() ? names.indexOf("location") : -1;
        this.uncertainty = mapping.located() ? names.indexOf("uncertainty_m") : -1;
    }

    /** @throws BadRowException if the row is invalid; the message says why */
    MappedRow map(Row read) {
        if (read.fault() != null) {
            throw BadRowException.saying(read.fault());
        }
        Row row = new Row(read.line(), mapping.missing().removed(read.values()), read.geometry(), null);
        String id = id(row);
        LocationMapping.Place place = mapping.locations().of(row);
        @Nullable Object[] values = new Object[properties.length];
        for (int i = 0; i < properties.length; i++) {
            values[i] = properties[i].source().of(row.values());
        }
        if (location >= 0) {
            values[location] = place.locationClass().id();
            values[uncertainty] = place.metres();
        }
        return new MappedRow(id, values, place.geometry());
    }

    private String id(Row row) {
        String column = mapping.columns().get(mapping.id()).name();
        @Nullable Object value = properties[identifier].source().of(row.values());
        if (value == null || value.toString().isBlank()) {
            throw BadRowException.saying(column + ": got nothing, expected an identifier");
        }
        String id = value.toString();
        if (id.length() > LONGEST_ID) {
            throw BadRowException.of(column, id, "at most " + LONGEST_ID + " characters");
        }
        return id;
    }
}
