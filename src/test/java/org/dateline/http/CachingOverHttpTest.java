package org.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;

import java.net.URI;
import java.net.http.HttpResponse;
import org.dateline.Catalogs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Caches on the way and in browsers get what they need from every route (RFC 9110, sections 8.8.3, 12.5.5 and 13). */
class CachingOverHttpTest {

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Catalogs.JAFFAR_EXPRESS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/embed/overview/",
                "/embed/overview.png?width=200",
                "/embed/?place=sibi",
                "/records/places/",
                "/ogc/",
                "/ogc/api",
                "/ogc/style.css",
                "/ogc/collections",
                "/ogc/collections/places/items",
                "/ogc/collections/places/items?f=csv",
                "/ogc/collections/places/items/sibi",
                "/ogc/collections/places/tiles/WebMercatorQuad/0/0/0",
                "/oembed?url=/"
            })
    void each_representation_has_an_etag_of_its_own_and_is_not_sent_twice(String path) throws Exception {
        HttpResponse<byte[]> plain = server.get(path);
        HttpResponse<byte[]> gzip = server.get(path, "Accept-Encoding", "gzip");
        String etag = header(plain, "ETag");

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(etag).isNotNull();
        assertThat(header(plain, "Vary")).contains("Accept-Encoding");
        assertThat(header(gzip, "Vary")).isEqualTo(header(plain, "Vary"));
        if ("gzip".equals(header(gzip, "Content-Encoding"))) {
            assertThat(header(gzip, "ETag")).isNotEqualTo(etag);
        }
        HttpResponse<byte[]> again = server.get(path, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(etag);
        assertThat(header(again, "Vary")).isEqualTo(header(plain, "Vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc/collections/places/items", "/oembed?url=/"})
    void an_answer_that_names_the_requests_host_is_not_for_others(String path) throws Exception {
        HttpResponse<byte[]> answer = server.get(
                path,
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "host=evil.example;proto=https",
                "X-Forwarded-Proto",
                "https");

        assertThat(RunningServer.text(answer))
                .doesNotContain("evil.example", "https://127")
                .contains("http://127.0.0.1:" + server.port() + "/");
        assertThat(header(answer, "Vary")).contains("Host");
        assertThat(header(answer, "Cache-Control")).contains("private");
    }

    @Test
    void a_host_with_an_underscore_is_one() throws Exception {
        HttpResponse<byte[]> answer = server.get("/oembed?url=http://127.0.0.1:" + server.port() + "/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RawRequest.send(
                        server.port(),
                        "GET /oembed?url=http://map_server:8080/places/sibi/ HTTP/1.1",
                        "Host: map_server:8080"))
                .startsWith("HTTP/1.1 200")
                .contains("http://map_server:8080/embed/");
    }

    @Test
    void a_redirect_keeps_the_query_and_any_prefix_of_a_proxy() throws Exception {
        String location = header(server.get("/places/sibi?utm_source=mail&x=%20"), "Location");
        assertThat(URI.create("https://news.example/maps/places/sibi").resolve(location))
                .hasToString("https://news.example/maps/places/sibi/?utm_source=mail&x=%20");
    }
}
