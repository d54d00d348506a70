package org.dateline.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = TrustedProxies.of("10.0.0.0/9", "192.0.2.7", "2001:db8::/33");

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    10.1.2.3     | 198.51.100.9                            | 198.51.100.9
                    10.1.2.3     | 203.0.113.5, 198.51.100.9               | 198.51.100.9
                    10.1.2.3     | 198.51.100.9, 192.0.2.7, 10.127.255.255 | 198.51.100.9
                    192.0.2.7    | 10.0.0.1                                | 10.0.0.1
                    2001:db8::1  | 2001:db8:8000::1                        | 2001:db8:8000::1
                    10.1.2.3     | unknown                                 | -
                    10.1.2.3     | 198.51.100.9, example.org               | -
                    10.128.0.1   | 198.51.100.9                            | -
                    192.0.2.8    | 198.51.100.9                            | -
                    2001:db8:8000::1 | 198.51.100.9                        | -
                    127.0.0.1    | 198.51.100.9                            | -
                    10.1.2.3     | -                                       | -
                    """)
    void the_client_is_the_last_address_that_a_trusted_proxy_wrote(String peer, String forwarded, String client) {
        assertThat(PROXIES.client(new InetSocketAddress(peer, 1), forwarded)).isEqualTo(client);
    }
}
