package org.dateline.site.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceTest {

    private static final String CONTENT = "the same words again and again, ".repeat(100);

    private static final Resource PAGE =
            new Resource("text/html", Resource.Caching.REVALIDATE, () -> Resource.utf8(CONTENT));

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void any_encoding_may_be_requested_first(Encoding first) {
        assertThat(PAGE.body(first)).isPresent();
    }

    @Test
    void content_that_compression_does_not_shrink_is_sent_unchanged() {
        Resource picture = new Resource("image/webp", Resource.Caching.IMMUTABLE, () -> Resource.utf8(CONTENT));
        Resource tiny = new Resource("text/plain", Resource.Caching.IMMUTABLE, () -> Resource.utf8("x"));

        assertThat(picture.body(Encoding.GZIP)).isEmpty();
        assertThat(tiny.body(Encoding.GZIP)).isEmpty();
        assertThat(tiny.identity().bytes()).hasSize(1);
    }
}
