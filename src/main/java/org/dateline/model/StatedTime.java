package org.dateline.model;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as a source states it. It is never converted to another zone.
 *
 * @param time  on the clocks that the source means
 * @param zone  {@link #LOCAL}, an offset ({@code Z}, {@code +05:00}), or a zone's name ({@code Asia/Karachi}); null if the
 *              source says nothing of it
 * @param words the words of the source that state it
 */
public record StatedTime(LocalTime time, @Nullable String zone, String words) {

    /** The zone of a source that says no more than "local time". */
    public static final String LOCAL = "local";

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
    private static final Pattern OFFSET = Pattern.compile("Z|[+-](0\\d|1[0-8]):[0-5]\\d");

    /** Whether a text is a time of day in the extended form of ISO 8601: hours and minutes, or seconds as well. */
    public static boolean isTime(String iso) {
        return TIME.matcher(iso).matches();
    }

    /** Whether a text is one that {@code zone} may be. */
    public static boolean isZone(String zone) {
        return zone.equals(LOCAL)
                || OFFSET.matcher(zone).matches()
                || ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** The offset; null unless it is stated as one. */
    public @Nullable ZoneOffset offset() {
        return zone != null && OFFSET.matcher(zone).matches() ? ZoneOffset.of(zone) : null;
    }

    /** In ISO 8601, with the offset if it is stated as one: {@code 09:00}, {@code 09:00+05:00}. */
    @Override
    public String toString() {
        return time + (offset() == null ? "" : offset().getId());
    }
}
