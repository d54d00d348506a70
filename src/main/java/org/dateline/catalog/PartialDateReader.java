package org.dateline.catalog;

import java.util.function.Function;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads dates that may be only a month or a year. */
final class PartialDateReader {

    private PartialDateReader() {}

    static @Nullable PartialDate read(Field field, Faults faults) {
        return faults.touch(field) ? null : read(field, PartialDate::parse, faults);
    }

    /** Reads a date as programs store it, in a field that no schema checks; null if none is stated. */
    static @Nullable PartialDate readStored(Field field, Faults faults) {
        boolean stated = !field.node().isMissingNode() && !field.node().isNull();
        return stated ? read(field, PartialDate::parseStored, faults) : null;
    }

    private static @Nullable PartialDate read(Field field, Function<String, PartialDate> parser, Faults faults) {
        try {
            return parser.apply(field.text());
        } catch (IllegalArgumentException e) {
            faults.add(field.fault("an existing date, as YYYY-MM-DD, YYYY-MM or YYYY"));
            return null;
        }
    }
}
