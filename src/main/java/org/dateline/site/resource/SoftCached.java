package org.dateline.site.resource;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed on demand and kept while memory allows. Thread-safe. */
public final class SoftCached<T> {

    private final Supplier<T> making;
    private @Nullable SoftReference<T> made;

    public SoftCached(Supplier<T> making) {
        this.making = making;
    }

    public synchronized T get() {
        T known = made == null ? null : made.get();
        if (known == null) {
            known = making.get();
            made = new SoftReference<>(known);
        }
        return known;
    }
}
