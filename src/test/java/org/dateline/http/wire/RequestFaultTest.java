package org.dateline.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dateline.Catalogs;
import org.dateline.http.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFaultTest {

    private static final String NEXT = "GET /catalog.json HTTP/1.1\r\nHost: x\r\n\r\n";

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Catalogs.JAFFAR_EXPRESS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** All that the server says until it closes the connection. */
    private static String answer(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nhost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x, y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: user@x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x:80:80\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: [:::]\r\n\r\n",
                "GET /ogc/ HTTP/1.1\r\nHost: [1::2::3]:80\r\n\r\n",
                "get / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.9\r\nHost: x\r\n\r\n",
                "GET / http/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.2\r\nHost: x\r\n\r\n",
                "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
                "GET / HTTP/0.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked, xchunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n xchunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\n\r\nhello",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\nhello",
                "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
            })
    void what_could_be_read_as_two_things_is_refused_and_its_connection_closed(String request) throws Exception {
        String answer = answer(request + NEXT);

        assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*");
        assertThat(answer.split("HTTP/1\\.[01] [0-9]", -1)).as(answer).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /favicon.svg HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n",
                "GET /favicon.svg HTTP/1.1\r\nHost: EXAMPLE.org:8080\r\nConnection: close\r\n\r\n",
                "GET /favicon.svg HTTP/1.1\r\nHost: dateline_web:80\r\nConnection: close\r\n\r\n",
                "GET /favicon.svg HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\n\r\n",
                "GET /favicon.svg HTTP/1.0\r\n\r\n",
                "GET /favicon.svg HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
            })
    void what_the_standard_allows_is_answered(String request) throws Exception {
        assertThat(answer(request)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /favicon.svg HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n+5\r\nhello\r\n0\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloXX0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;a\nb\r\nhello\r\n0\r\n\r\n",
            })
    void a_connection_ends_with_a_body_whose_end_is_unclear(String request) throws Exception {
        long begun = System.nanoTime();
        String answer = answer(request + NEXT);

        assertThat(answer.split("HTTP/1\\.[01] [0-9]", -1)).as(answer).hasSizeLessThanOrEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Connections.LONGEST_REQUEST);
    }

    @Test
    void a_refusal_says_what_was_expected() throws Exception {
        assertThat(answer("GET / HTTP/1.1\r\n\r\n"))
                .contains("application/problem+json")
                .contains("expected the name or address of a host");
    }
}
