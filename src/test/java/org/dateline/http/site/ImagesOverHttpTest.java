package org.dateline.http.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.dateline.Catalogs;
import org.dateline.http.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ImagesOverHttpTest {

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
    @CsvSource({
        "/embed/hostages.svg, image/svg+xml",
        "/embed/hostages.png, image/png",
        "/embed/hostages@2x.png, image/png",
        "/embed/hostages.pdf, application/pdf",
        "/embed/hostages/card.png, image/png",
        "/ur/embed/hostages.svg, image/svg+xml",
        "/ur/embed/hostages/card.png, image/png",
    })
    void a_cached_image_is_the_same_as_a_newly_drawn_one(String path, String mediaType) throws Exception {
        HttpResponse<byte[]> drawn = server.get(path);
        HttpResponse<byte[]> kept = server.get(path);

        for (HttpResponse<byte[]> response : new HttpResponse[] {drawn, kept}) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).isEqualTo(mediaType);
            assertThat(header(response, "ETag")).matches("\"[0-9a-f]{32}\"");
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        }
        assertThat(kept.body()).isEqualTo(drawn.body());
        assertThat(header(kept, "ETag")).isEqualTo(header(drawn, "ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "?width=400, 400",
        "?width=2400, 2400",
        "?scale=1, 900",
        "?scale=2, 1800",
        "?width=300&width=200, 200",
        "?utm_source=feed, 900",
    })
    void an_image_has_the_requested_width(String query, int width) throws Exception {
        HttpResponse<byte[]> response = server.get("/embed/hostages.png" + query);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(header(response, "Content-Type")).isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width=abc         | parameter width: got \"abc\", expected a whole number from 100 to 2400",
                "width=2401        | parameter width: got \"2401\", expected a whole number from 100 to 2400",
                "width=-5          | parameter width: got \"-5\", expected a whole number from 100 to 2400",
                "width=            | parameter width: got \"\", expected a whole number from 100 to 2400",
                "width=99999999999 | parameter width: got \"99999999999\", expected a whole number from 100 to 2400",
                "scale=3           | parameter scale: got \"3\", expected a whole number from 1 to 2",
                "scale=0           | parameter scale: got \"0\", expected a whole number from 1 to 2",
                "width=300&scale=2 | expected either width or scale, not both",
            })
    void an_impossible_size_is_refused_with_the_possible_ones(String query, String detail) throws Exception {
        for (String path : new String[] {"/embed/overview.png", "/ur/embed/overview.png"}) {
            HttpResponse<byte[]> response = server.get(path + "?" + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(JsonMapper.shared()
                            .readTree(response.body())
                            .path("detail")
                            .asString())
                    .contains(detail);
        }
    }

    @Test
    void a_resized_image_is_not_sent_again_to_a_client_that_has_it() throws Exception {
        String path = "/embed/hostages.png?width=500";
        String etag = header(server.get(path), "ETag");

        assertThat(server.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void head_has_the_headers_of_get() throws Exception {
        String path = "/embed/hostages.png?width=450";
        int length = server.get(path).body().length;

        HttpResponse<byte[]> head = server.send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(length));
    }

    @ParameterizedTest
    @CsvSource({
        "/embed/nothing.png",
        "/embed/nothing.png?width=300",
        "/de/embed/overview.png",
        "/embed/nothing/card.png"
    })
    void an_image_of_an_unknown_view_is_not_found(String path) throws Exception {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }
}
