package org.dateline.catalog;

import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads dates that may be only a month or a year. */
final class PartialDateReader {

    private PartialDateReader() {}

    static @Nullable PartialDate read(Field field, Faults faults) {
        if (faults.touch(field)) {
            return null;
        }
        try {
            return PartialDate.parse(field.text());
        } catch (IllegalArgumentException e) {
            faults.add(field.fault("an existing date, as YYYY-MM-DD, YYYY-MM or YYYY"));
            return null;
        }
    }
}
