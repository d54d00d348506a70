package org.dateline.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.FullHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SlowResource;
import org.dateline.work.SharedCache;
import org.junit.jupiter.api.Test;

class PreparedResourceTest {

    private static final SiteHeaders HEADERS = new SiteHeaders(null);

    private final SharedCache cache = new SharedCache(1 << 20);
    private final AtomicInteger made = new AtomicInteger();

    private byte[] content() {
        made.incrementAndGet();
        return Resource.utf8("the same words again and again, ".repeat(100));
    }

    @Test
    void an_encoding_is_made_once_and_then_at_hand() {
        PreparedResource page = new PreparedResource(new Resource("text/html", this::content), HEADERS, cache);
        assertThat(page.find(Encoding.GZIP)).isNull();

        page.make(List.of(Encoding.GZIP, Encoding.IDENTITY));

        assertThat(page.find(Encoding.GZIP)).isNotNull();
        assertThat(made).hasValue(1);
    }

    @Test
    void a_drawing_is_not_drawn_again_for_another_encoding() {
        PreparedResource drawing =
                new PreparedResource(new SlowResource("image/svg+xml", this::content), HEADERS, cache);
        drawing.makeAll();

        assertThat(made).hasValue(1);
    }

    @Test
    void what_encoding_does_not_make_smaller_is_sent_as_it_is_from_then_on() {
        PreparedResource tiny =
                new PreparedResource(new Resource("text/plain", () -> Resource.utf8("x")), HEADERS, cache);
        assertThat(tiny.make(List.of(Encoding.BROTLI, Encoding.GZIP, Encoding.IDENTITY))
                        .encoding())
                .isEqualTo(Encoding.IDENTITY);

        assertThat(tiny.choose(List.of(Encoding.BROTLI, Encoding.GZIP, Encoding.IDENTITY)))
                .isEqualTo(Encoding.IDENTITY);
    }

    @Test
    void a_response_under_way_outlives_what_was_kept() {
        PreparedResource page = new PreparedResource(new Resource("text/html", this::content), HEADERS, cache);
        page.make(List.of(Encoding.IDENTITY));
        PreparedResource.Variant variant = page.find(Encoding.IDENTITY);
        FullHttpResponse response = variant.respond(false, null);
        page.drop();

        assertThat(page.find(Encoding.IDENTITY)).isNull();
        assertThat(response.content().toString(StandardCharsets.UTF_8)).startsWith("the same words");
        assertThat(response.release()).isTrue();
        assertThat(variant.respond(false, null)).isNull();
        assertThat(variant.bytes()).isNull();
    }
}
