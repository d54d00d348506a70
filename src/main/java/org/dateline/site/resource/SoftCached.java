package org.dateline.site.resource;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is asked for, and kept as long as there is memory for it. Any thread may ask. */
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
