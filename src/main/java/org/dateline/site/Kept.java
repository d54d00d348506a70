package org.dateline.site;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is asked for, and kept as long as there is memory for it. Any thread may ask. */
final class Kept<T> {

    private final Supplier<T> making;
    private @Nullable SoftReference<T> made;

    Kept(Supplier<T> making) {
        this.making = making;
    }

    synchronized T get() {
        T known = made == null ? null : made.get();
        if (known == null) {
            known = making.get();
            made = new SoftReference<>(known);
        }
        return known;
    }
}
