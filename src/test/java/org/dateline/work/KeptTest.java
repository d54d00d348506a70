package org.dateline.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final AtomicInteger dropped = new AtomicInteger();

    private final class Thing implements Kept.Item {

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
        Kept kept = new Kept(1_000);
        for (int i = 0; i < 100; i++) {
            kept.keep(i, new Thing(100));
            assertThat(kept.bytes()).isLessThanOrEqualTo(1_000);
        }

        assertThat(kept.bytes()).isEqualTo(1_000);
        assertThat(dropped).hasValue(90);
        assertThat(kept.evicted()).isEqualTo(90);
    }

    @Test
    void what_is_larger_than_all_of_it_is_not_kept() {
        Kept kept = new Kept(1_000);
        kept.keep("usual", new Thing(100));
        kept.keep("huge", new Thing(2_000));

        assertThat(kept.<Thing>find("huge")).isNull();
        assertThat(kept.<Thing>find("usual")).isNotNull();
    }

    @Test
    void what_is_replaced_or_no_longer_needed_goes() {
        Kept kept = new Kept(1_000);
        kept.keep("page", new Thing(100));
        kept.keep("page", new Thing(200));
        kept.keep("tile", new Thing(300));
        kept.dropIf(key -> key.equals("tile"));

        assertThat(kept.bytes()).isEqualTo(200);
        assertThat(dropped).hasValue(2);
    }
}
