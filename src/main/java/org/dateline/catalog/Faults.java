package org.dateline.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the faults of one run, so that all are reported at once. */
public final class Faults {

    private final boolean sought;

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> exact = new HashSet<>();
    /** The fields that have a fault, with all fields that contain them. */
    private final Set<String> touched = new HashSet<>();

    public Faults() {
        this(true);
    }

    private Faults(boolean sought) {
        this.sought = sought;
    }

    /** For a run that looks for no faults: it adds only those without which it cannot go on, and their lines may be unknown. */
    static Faults unsought() {
        return new Faults(false);
    }

    /** Whether somebody wants to know of all faults: otherwise checks are left out. */
    boolean areSought() {
        return sought;
    }

    public void add(Fault fault) {
        faults.add(fault);
        exact.add(key(fault.file(), fault.field()));
        for (String path = fault.field(); touched.add(key(fault.file(), path)) && !path.isEmpty(); ) {
            path = Document.parent(path);
        }
    }

    /** Whether a field, or anything in it, already has a fault: then it need not be checked further. */
    public boolean touch(Field field) {
        return touched.contains(key(field.document().file(field.path()), field.path()));
    }

    /** Whether this very field already has a fault. */
    boolean at(String file, String path) {
        return exact.contains(key(file, path));
    }

    private static String key(String file, String path) {
        return file + '\n' + path;
    }

    List<Fault> all() {
        return List.copyOf(faults);
    }

    Optional<Fault> first() {
        return faults.stream().findFirst();
    }

    public void throwIfAny() throws InvalidCatalogException {
        if (!faults.isEmpty()) {
            throw new InvalidCatalogException(faults);
        }
    }
}
