package org.dateline.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The time that a claim stands at: the one that its quote states, or else its report's date, or else none. A day is the
 * smallest unit: two claims of one day stand at the same time.
 *
 * @param date   null for no time
 * @param stated whether the quote itself states it
 */
public record ClaimTime(@Nullable PartialDate date, boolean stated) {

    static ClaimTime of(Claim claim, Report report) {
        return claim.asOf() != null ? new ClaimTime(claim.asOf(), true) : new ClaimTime(report.date(), false);
    }

    /** Whether it can be before another time. */
    boolean canPrecede(ClaimTime other) {
        return first().isBefore(other.last());
    }

    /** Whether it can be the same day as another time. */
    boolean canBe(ClaimTime other) {
        return !first().isAfter(other.last()) && !other.first().isAfter(last());
    }

    private LocalDate first() {
        return date == null ? LocalDate.MIN : date.first();
    }

    private LocalDate last() {
        return date == null ? LocalDate.MAX : date.last();
    }
}
