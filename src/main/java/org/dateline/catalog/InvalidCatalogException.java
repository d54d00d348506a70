package org.dateline.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a folder that is not a valid catalog, with every fault found in it. */
public final class InvalidCatalogException extends Exception {

    private final transient List<Fault> faults;

    InvalidCatalogException(List<Fault> faults) {
        this.faults = faults.stream().distinct().sorted().toList();
    }

    /** Sorted by file and line; not empty. */
    public List<Fault> faults() {
        return faults;
    }

    /** One line per fault. */
    @Override
    public String getMessage() {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }
}
