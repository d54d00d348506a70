package org.dateline.http.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The header Date (RFC 9110, section 5.6.7), which changes once a second. */
final class HttpDate {

    private HttpDate() {}

    /** The present time, in seconds since 1970. */
    static long second() {
        return System.currentTimeMillis() / 1000;
    }

    static String format(long second) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }
}
