package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import org.junit.jupiter.api.Test;

class KeptAnswerTest {

    @Test
    void all_headers_and_bytes_are_sent_again() {
        byte[] body = {1, 2, 3};
        HttpResponse<byte[]> sent = HttpResponse.ok(body)
                .header("Link", "<a>; rel=\"next\"")
                .header("Link", "<b>; rel=\"prev\"")
                .header("ETag", "W/\"1\"");

        HttpResponse<?> again = KeptAnswer.of(sent).response(HttpMethod.GET);

        assertThat(again.body()).isEqualTo(body);
        assertThat(again.getHeaders().asMap()).isEqualTo(sent.getHeaders().asMap());
        assertThat(again.getHeaders().getAll("Link")).hasSize(2);
    }

    @Test
    void only_pages_of_a_screenful_are_kept() {
        assertThat(KeptAnswer.of(HttpResponse.ok(new byte[KeptAnswer.LARGEST]))).isNotNull();
        assertThat(KeptAnswer.of(HttpResponse.ok(new byte[KeptAnswer.LARGEST + 1])))
                .isNull();
        assertThat(KeptAnswer.of(HttpResponse.notFound(new byte[1]))).isNull();
        assertThat(KeptAnswer.of(HttpResponse.ok())).isNull();
    }
}
