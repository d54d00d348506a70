package org.dateline.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dateline.features.KnownProperty;
import org.dateline.features.Property.Type;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads when something happened, from one date or from a first and a last day, never more precisely than stated. If the
 * table states ranges or how precise its dates are, the first and the last possible day are properties as well. Not
 * thread-safe: it remembers what it last read, because several properties depend on it.
 */
final class DateProperties {

    private record StatedDates(
            @Nullable PartialDate date,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    private static final StatedDates UNKNOWN = new StatedDates(null, null, null);

    private final DateSource start;
    private final @Nullable DateSource end;
    private final @Nullable Precision precision;
    private @Nullable Object @Nullable [] row;
    private StatedDates when = UNKNOWN;

    /**
     * How precise a row's date is.
     *
     * @param column number of the column
     * @param values the meaning of its values
     */
    record Precision(int column, String name, Map<String, DatePrecision> values) {

        private DatePrecision of(@Nullable Object[] row) {
            @Nullable Object value = row[column];
            DatePrecision known = value == null ? null : values.get(CodeText.of(value));
            if (known == null) {
                throw BadRowException.of(
                        name, value == null ? "" : value, "one of " + String.join(", ", values.keySet()));
            }
            return known;
        }
    }

    /**
     * @param start     the date, or the first day if there is an {@code end}
     * @param end       the last day; null for none
     * @param precision null if the table does not state it
     */
    DateProperties(DateSource start, @Nullable DateSource end, @Nullable Precision precision) {
        this.start = start;
        this.end = end;
        this.precision = precision;
    }

    List<MappedProperty> properties() {
        List<MappedProperty> properties = new ArrayList<>();
        properties.add(new MappedProperty(KnownProperty.DATE.property(Type.PARTIAL_DATE), row -> when(row).date));
        if (end != null || precision != null) {
            properties.add(new MappedProperty(KnownProperty.DATE_START.property(), row -> when(row).first));
            properties.add(new MappedProperty(KnownProperty.DATE_END.property(), row -> when(row).last));
        }
        return properties;
    }

    private StatedDates when(@Nullable Object[] values) {
        if (values != row) {
            when = read(values);
            row = values;
        }
        return when;
    }

    private StatedDates read(@Nullable Object[] values) {
        @Nullable PartialDate from = start.of(values);
        @Nullable PartialDate to = end == null ? from : end.of(values);
        if (from == null && to == null) {
            return UNKNOWN;
        }
        if (from == null || to == null) {
            DateSource stated = from == null && end != null ? end : start;
            DateSource other = stated == start && end != null ? end : start;
            throw BadRowException.saying(other.name() + ": got nothing, expected a date as in " + stated.name());
        }
        DatePrecision stated = precision == null ? DatePrecision.DAY : precision.of(values);
        if (end == null) {
            return precision == null ? new StatedDates(from, null, null) : around(stated, from);
        }
        LocalDate first = from.first();
        LocalDate last = to.last();
        if (last.isBefore(first)) {
            throw BadRowException.of(end.name(), last, "a day that is not before " + first);
        }
        return new StatedDates(stated.holding(first, last), first, last);
    }

    private static StatedDates around(DatePrecision stated, PartialDate date) {
        LocalDate first = stated.firstAround(date.first());
        LocalDate last = stated.lastAround(date.last());
        return new StatedDates(stated.holding(first, last), first, last);
    }
}
