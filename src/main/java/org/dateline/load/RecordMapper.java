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

    RecordMapper(Mapping mapping) {
        this.mapping = mapping;
        this.properties = mapping.properties().toArray(MappedProperty[]::new);
        List<String> names = mapping.properties().stream()
                .map(property -> property.property().name())
                .toList();
        this.location = mapping.located() ? names.indexOf("location") : -1;
        this.uncertainty = mapping.located() ? names.indexOf("uncertainty_m") : -1;
    }

    /** @throws BadRowException if the row is invalid; the message says why */
    MappedRow map(Row row) {
        if (row.fault() != null) {
            throw BadRowException.saying(row.fault());
        }
        @Nullable Object id = row.values()[mapping.id()];
        if (id == null || id.toString().isBlank()) {
            throw BadRowException.saying(
                    mapping.columns().get(mapping.id()).name() + ": got nothing, expected an identifier");
        }
        if (id.toString().length() > LONGEST_ID) {
            throw BadRowException.of(
                    mapping.columns().get(mapping.id()).name(), id, "at most " + LONGEST_ID + " characters");
        }
        LocationMapping.Place place = mapping.locations().of(row);
        @Nullable Object[] values = new Object[properties.length];
        for (int i = 0; i < properties.length; i++) {
            values[i] = properties[i].source().of(row.values());
        }
        if (location >= 0) {
            values[location] = place.locationClass().id();
            values[uncertainty] = place.metres();
        }
        return new MappedRow(id.toString(), values, place.geometry());
    }
}
