package org.dateline.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept because it is likely to be requested again, whatever it is, up to one limit in bytes; what has been
 * requested the least goes first. Everything here can be made again. Thread-safe.
 */
public final class Kept {

    /** Of the memory that the program may take, the share that is for this. */
    private static final int SHARE = 5;

    private static final long LEAST = 4L << 20;

    /** Something that can be kept. */
    public interface Item {

        /** About what it takes of memory, in bytes. */
        int weight();

        /** Called when it is no longer kept; others may still be using it. */
        default void dropped() {}
    }

    private final long limit;
    private final Cache<Object, Item> items;
    private final LongAdder bytes = new LongAdder();
    private final LongAdder evicted = new LongAdder();

    /** @param limit in bytes */
    public Kept(long limit) {
        this.limit = limit;
        this.items = Caffeine.newBuilder()
                .maximumWeight(limit)
                .<Object, Item>weigher((_, item) -> item.weight())
                .removalListener(this::removed)
                // At once, on the thread that adds: otherwise there would be too much for a while.
                .executor(Runnable::run)
                .build();
    }

    /** With a limit that follows from the size of the heap. */
    public static Kept ofHeap() {
        return new Kept(Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE));
    }

    private void removed(@Nullable Object key, @Nullable Item item, RemovalCause cause) {
        Item gone = Objects.requireNonNull(item);
        bytes.add(-gone.weight());
        if (cause.wasEvicted()) {
            evicted.increment();
        }
        gone.dropped();
    }

    /** What is kept under a key, which always has the same type; null if it is not or no longer kept. */
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

    /** In bytes. */
    public long limit() {
        return limit;
    }

    /** In bytes, now. */
    public long bytes() {
        return bytes.sum();
    }

    /** How many were dropped for lack of room since the start. */
    public long evicted() {
        return evicted.sum();
    }
}
