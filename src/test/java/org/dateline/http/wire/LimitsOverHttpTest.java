package org.dateline.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.dateline.Catalogs;
import org.dateline.http.RunningServer;
import org.dateline.work.Client;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one client may take of the server, and what others have of it meanwhile. */
@Timeout(120)
class LimitsOverHttpTest {

    private static RunningServer server;

    /** Lets work end that a test holds up. */
    private final CountDownLatch end = new CountDownLatch(1);

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Catalogs.JAFFAR_EXPRESS);
        server.get("/ogc/collections/places/items?limit=1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void idle() throws Exception {
        end.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        await(WorkKind.DRAWING, 0, 0);
    }

    /** Somebody else's work, which lasts until the test ends, so that what is requested has to wait. */
    private void occupy(WorkKind kind, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            server.admission().submit(kind, Cost.HEAVY, new Client("192.0.2.1"), null, () -> {
                end.await();
                return "";
            });
        }
        while (server.admission().load(kind).running() == 0) {
            Thread.sleep(1);
        }
    }

    private static void await(WorkKind kind, int running, int waiting) throws Exception {
        while (server.admission().load(kind).running() != running
                || server.admission().load(kind).waiting() != waiting) {
            Thread.sleep(1);
        }
    }

    private Socket send(String requests) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        sockets.add(socket);
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static int drawings() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    @Test
    void of_many_requests_in_a_row_one_is_worked_on_at_a_time() throws Exception {
        occupy(WorkKind.DRAWING, drawings());
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            requests.append(get("/embed/overview.png?width=" + (1_000 + i)));
        }
        send(requests.toString());
        await(WorkKind.DRAWING, drawings(), 1);
        // Others that come later are read all the same.
        send(get("/embed/overview.png?width=901"));
        await(WorkKind.DRAWING, drawings(), 2);
    }

    @Test
    void requests_in_a_row_are_all_answered_in_their_order() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            requests.append(get(i % 2 == 0 ? "/health/alive" : "/favicon.svg"));
        }
        Socket socket = send(requests + "GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(62);
        assertThat(answers.split("(?i)content-type: image/svg", -1)).hasSize(31);
    }

    @Test
    void work_of_clients_that_left_is_not_done() throws Exception {
        occupy(WorkKind.DRAWING, drawings());
        long before = server.admission().load(WorkKind.DRAWING).done();
        for (int i = 0; i < 20; i++) {
            send(get("/embed/overview.png?width=" + (1_300 + i)));
        }
        await(WorkKind.DRAWING, drawings(), 20);
        for (Socket socket : sockets) {
            socket.close();
        }
        await(WorkKind.DRAWING, drawings(), 0);
        end.countDown();
        await(WorkKind.DRAWING, 0, 0);

        assertThat(server.admission().load(WorkKind.DRAWING).done()).isEqualTo(before + drawings());
    }

    @Test
    void pages_and_queries_are_answered_beside_any_number_of_drawings_and_encodings() throws Exception {
        occupy(WorkKind.DRAWING, 20);
        occupy(WorkKind.ENCODING, 20);
        send(get("/embed/overview.png?width=1500"));

        assertThat(server.get("/").statusCode()).isEqualTo(200);
        assertThat(server.get("/health").statusCode()).isEqualTo(200);
        assertThat(server.get("/ogc/collections/places/items?limit=1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_image_that_is_kept_does_not_wait_for_others() throws Exception {
        String path = "/embed/overview.png?width=333";
        byte[] image = server.get(path).body();
        occupy(WorkKind.DRAWING, drawings());

        assertThat(server.get(path).body()).isEqualTo(image);
    }

    @Test
    void too_many_are_refused_with_when_to_come_back_in_the_form_that_they_take() throws Exception {
        occupy(WorkKind.DRAWING, drawings() + 64);
        HttpResponse<byte[]> program = server.get("/embed/?place=quetta", "Accept", "application/json");
        HttpResponse<byte[]> reader = server.get("/embed/?place=quetta", "Accept", "text/html");

        assertThat(program.statusCode()).isEqualTo(503);
        assertThat(RunningServer.header(program, "Retry-After")).isEqualTo("2");
        assertThat(RunningServer.header(program, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(reader.statusCode()).isEqualTo(503);
        assertThat(RunningServer.header(reader, "Retry-After")).isEqualTo("2");
        assertThat(RunningServer.header(reader, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(RunningServer.text(reader))
                .contains("<html lang=\"en\" dir=\"ltr\">", "<h1>One moment, please</h1>", "--paper:light-dark(")
                .doesNotContain("<script");
        assertThat(RunningServer.text(server.get("/embed/?place=quetta&lang=ur", "Accept", "text/html")))
                .contains("<html lang=\"ur\" dir=\"rtl\">", "<h1>ایک لمحہ انتظار کیجیے</h1>")
                .containsPattern("@font-face\\{[^}]*Nastaliq[^}]*url\\(/assets/");
    }

    @Test
    void the_same_image_is_drawn_once_however_many_ask() throws Exception {
        occupy(WorkKind.DRAWING, drawings());
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return server.get("/embed/overview.png?width=555").statusCode();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> Thread.ofVirtual().start(task)));
        }
        await(WorkKind.DRAWING, drawings(), 1);
        end.countDown();

        for (CompletableFuture<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    @Test
    void refusals_are_not_logged_however_many() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            String chain = "/ogc/collections/places/items?filter=" + "1%2B".repeat(1_000) + "1=1";
            for (int i = 0; i < 20; i++) {
                assertThat(server.get(chain).statusCode()).isEqualTo(400);
                assertThat(server.get("/not-there-" + i).statusCode()).isEqualTo(404);
                assertThat(server.get("/ogc/collections/places/items?limit=x").statusCode())
                        .isEqualTo(400);
                try (Socket socket = send("GET / HTTP/1.1\r\n\r\n" + "\u0000".repeat(100))) {
                    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                            .startsWith("HTTP/1.1 400");
                }
            }
            occupy(WorkKind.DRAWING, drawings() + 64);
            for (int i = 0; i < 20; i++) {
                assertThat(server.get("/embed/?place=quetta").statusCode()).isEqualTo(503);
            }
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void health_tells_what_goes_on_and_what_is_kept() throws Exception {
        server.get("/");
        assertThat(RunningServer.text(server.get("/health")))
                .contains("\"drawing\":{\"running\":0,\"waiting\":0")
                .containsPattern("\"cache\":\\{\"bytes\":[1-9][0-9]*,\"limit\":[1-9]")
                .containsPattern("\"connections\":\\{\"open\":[1-9][0-9]*,\"limit\":[1-9]");
    }
}
