package org.dateline.work;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Whether the heap has room for more work: how much of it was in use after the last collection. If that was too much, it is
 * collected again every other second, so that work is refused no longer than need be. Thread-safe.
 */
final class Heap {

    /** The used share of the heap from which there is no room for heavy work. */
    private static final double TOO_FULL_FOR_HEAVY = 0.8;

    /** The used share of the heap from which there is none at all. */
    private static final double FULL = 0.95;

    private static final long AGAIN_AFTER = Duration.ofSeconds(2).toNanos();

    private final AtomicLong collected = new AtomicLong(System.nanoTime() - AGAIN_AFTER);

    /** The pool of what lives long: the largest. Found at the first question, because that takes a while. */
    private static final class Pool {
        static final @Nullable MemoryPoolMXBean LARGEST = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
                .orElse(null);
    }

    boolean hasNoRoomFor(Cost cost) {
        double limit = cost == Cost.LIGHT ? FULL : TOO_FULL_FOR_HEAVY;
        if (used() <= limit) {
            return false;
        }
        long last = collected.get();
        long now = System.nanoTime();
        if (now - last < AGAIN_AFTER || !collected.compareAndSet(last, now)) {
            return true;
        }
        System.gc();
        return used() > limit;
    }

    /** The share of the heap that was in use after the last collection. */
    private static double used() {
        MemoryUsage usage = Pool.LARGEST == null ? null : Pool.LARGEST.getCollectionUsage();
        return usage == null || usage.getMax() <= 0 ? 0 : (double) usage.getUsed() / usage.getMax();
    }
}
