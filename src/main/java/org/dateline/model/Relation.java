package org.dateline.model;

import java.util.Locale;

/** What one claim is to another whose value differs. Values that can hold at the same time have no relation. */
public enum Relation {
    /** Another party's figure that cannot hold together with this one, whatever their times leave open. */
    CONTRADICTS,
    /** The same party's figure that cannot hold together with this one: it was revised. */
    REVISED,
    /** A figure for a later time: both can hold. */
    LATER,
    /** A figure for an earlier time: both can hold. */
    EARLIER,
    /** A figure that differs; both can hold at different times, but their order is not stated. */
    NOT_DATED;

    /** The name in data: {@code not-dated}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
