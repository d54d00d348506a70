package org.dateline.site.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class EncodingTest {

    @Test
    void an_answer_to_one_request_is_compressed_quickly_and_what_is_kept_is_compressed_best() throws Exception {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            rows.append("{\"id\":")
                    .append(i)
                    .append(",\"place\":\"Place ")
                    .append(random.nextInt(500))
                    .append("\"}\n");
        }
        byte[] plain = Resource.utf8(rows.toString());

        byte[] quick = Encoding.quickGzip(plain);
        byte[] best = Encoding.GZIP.encode(plain).orElseThrow();

        for (byte[] encoded : new byte[][] {quick, best}) {
            assertThat(new GZIPInputStream(new ByteArrayInputStream(encoded)).readAllBytes())
                    .isEqualTo(plain);
        }
        assertThat(quick.length).isBetween(best.length + 1, best.length * 5 / 4);
    }
}
