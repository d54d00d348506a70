package org.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dateline.http.RunningServer.text;

import org.dateline.Catalogs;
import org.dateline.http.wire.TrustedProxies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server behind a proxy that its operator named. */
class TrustedProxiesOverHttpTest {

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Catalogs.JAFFAR_EXPRESS, null, TrustedProxies.of("192.0.2.0/24", "127.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https | maps.example.org      |      |             | https://maps.example.org/
                    https | maps.example.org:8443 |      | /train      | https://maps.example.org:8443/train/
                    https | maps.example.org      | 443  | /a/train/   | https://maps.example.org/a/train/
                    http  | maps.example.org:8080 | 8081 |             | http://maps.example.org:8081/
                    https | evil.example, maps.example.org | | /x, /y   | https://maps.example.org/y/
                    """)
    void answers_name_the_address_that_readers_know(String proto, String host, String port, String prefix, String root)
            throws Exception {
        assertThat(text(server.get(
                        "/ogc/",
                        "X-Forwarded-Proto",
                        proto,
                        "X-Forwarded-Host",
                        host,
                        "X-Forwarded-Port",
                        port == null ? "" : port,
                        "X-Forwarded-Prefix",
                        prefix == null ? "" : prefix)))
                .contains("\"" + root + "ogc/collections\"")
                .doesNotContain("127.0.0.1", "evil");
        assertThat(text(server.get(
                        "/oembed?url=" + root + "places/gwadar/",
                        "X-Forwarded-Proto",
                        proto,
                        "X-Forwarded-Host",
                        host,
                        "X-Forwarded-Port",
                        port == null ? "" : port,
                        "X-Forwarded-Prefix",
                        prefix == null ? "" : prefix)))
                .contains(root + "embed/gwadar/");
    }

    @ParameterizedTest
    @CsvSource({"Proto, gopher", "Host, a b", "Port, x", "Prefix, //evil.example", "Prefix, /a/<b>"})
    void what_a_proxy_cannot_mean_is_refused(String header, String value) throws Exception {
        var answer = server.get("/ogc/", "X-Forwarded-" + header, value);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains("X-Forwarded-" + header).contains("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "localhost", "10.0.0.0/", "", "2001:db8::/129", "1.2.3/8x"})
    void what_is_no_network_is_refused(String network) {
        assertThatThrownBy(() -> TrustedProxies.of(network))
                .hasMessageContaining("got the proxy \"" + network + "\", expected an address or a network");
    }
}
