package org.dateline.desk;

import java.util.List;
import org.dateline.catalog.Fault;
import org.jspecify.annotations.Nullable;

/** A change that makes no sense or may not be made; the message says what was got and what was expected. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final @Nullable String field;
    private final transient List<Fault> faults;
    private final @Nullable String report;

    public RefusedException(String message) {
        this(message, null);
    }

    /** @param field that is wrong or lacking */
    RefusedException(String message, @Nullable String field) {
        super(message);
        this.field = field;
        this.faults = List.of();
        this.report = null;
    }

    /** @param report the report that they are in; null if in none */
    RefusedException(String message, List<Fault> faults, @Nullable String report) {
        super(message);
        this.field = null;
        this.faults = List.copyOf(faults);
        this.report = report;
    }

    public @Nullable String field() {
        return field;
    }

    /** The report that {@link #faults} are in; null if in none. */
    public @Nullable String report() {
        return report;
    }

    /** What would be wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
