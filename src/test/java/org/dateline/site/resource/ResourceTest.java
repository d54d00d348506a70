package org.dateline.site.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceTest {

    private static final String CONTENT = "the same words again and again, ".repeat(100);

    private static Resource page(AtomicInteger made) {
        return new Resource("text/html", Resource.Caching.REVALIDATE, () -> {
            made.incrementAndGet();
            return Resource.utf8(CONTENT);
        });
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void any_encoding_may_be_the_first_that_is_asked_for(Encoding first) {
        assertThat(page(new AtomicInteger()).body(first)).isPresent();
    }

    @Test
    void the_content_is_made_once_however_many_ask_at_the_same_time() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Resource page = page(made);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> questions = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Encoding encoding = Encoding.values()[i % Encoding.values().length];
                questions.add(() -> page.body(encoding).isPresent());
            }
            for (Future<Boolean> answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void what_is_compressed_already_or_gains_nothing_is_sent_as_it_is() {
        Resource picture = new Resource("image/webp", Resource.Caching.IMMUTABLE, () -> Resource.utf8(CONTENT));
        Resource tiny = new Resource("text/plain", Resource.Caching.IMMUTABLE, () -> Resource.utf8("x"));

        assertThat(picture.body(Encoding.GZIP)).isEmpty();
        assertThat(tiny.body(Encoding.GZIP)).isEmpty();
        assertThat(tiny.identity().bytes()).hasSize(1);
    }
}
