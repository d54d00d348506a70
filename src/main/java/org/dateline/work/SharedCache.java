package org.dateline.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Caches everything that is likely to be requested again, up to a limit in bytes; the least requested items are dropped
 * first. All items can be made again. Thread-safe.
 */
public final class SharedCache {

    /** The cache may use one part in this many of the heap. */
    private static final int SHARE = 5;

    private static final long LEAST = 4L << 20;

    /** An item that can be cached. */
    public interface Item {

        /** The approximate size in memory, in bytes. */
        int weight();

        /** Called when it is no longer cached; it may still be in use. */
        default void dropped() {}
    }

    private final long limit;
    private final Cache<Object, Item> items;
    private final LongAdder bytes = new LongAdder();
    private final LongAdder evicted = new LongAdder();

    /** @param limit the limit in bytes */
    public SharedCache(long limit) {
        this.limit = limit;
        this.items = Caffeine.newBuilder()
                .maximumWeight(limit)
                .<Object, Item>weigher((_, item) -> item.weight())
                .removalListener(this::removed)
                // Evict at once on the thread that adds, so that the limit is never exceeded for long.
                .executor(Runnable::run)
                .build();
    }

    /** The cache of this process. Its limit is a share of the heap, which is the process's too. */
    public static SharedCache ofHeap() {
        return OfHeap.CACHE;
    }

    private static final class OfHeap {
        static final SharedCache CACHE =
                new SharedCache(share(Runtime.getRuntime().maxMemory()));
    }

    /** The limit in a heap of a size, both in bytes. */
    static long share(long heap) {
        return Math.max(LEAST, heap / SHARE);
    }

    /** A part of this cache for one owner. */
    public CachePart part() {
        return new CachePart(this);
    }

    private void removed(@Nullable Object key, @Nullable Item item, RemovalCause cause) {
        Item gone = Objects.requireNonNull(item);
        bytes.add(-gone.weight());
        if (cause.wasEvicted()) {
            evicted.increment();
        }
        gone.dropped();
    }

    /** The item under a key, which must always have the same type; null if it is not cached. */
    @SuppressWarnings("unchecked")
    public <T extends Item> @Nullable T find(Object key) {
        return (T) items.getIfPresent(key);
    }

    public void keep(Object key, Item item) {
        bytes.add(item.weight());
        items.put(key, item);
    }

    public void drop(Object key) {
        items.invalidate(key);
    }

    public void dropIf(Predicate<Object> keys) {
        items.asMap().keySet().removeIf(keys);
    }

    /** The limit in bytes. */
    public long limit() {
        return limit;
    }

    /** The present size in bytes. */
    public long bytes() {
        return bytes.sum();
    }

    /** How many items have been dropped for lack of room since the start. */
    public long evicted() {
        return evicted.sum();
    }
}
