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
 * Reads when something happened, from one column or from a first and a last day, never more precisely than stated. Not
 * thread-safe: it remembers what it last read, because several properties depend on it.
 *
 * @param start      number of the column; of the first day if there is an {@code end}
 * @param end        number of the column with the last day; -1 for none
 * @param precision  the column that says how precise it is; -1 for none
 * @param precisions the meaning of its values
 */
final class DateProperties {

    private record StatedDates(
            @Nullable PartialDate date,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    private static final StatedDates UNKNOWN = new StatedDates(null, null, null);

    private final List<Column> columns;
    private final DateReader reader;
    private final int start;
    private final int end;
    private final int precision;
    private final Map<String, DatePrecision> precisions;
    private @Nullable Object @Nullable [] row;
    private StatedDates when = UNKNOWN;

    DateProperties(
            List<Column> columns,
            DateReader reader,
            int start,
            int end,
            int precision,
            Map<String, DatePrecision> precisions) {
        this.columns = columns;
        this.reader = reader;
        this.start = start;
        this.end = end;
        this.precision = precision;
        this.precisions = precisions;
    }

    List<MappedProperty> properties() {
        List<MappedProperty> properties = new ArrayList<>();
        properties.add(new MappedProperty(KnownProperty.DATE.property(Type.PARTIAL_DATE), row -> when(row).date));
        if (end >= 0) {
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
        @Nullable Object from = values[start];
        @Nullable Object to = end < 0 ? from : values[end];
        if (from == null && to == null) {
            return UNKNOWN;
        }
        if (from == null || to == null) {
            throw BadRowException.saying(
                    columns.get(from == null ? start : end).name() + ": got nothing, expected a date as in "
                            + columns.get(from == null ? end : start).name());
        }
        PartialDate one = reader.read(from, columns.get(start).name());
        if (end < 0 && precision < 0) {
            return new StatedDates(one, null, null);
        }
        LocalDate first = one.first();
        LocalDate last = (end < 0 ? one : reader.read(to, columns.get(end).name())).last();
        if (last.isBefore(first)) {
            throw BadRowException.of(columns.get(end).name(), last, "a day that is not before " + first);
        }
        return new StatedDates(stated(values).holding(first, last, end >= 0), first, last);
    }

    private DatePrecision stated(@Nullable Object[] values) {
        if (precision < 0) {
            return DatePrecision.DAY;
        }
        String code = String.valueOf(values[precision]);
        DatePrecision known = precisions.get(code);
        if (known == null) {
            throw BadRowException.of(
                    columns.get(precision).name(),
                    values[precision] == null ? "" : code,
                    "one of " + String.join(", ", precisions.keySet()));
        }
        return known;
    }
}
