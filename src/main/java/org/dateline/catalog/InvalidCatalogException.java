package org.dateline.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A folder that is no valid catalog, with every fault that was found in it. */
public final class InvalidCatalogException extends Exception {

    private final transient List<Fault> faults;

    InvalidCatalogException(List<Fault> faults) {
        this.faults = faults.stream().distinct().sorted().toList();
    }

    /** By file and line; not empty. */
    public List<Fault> faults() {
        return faults;
    }

    /** One line a fault. */
    @Override
    public String getMessage() {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }
}
