package org.dateline.load;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Reads date-times in ISO 8601, with a space or a T before the time. One without a zone is in the zone that the mapping
 * states, or else in UTC, and counted. Not thread-safe.
 */
final class MomentReader {

    private final @Nullable ZoneId zone;
    private final Map<String, Integer> assumed = new LinkedHashMap<>();
    private final Map<String, Integer> twice = new LinkedHashMap<>();

    /** @param zone of date-times that state none; null if unknown */
    MomentReader(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /** How often UTC was assumed, and the earlier of two moments, by column. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        assumed.forEach((column, count) -> notes.add(column + ": " + Counted.of(count, "date-time")
                + " without a zone, read as UTC; a mapping can state another (zone)"));
        twice.forEach((column, count) -> notes.add(column + ": " + Counted.of(count, "date-time") + " in an hour that "
                + zone + " had twice, when clocks were put back: read as the earlier"));
        return notes;
    }

    /** @throws BadRowException if it is not a date-time */
    Instant read(Object value, String column) {
        String text = value.toString()
                .strip()
                .replaceFirst("^([0-9]{4}-[0-9]{2}-[0-9]{2}) ", "$1T")
                .replaceFirst(" ?UTC$", "Z");
        try {
            Instant moment;
            if (text.matches(".*T.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)")) {
                moment = OffsetDateTime.parse(text.replaceFirst("([+-][0-9]{2}):?([0-9]{2})?$", "$1:$2")
                                .replaceFirst(":$", ":00"))
                        .toInstant();
            } else {
                LocalDateTime local = LocalDateTime.parse(text);
                if (zone == null) {
                    assumed.merge(column, 1, Integer::sum);
                }
                moment = moment(local, value, column);
            }
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= 9999) {
                return moment;
            }
        } catch (DateTimeException e) {
            // Reported below.
        }
        throw BadRowException.of(column, value, "a date and time such as 2025-03-11T08:30:00Z");
    }

    /** The moment at which a clock in the zone shows a time. */
    private Instant moment(LocalDateTime local, Object value, String column) {
        ZoneId where = zone == null ? ZoneOffset.UTC : zone;
        int offsets = where.getRules().getValidOffsets(local).size();
        if (offsets == 0) {
            throw BadRowException.of(
                    column, value, "a time that there was in " + where + ", where clocks were put forward");
        }
        if (offsets > 1) {
            twice.merge(column, 1, Integer::sum);
        }
        return local.atZone(where).toInstant();
    }
}
