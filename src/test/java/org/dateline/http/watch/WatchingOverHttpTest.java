package org.dateline.http.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dateline.Catalogs;
import org.dateline.http.RawRequest;
import org.dateline.http.Server;
import org.dateline.http.wire.TrustedProxies;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchingOverHttpTest {

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Path log;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        log = folder.resolve("access.log");
        server = Server.start(
                Server.Content.ofCatalog(Catalogs.CHUKOTKA, Hosting.ANYWHERE),
                "127.0.0.1",
                0,
                null,
                TrustedProxies.of("127.0.0.1"),
                new Server.Watching(
                        new InetSocketAddress("127.0.0.1", 0), new AccessLog(log, AccessLog.Form.COMBINED)));
    }

    @AfterAll
    static void stop() {
        server.close();
        CLIENT.close();
    }

    private static HttpResponse<String> get(int port, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String metrics() throws Exception {
        return get(server.metricsPort(), "/metrics").body();
    }

    /** The value of one line of the metrics; 0 if there is no such line. */
    private static double value(String line) throws Exception {
        Matcher found =
                Pattern.compile("(?m)^" + Pattern.quote(line) + " (\\S+)$").matcher(metrics());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static String logged(String part) throws Exception {
        while (true) {
            for (String line : Files.readAllLines(log)) {
                if (line.contains(part)) {
                    return line;
                }
            }
            Thread.sleep(5);
        }
    }

    @Test
    void requests_are_counted_by_route_and_status_whoever_answers_them() throws Exception {
        String count = "dateline_http_request_duration_seconds_count";
        // No other test asks for it.
        String page = count + "{route=\"/reports\",status=\"200\"}";
        String items = count + "{route=\"/ogc/collections/{collection}/items\",status=\"200\"}";
        String missing = count + "{route=\"other\",status=\"404\"}";
        String refused = count + "{route=\"/\",status=\"400\"}";
        for (int i = 0; i < 3; i++) {
            get(server.port(), "/reports/polar-tern/");
        }
        get(server.port(), "/ogc/collections/places/items?limit=1");
        get(server.port(), "/no-such-page");
        RawRequest.send(server.port(), "GET / HTTP/1.1");
        // A response is counted when it is sent, a moment after its client has read it.
        while (value(missing) < 1 || value(items) < 1 || value(refused) < 1 || value(page) < 3) {
            Thread.sleep(5);
        }
        assertThat(value(page)).isEqualTo(3);
        assertThat(value(refused)).isEqualTo(1);
    }

    @Test
    void clients_that_leave_are_counted() throws Exception {
        int width = 2003;
        // Another picture if the first was drawn before its client could leave.
        while (!leftWhileDrawing("/embed/vrangel.png?width=" + width + " HTTP/1.1")) {
            width++;
        }
    }

    private static boolean leftWhileDrawing(String target) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(("GET " + target + "\r\nHost: x\r\n\r\n").getBytes());
            while (value("dateline_work_running{kind=\"drawing\"}") == 0
                    && !Files.readString(log).contains(target)) {
                Thread.sleep(1);
            }
        }
        return logged(target).contains(" HTTP/1.1\" 499 0 ");
    }

    @Test
    void what_the_server_does_and_keeps_is_told() throws Exception {
        assertThat(metrics())
                .contains(
                        "# TYPE dateline_http_request_duration_seconds histogram",
                        "dateline_reloads_total{outcome=\"taken\"} 0.0",
                        "dateline_catalog_faults 0.0",
                        "dateline_folder_watched 1.0",
                        "dateline_work_running{kind=\"drawing\"}",
                        "dateline_work_refused_total{kind=\"query\"} 0.0",
                        "dateline_cache_limit_bytes",
                        "dateline_connections_limit",
                        "dateline_event_loop_lag_seconds_bucket",
                        "dateline_gc_seconds_total{collector=");
        for (String gauge : new String[] {
            "dateline_heap_used_bytes",
            "dateline_direct_memory_bytes",
            "dateline_threads",
            "dateline_connections",
            "process_resident_memory_bytes",
            "process_start_time_seconds",
            "dateline_cache_bytes"
        }) {
            assertThat(value(gauge)).as(gauge).isPositive();
        }
        while (value("dateline_event_loop_lag_seconds_count") == 0) {
            Thread.sleep(50);
        }
    }

    @Test
    void the_metrics_in_the_documents_exist_and_all_are_in_them() throws Exception {
        get(server.port(), "/");
        Set<String> told = names(metrics()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .collect(Collectors.joining("\n")));
        String table = Files.readString(Path.of("src/docs/operating.md"));
        Set<String> documented = names(table);
        assertThat(documented).containsAll(told);

        Set<String> unknown = names(table + Files.readString(Path.of("src/docs/dashboard.json")));
        unknown.removeAll(told);
        // Of a server with a database, or with stories.
        unknown.removeIf(name -> name.startsWith("dateline_database_") || name.startsWith("dateline_stories"));
        assertThat(unknown).isEmpty();
    }

    /** The names of metrics in a text, without the parts of a histogram. */
    private static Set<String> names(String text) {
        return Pattern.compile("\\b(dateline|process)_[a-z]+_[a-z_]+|\\bdateline_threads|\\bdateline_connections")
                .matcher(text)
                .results()
                .map(result -> result.group().replaceFirst("_(bucket|count|sum)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void metrics_are_not_at_the_public_address() throws Exception {
        assertThat(get(server.port(), "/metrics").statusCode()).isEqualTo(404);
        assertThat(get(server.metricsPort(), "/").statusCode()).isEqualTo(404);
        assertThat(get(server.metricsPort(), "/metrics").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void a_line_of_the_log_has_the_id_that_the_response_has_or_a_proxy_stated() throws Exception {
        String id = get(server.port(), "/health")
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
        assertThat(logged("\"GET /health HTTP/1.1\" 200 "))
                .contains(" " + id + " ")
                .startsWith("127.0.0.1 - - [");

        get(server.port(), "/places/", "X-Request-Id", "from-a-proxy.1", "X-Forwarded-For", "192.0.2.44");
        assertThat(logged(" from-a-proxy.1 ")).startsWith("192.0.2.44 - - [");

        String forged = get(server.port(), "/health/alive", "X-Request-Id", "no id \"of ours\"")
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
        assertThat(forged).matches("[0-9a-f]{16}");
    }
}
