package org.dateline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdmissionTest {

    private final AtomicBoolean full = new AtomicBoolean();

    /** Two processors: one drawing, two queries; eight connections to the database. */
    private final Admission admission = new Admission(2, new Room(100), 8, null, _ -> full.get());

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        admission.close();
    }

    private CompletableFuture<String> drawUntilTheEnd(Client client) {
        return admission.submit(WorkKind.DRAWING, Cost.HEAVY, client, null, () -> {
            end.await();
            return "drawn";
        });
    }

    private void await(WorkKind kind, int running, int waiting) throws InterruptedException {
        while (admission.load(kind).running() != running || admission.load(kind).waiting() != waiting) {
            Thread.sleep(1);
        }
    }

    @Test
    void one_drawing_runs_and_the_next_waits() throws Exception {
        CompletableFuture<String> first = drawUntilTheEnd(new Client("a"));
        CompletableFuture<String> second = drawUntilTheEnd(new Client("b"));

        await(WorkKind.DRAWING, 1, 1);
        end.countDown();

        assertThat(first.get()).isEqualTo("drawn");
        assertThat(second.get()).isEqualTo("drawn");
    }

    @Test
    void work_is_refused_while_there_is_no_memory_for_it() throws Exception {
        full.set(true);
        CompletableFuture<String> refused =
                admission.submit(WorkKind.QUERY, Cost.HEAVY, new Client("a"), null, () -> "found");
        full.set(false);

        assertThatThrownBy(refused::get).hasCauseInstanceOf(BusyException.class);
        assertThat(admission
                        .submit(WorkKind.QUERY, Cost.HEAVY, new Client("a"), null, () -> "found")
                        .get())
                .isEqualTo("found");
    }

    @Test
    void kinds_do_not_wait_for_each_other() throws Exception {
        drawUntilTheEnd(new Client("a"));
        await(WorkKind.DRAWING, 1, 0);

        assertThat(admission
                        .submit(WorkKind.QUERY, Cost.HEAVY, new Client("a"), null, () -> "found")
                        .get())
                .isEqualTo("found");
    }

    @Test
    void with_too_many_waiting_the_greediest_is_refused() throws Exception {
        Client greedy = new Client("greedy");
        drawUntilTheEnd(greedy);
        await(WorkKind.DRAWING, 1, 0);
        greedy.use().add(Duration.ofSeconds(9).toNanos());
        List<CompletableFuture<String>> many = new ArrayList<>();
        for (int i = 0; i < Admission.MOST_WAITING; i++) {
            many.add(drawUntilTheEnd(greedy));
        }
        CompletableFuture<String> modest = drawUntilTheEnd(new Client("modest"));

        assertThat(modest).isNotDone();
        assertThat(many.stream().filter(CompletableFuture::isDone))
                .singleElement()
                .satisfies(refused -> assertThatThrownBy(refused::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(BusyException.class));
        assertThat(admission.load(WorkKind.DRAWING).refused()).isEqualTo(1);
    }

    @Test
    void the_next_is_that_of_whoever_used_the_least() throws Exception {
        drawUntilTheEnd(new Client("first"));
        await(WorkKind.DRAWING, 1, 0);
        Client greedy = new Client("greedy");
        greedy.use().add(Duration.ofSeconds(9).toNanos());
        List<String> order = new ArrayList<>();
        CompletableFuture<Boolean> late =
                admission.submit(WorkKind.DRAWING, Cost.HEAVY, greedy, null, () -> order.add("greedy"));
        CompletableFuture<Boolean> soon =
                admission.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("modest"), null, () -> order.add("modest"));
        end.countDown();
        soon.get();
        late.get();

        assertThat(order).containsExactly("modest", "greedy");
    }

    @Test
    void of_those_who_used_about_the_same_the_first_to_come_is_served_first() throws Exception {
        drawUntilTheEnd(new Client("running"));
        await(WorkKind.DRAWING, 1, 0);
        Client slowlyAnswered = new Client("slowly answered");
        slowlyAnswered.use().add(Duration.ofMillis(100).toNanos());
        List<String> order = new ArrayList<>();
        CompletableFuture<Boolean> first =
                admission.submit(WorkKind.DRAWING, Cost.HEAVY, slowlyAnswered, null, () -> order.add("first"));
        Thread.sleep(20);
        CompletableFuture<Boolean> second =
                admission.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("new"), null, () -> order.add("second"));
        end.countDown();
        first.get();
        second.get();

        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void work_of_a_client_that_has_left_stops_and_makes_room() throws Exception {
        Client client = new Client("a");
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> drawing = admission.submit(WorkKind.DRAWING, Cost.HEAVY, client, null, () -> {
            begun.countDown();
            while (true) {
                Admission.check();
            }
        });
        begun.await();
        client.leave();

        assertThatThrownBy(drawing::get).isInstanceOf(CancellationException.class);
        await(WorkKind.DRAWING, 0, 0);
    }

    @Test
    void work_that_waits_is_not_begun_once_its_client_has_left() throws Exception {
        drawUntilTheEnd(new Client("a"));
        await(WorkKind.DRAWING, 1, 0);
        AtomicBoolean begun = new AtomicBoolean();
        Client client = new Client("b");
        admission.submit(WorkKind.DRAWING, Cost.HEAVY, client, null, () -> {
            begun.set(true);
            return "";
        });
        client.leave();
        end.countDown();
        await(WorkKind.DRAWING, 0, 0);

        assertThat(begun).isFalse();
    }

    @Test
    void the_same_is_made_once_for_all_who_wait_even_if_the_first_leaves() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        Client first = new Client("a");
        admission.once("image", WorkKind.DRAWING, Cost.HEAVY, first, () -> {
            begun.countDown();
            end.await();
            Admission.check();
            return made.incrementAndGet();
        });
        CompletableFuture<Integer> second =
                admission.once("image", WorkKind.DRAWING, Cost.HEAVY, new Client("b"), made::incrementAndGet);
        begun.await();
        first.leave();
        end.countDown();

        assertThat(second.get()).isEqualTo(1);
    }

    @Test
    void long_queries_make_room_for_short_ones() throws Exception {
        List<CompletableFuture<String>> heavy = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            heavy.add(admission.submit(WorkKind.QUERY, Cost.HEAVY, new Client("greedy"), null, () -> {
                while (end.getCount() > 0) {
                    Admission.checkAndMakeRoom();
                }
                return "long";
            }));
        }

        assertThat(admission
                        .submit(WorkKind.QUERY, Cost.HEAVY, new Client("modest"), null, () -> "short")
                        .get())
                .isEqualTo("short");
        assertThat(heavy).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void drawings_hold_memory_and_make_no_room() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        admission.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("a"), null, () -> {
            begun.countDown();
            while (end.getCount() > 0) {
                Admission.check();
            }
            return "";
        });
        begun.await();
        CompletableFuture<String> next = drawUntilTheEnd(new Client("b"));
        TimeUnit.MILLISECONDS.sleep(100);

        assertThat(next).isNotDone();
        assertThat(admission.load(WorkKind.DRAWING))
                .extracting("running", "waiting")
                .containsExactly(1, 1);
    }

    @Test
    void a_query_that_takes_too_long_is_refused_and_ends() throws Exception {
        try (Admission strict = new Admission(2, new Room(100), 8, Duration.ofMillis(30), _ -> false)) {
            CompletableFuture<String> endless = strict.submit(WorkKind.QUERY, Cost.HEAVY, new Client("a"), null, () -> {
                while (true) {
                    Admission.check();
                }
            });

            assertThatThrownBy(endless::get)
                    .hasCauseInstanceOf(BusyException.class)
                    .hasMessageContaining("took longer");
        }
    }

    @Test
    void a_quarter_of_the_database_is_kept_for_light_queries() throws Exception {
        for (int i = 0; i < 10; i++) {
            Client heavy = new Client("heavy");
            heavy.use().add(Duration.ofSeconds(9).toNanos());
            admission.submit(WorkKind.DATABASE, Cost.HEAVY, heavy, null, () -> {
                end.await();
                return "";
            });
        }
        await(WorkKind.DATABASE, 6, 4);

        assertThat(admission
                        .submit(WorkKind.DATABASE, Cost.LIGHT, new Client("modest"), null, () -> "found")
                        .get())
                .isEqualTo("found");
    }

    @Test
    void a_request_that_was_heavy_before_is_heavy_from_a_new_connection_too() throws Exception {
        for (int i = 0; i < 2; i++) {
            CompletableFuture<String> slow =
                    admission.submit(WorkKind.DATABASE, Cost.LIGHT, new Client("a"), "filter=slow", () -> {
                        TimeUnit.MILLISECONDS.sleep(600);
                        return "";
                    });
            slow.get();
        }
        for (int i = 0; i < 10; i++) {
            admission.submit(WorkKind.DATABASE, Cost.LIGHT, new Client("a"), "filter=slow", () -> {
                end.await();
                return "";
            });
        }
        await(WorkKind.DATABASE, 6, 4);

        assertThat(admission
                        .submit(WorkKind.DATABASE, Cost.LIGHT, new Client("a"), "limit=1", () -> "found")
                        .get())
                .isEqualTo("found");
    }

    @Test
    void a_query_that_waits_for_the_database_lets_others_run() throws Exception {
        for (int i = 0; i < 4; i++) {
            admission.submit(
                    WorkKind.QUERY,
                    Cost.HEAVY,
                    new Client("a"),
                    null,
                    () -> Admission.as(WorkKind.DATABASE, () -> {
                        end.await();
                        return "";
                    }));
        }
        await(WorkKind.DATABASE, 4, 0);

        assertThat(admission.load(WorkKind.QUERY).running()).isZero();
        assertThat(admission
                        .submit(WorkKind.QUERY, Cost.HEAVY, new Client("b"), null, () -> "found")
                        .get())
                .isEqualTo("found");
    }

    @Test
    void what_fails_says_so_and_makes_room() {
        CompletableFuture<String> broken = admission.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("a"), null, () -> {
            throw new IllegalArgumentException("no such place");
        });

        assertThatThrownBy(broken::get).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(admission.load(WorkKind.DRAWING).running()).isZero();
    }

    @Test
    void light_queries_run_beside_heavy_ones_that_make_no_room() throws Exception {
        for (int i = 0; i < 6; i++) {
            admission.submit(WorkKind.QUERY, Cost.HEAVY, new Client("a"), null, () -> {
                end.await();
                return "";
            });
        }
        await(WorkKind.QUERY, 2, 4);

        assertThat(admission
                        .submit(WorkKind.QUERY, Cost.LIGHT, new Client("a"), null, () -> "found")
                        .get())
                .isEqualTo("found");
    }

    @Test
    void whoever_used_little_goes_first_and_of_one_address_light_work() throws Exception {
        try (Admission one = new Admission(2, new Room(100), 1, null, _ -> false)) {
            one.submit(WorkKind.DATABASE, Cost.LIGHT, new Client("greedy"), null, () -> {
                        TimeUnit.MILLISECONDS.sleep(800);
                        return "";
                    })
                    .get();
            one.submit(WorkKind.DATABASE, Cost.LIGHT, new Client("first"), null, () -> {
                end.await();
                return "";
            });
            List<String> order = new CopyOnWriteArrayList<>();
            List<CompletableFuture<Boolean>> all = List.of(
                    one.submit(WorkKind.DATABASE, Cost.HEAVY, new Client("greedy"), null, () -> order.add("heavy")),
                    one.submit(WorkKind.DATABASE, Cost.LIGHT, new Client("greedy"), null, () -> order.add("light")),
                    one.submit(WorkKind.DATABASE, Cost.HEAVY, new Client("modest"), null, () -> order.add("modest")));
            end.countDown();
            for (CompletableFuture<Boolean> each : all) {
                each.get();
            }

            assertThat(order).containsExactly("modest", "light", "heavy");
        }
    }

    @Test
    void heavy_work_of_all_kinds_shares_the_memory_and_light_work_needs_none() throws Exception {
        try (Admission small = new Admission(4, new Room(1), 8, null, _ -> false)) {
            CompletableFuture<String> drawing =
                    small.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("a"), null, () -> {
                        end.await();
                        return "drawn";
                    });
            CompletableFuture<String> filter =
                    small.submit(WorkKind.QUERY, Cost.HEAVY, new Client("b"), null, () -> "filtered");
            CompletableFuture<String> light =
                    small.submit(WorkKind.QUERY, Cost.LIGHT, new Client("c"), null, () -> "found");

            assertThat(light.get()).isEqualTo("found");
            assertThat(filter).isNotDone();
            end.countDown();
            assertThat(drawing.get()).isEqualTo("drawn");
            assertThat(filter.get()).isEqualTo("filtered");
        }
    }

    @Test
    void work_that_waits_for_the_database_holds_no_memory_of_others() throws Exception {
        try (Admission small = new Admission(4, new Room(1), 8, null, _ -> false)) {
            small.submit(
                    WorkKind.QUERY,
                    Cost.HEAVY,
                    new Client("a"),
                    null,
                    () -> Admission.as(WorkKind.DATABASE, () -> {
                        end.await();
                        return "";
                    }));
            while (small.load(WorkKind.DATABASE).running() == 0) {
                Thread.sleep(1);
            }

            assertThat(small.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("b"), null, () -> "drawn")
                            .get())
                    .isEqualTo("drawn");
        }
    }

    @Test
    void a_new_state_of_the_catalog_takes_its_memory_before_all_that_waits() throws Exception {
        Room room = new Room(1);
        try (Admission small = new Admission(4, room, 8, null, _ -> false)) {
            CompletableFuture<String> first = small.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("a"), null, () -> {
                end.await();
                return "drawn";
            });
            CountDownLatch claimed = new CountDownLatch(1);
            CountDownLatch reloaded = new CountDownLatch(1);
            Thread reload = Thread.ofPlatform().start(() -> {
                try {
                    room.claim(Duration.ofSeconds(20));
                    claimed.countDown();
                    reloaded.await();
                    room.release();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            while (reload.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
            CompletableFuture<String> second =
                    small.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("b"), null, () -> "next");
            end.countDown();
            claimed.await();
            assertThat(first.get()).isEqualTo("drawn");
            assertThat(second).isNotDone();
            reloaded.countDown();
            assertThat(second.get()).isEqualTo("next");
        }
    }

    @Test
    void a_new_state_of_the_catalog_does_not_wait_for_ever() throws Exception {
        Room room = new Room(1);
        assertThat(room.take()).isTrue();
        room.claim(Duration.ofMillis(10));
        room.release();

        assertThat(room.isFree()).isFalse();
        room.giveBack();
        assertThat(room.isFree()).isTrue();
    }

    @Test
    void while_the_heap_is_nearly_full_light_work_is_still_done() throws Exception {
        try (Admission tight = new Admission(2, new Room(100), 8, null, cost -> cost == Cost.HEAVY)) {
            assertThatThrownBy(() -> tight.submit(WorkKind.QUERY, Cost.HEAVY, new Client("a"), null, () -> "found")
                            .get())
                    .hasCauseInstanceOf(BusyException.class);
            assertThat(tight.submit(WorkKind.QUERY, Cost.LIGHT, new Client("a"), null, () -> "found")
                            .get())
                    .isEqualTo("found");
        }
    }

    @Test
    void what_has_been_answered_is_not_kept_in_memory() throws Exception {
        drawUntilTheEnd(new Client("a"));
        await(WorkKind.DRAWING, 1, 0);
        CompletableFuture<byte[]> waited =
                admission.submit(WorkKind.DRAWING, Cost.HEAVY, new Client("b"), null, () -> new byte[1 << 20]);
        await(WorkKind.DRAWING, 1, 1);
        end.countDown();
        WeakReference<byte[]> result = new WeakReference<>(waited.get());
        waited = null;
        long until = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (result.get() != null && System.nanoTime() < until) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(result.get()).isNull();
    }

    @Test
    void at_the_end_what_waits_is_refused_and_no_thread_fails() throws Exception {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> failures.add(failure));
        try {
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(admission.submit(WorkKind.DATABASE, Cost.HEAVY, new Client("a"), null, () -> {
                    end.await();
                    return "";
                }));
            }
            // Some wait in the middle of their work.
            for (int i = 0; i < 4; i++) {
                all.add(admission.submit(WorkKind.QUERY, Cost.HEAVY, new Client("b"), null, () -> {
                    while (true) {
                        Admission.checkAndMakeRoom();
                    }
                }));
            }
            await(WorkKind.DATABASE, 6, 6);
            admission.close();
            CompletableFuture<String> late =
                    admission.submit(WorkKind.DATABASE, Cost.LIGHT, new Client("a"), null, () -> "late");

            for (CompletableFuture<String> one : all) {
                assertThatThrownBy(() -> one.get(20, TimeUnit.SECONDS)).isNotInstanceOf(TimeoutException.class);
            }
            assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(BusyException.class);
            await(WorkKind.DATABASE, 0, 0);
            await(WorkKind.QUERY, 0, 0);
            assertThat(failures).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void a_first_run_that_is_slow_does_not_make_a_request_heavy() throws Exception {
        UsualTime usual = new UsualTime();
        usual.ran(Duration.ofSeconds(3).toNanos());
        assertThat(usual.nanos()).isZero();
        usual.ran(1_000);
        usual.ran(1_000);
        usual.ran(Duration.ofSeconds(3).toNanos());
        assertThat(usual.nanos()).isEqualTo(1_000);
        usual.ran(Duration.ofSeconds(2).toNanos());
        assertThat(usual.nanos()).isEqualTo(2e9);
    }

    @Test
    void waiting_for_a_processor_does_not_make_a_request_heavy() throws Exception {
        for (int i = 0; i < 2; i++) {
            admission
                    .submit(WorkKind.QUERY, Cost.LIGHT, new Client("a"), "limit=1", () -> {
                        TimeUnit.MILLISECONDS.sleep(600);
                        return "";
                    })
                    .get();
        }
        for (int i = 0; i < 2; i++) {
            admission.submit(WorkKind.QUERY, Cost.HEAVY, new Client("b"), null, () -> {
                end.await();
                return "";
            });
        }
        await(WorkKind.QUERY, 2, 0);

        assertThat(admission
                        .submit(WorkKind.QUERY, Cost.LIGHT, new Client("a"), "limit=1", () -> "found")
                        .get())
                .isEqualTo("found");
    }
}
