package org.dateline.load;

import org.dateline.features.Property;
import org.jspecify.annotations.Nullable;

/** A property of the records and the source of its value. */
record MappedProperty(Property property, Source source) {

    interface Source {

        /** @throws BadRowException for a value that cannot be read */
        @Nullable
        Object of(@Nullable Object[] row);
    }
}
