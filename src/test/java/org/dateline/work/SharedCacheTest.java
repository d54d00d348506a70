package org.dateline.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedCacheTest {

    private final AtomicInteger dropped = new AtomicInteger();

    private final class Thing implements SharedCache.Item {

        private final int weight;

        Thing(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }

        @Override
        public void dropped() {
            dropped.incrementAndGet();
        }
    }

    @Test
    void it_never_holds_more_than_its_limit_and_tells_what_goes() {
        SharedCache cache = new SharedCache(1_000);
        for (int i = 0; i < 100; i++) {
            cache.keep(i, new Thing(100));
            assertThat(cache.bytes()).isLessThanOrEqualTo(1_000);
        }

        assertThat(cache.bytes()).isEqualTo(1_000);
        assertThat(dropped).hasValue(90);
        assertThat(cache.evicted()).isEqualTo(90);
    }

    @Test
    void what_is_larger_than_all_of_it_is_not_kept() {
        SharedCache cache = new SharedCache(1_000);
        cache.keep("usual", new Thing(100));
        cache.keep("huge", new Thing(2_000));

        assertThat(cache.<Thing>find("huge")).isNull();
        assertThat(cache.<Thing>find("usual")).isNotNull();
    }

    @Test
    void what_is_replaced_or_no_longer_needed_goes() {
        SharedCache cache = new SharedCache(1_000);
        cache.keep("page", new Thing(100));
        cache.keep("page", new Thing(200));
        cache.keep("tile", new Thing(300));
        cache.dropIf(key -> key.equals("tile"));

        assertThat(cache.bytes()).isEqualTo(200);
        assertThat(dropped).hasValue(2);
    }
}
