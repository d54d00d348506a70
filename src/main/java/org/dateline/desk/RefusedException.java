package org.dateline.desk;

import java.util.List;
import org.dateline.catalog.Fault;
import org.jspecify.annotations.Nullable;

/** A change that makes no sense or may not be made; the message says what was got and what was expected. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final @Nullable String field;
    private final transient List<Fault> faults;

    public RefusedException(String message) {
        this(message, (String) null);
    }

    /** @param field that is wrong or lacking */
    RefusedException(String message, @Nullable String field) {
        super(message);
        this.field = field;
        this.faults = List.of();
    }

    RefusedException(String message, List<Fault> faults) {
        super(message);
        this.field = null;
        this.faults = List.copyOf(faults);
    }

    public @Nullable String field() {
        return field;
    }

    public List<Fault> faults() {
        return faults;
    }
}
