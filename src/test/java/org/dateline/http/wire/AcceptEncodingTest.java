package org.dateline.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dateline.site.resource.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | BROTLI GZIP IDENTITY",
                "gzip;q=1.0, br;q=0      | GZIP IDENTITY",
                "*                       | BROTLI GZIP IDENTITY",
                "*;q=0                   | IDENTITY",
                "br ; q = 0.000 , *      | GZIP IDENTITY",
                "compress                | IDENTITY",
                "gzip;q=zero             | GZIP IDENTITY",
            })
    void the_encodings_of_a_header_come_best_first(String header, String expected) {
        List<Encoding> all =
                Arrays.stream(expected.split(" ")).map(Encoding::valueOf).toList();

        assertThat(AcceptEncoding.preferred(header)).isEqualTo(all);
    }

    @Test
    void a_flood_of_odd_headers_does_not_displace_the_usual_ones() {
        String usual = "gzip, deflate, br";
        List<Encoding> read = AcceptEncoding.preferred(usual);
        for (int i = 0; i < 20_000; i++) {
            AcceptEncoding.preferred("odd-" + i);
            if (i % 20 == 0) {
                AcceptEncoding.preferred(usual);
            }
        }

        // The same list, so it has not been parsed again.
        assertThat(AcceptEncoding.preferred(usual)).isSameAs(read);
        assertThat(AcceptEncoding.remembered()).isLessThanOrEqualTo(200);
    }

    @Test
    void a_long_header_is_read_and_not_remembered() {
        String header = "x".repeat(8_000) + ", gzip";

        assertThat(AcceptEncoding.preferred(header)).containsExactly(Encoding.GZIP, Encoding.IDENTITY);
        assertThat(AcceptEncoding.preferred(header)).isNotSameAs(AcceptEncoding.preferred(header));
    }
}
