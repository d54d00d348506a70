package org.dateline.work;

import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The part of the cache that belongs to one owner, which drops it as a whole. Thread-safe. */
public final class CachePart {

    private final SharedCache cache;

    private record Key(CachePart owner, Object key) {}

    private record Value(Object value, int weight) implements SharedCache.Item {}

    CachePart(SharedCache cache) {
        this.cache = cache;
    }

    /** The value under a key, which must always have the same type; made if it is not cached. */
    public <T> T get(Object key, int weight, Supplier<T> making) {
        return get(key, _ -> weight, making);
    }

    /**
     * The value under a key, which must always have the same type; made if it is not cached.
     *
     * @param weight the approximate size of what was made in memory, in bytes
     */
    public <T> T get(Object key, ToIntFunction<T> weight, Supplier<T> making) {
        T known = find(key);
        if (known != null) {
            return known;
        }
        T made = making.get();
        keep(key, weight.applyAsInt(made), made);
        return made;
    }

    /** The value under a key, which must always have the same type; null if it is not cached. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T find(Object key) {
        Value found = cache.find(new Key(this, key));
        return found == null ? null : (T) found.value();
    }

    /** @param weight the approximate size in memory, in bytes */
    public void keep(Object key, int weight, Object value) {
        cache.keep(new Key(this, key), new Value(value, weight));
    }

    /** The key that identifies something of this owner among all work. */
    public Object key(Object key) {
        return new Key(this, key);
    }

    /** Drops everything of this owner. */
    public void drop() {
        cache.dropIf(key -> key instanceof Key(CachePart owner, Object _) && owner == this);
    }
}
