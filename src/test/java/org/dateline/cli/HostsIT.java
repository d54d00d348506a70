package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.Catalogs;
import org.dateline.FreePort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published folder on the servers that {@code src/docs/publishing.md} has a recipe for, each with exactly that recipe. */
class HostsIT {

    private static final Path GUIDE = Path.of("src/docs/publishing.md");

    /** Paths, media types, and a part of Cache-Control. */
    private static final List<String[]> ADDRESSES = List.of(
            new String[] {"", "text/html", "no-cache"},
            new String[] {"places/anadyr/", "text/html", "no-cache"},
            new String[] {"en/embed/mashiny/", "text/html", "no-cache"},
            new String[] {"embed/mashiny/oembed.json", "application/json", "no-cache"},
            new String[] {"embed/mashiny/oembed.xml", "text/xml", "no-cache"},
            new String[] {"layers/places.geojson", "application/geo+json", "no-cache"},
            new String[] {"catalog.json", "application/json", "no-cache"},
            new String[] {"corrections.atom", "application/atom+xml", "no-cache"},
            new String[] {"claims/mashiny.csv", "text/csv", "no-cache"},
            new String[] {"embed/mashiny.svg", "image/svg+xml", "no-cache"},
            new String[] {"embed/mashiny.png", "image/png", "no-cache"},
            new String[] {"embed.js", "text/javascript", "no-cache"},
            new String[] {"sitemap.xml", "text/xml", "no-cache"},
            new String[] {"robots.txt", "text/plain", "no-cache"});

    @TempDir
    private static Path folder;

    private static Path www;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = FreePort.any();
    private final String base = "http://127.0.0.1:" + port + "/maps/train/";

    @BeforeAll
    static void publish() throws Exception {
        // Apache gives up root before it reads.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        www = folder.resolve("www");
        Program.Result result = Program.run(
                "publish",
                "--geodata",
                Catalogs.CHUKOTKA.toString(),
                "--out",
                www.resolve("maps/train").toString(),
                "--base",
                "https://example.org/maps/train/",
                "--precompressed");
        assertThat(result.exit()).as(result.output()).isZero();
    }

    @Test
    void nginx_serves_a_publication_as_the_guide_says() throws Exception {
        Path home = Files.createDirectories(folder.resolve("nginx"));
        try (Nginx _ = new Nginx(home, www, port, "/maps/train/")) {
            requireServed("gzip");
        }
    }

    @Test
    void apache_serves_a_publication_as_the_guide_says() throws Exception {
        Path home = Files.createDirectories(folder.resolve("apache"));
        Path modules = Path.of("/usr/lib/apache2/modules");
        StringBuilder configuration = new StringBuilder("ServerRoot " + home
                + "\nServerName 127.0.0.1\nPidFile apache.pid\n"
                + "User www-data\nGroup www-data\nErrorLog error.log\nTypesConfig /etc/mime.types\n");
        for (String module : List.of("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite")) {
            configuration.append("LoadModule " + module + "_module " + modules + "/mod_" + module + ".so\n");
        }
        Files.writeString(home.resolve("apache.conf"), configuration + block("apache"));
        try (Host _ = new Host(
                home,
                port,
                Host.program("apache2"),
                "-X",
                "-f",
                home.resolve("apache.conf").toString())) {
            requireServed("br");
        }
    }

    @Test
    void caddy_serves_a_publication_as_the_guide_says() throws Exception {
        Path home = Files.createDirectories(folder.resolve("caddy"));
        Files.writeString(home.resolve("Caddyfile"), "{\nadmin off\nauto_https off\n}\n" + block("caddy"));
        try (Host _ = new Host(
                home,
                port,
                "caddy",
                "run",
                "--adapter",
                "caddyfile",
                "--config",
                home.resolve("Caddyfile").toString())) {
            requireServed("br");
        }
    }

    /** {@code npx serve} answers with serve-handler, told what serve.json says. */
    @Test
    void serve_needs_no_more_than_the_folder() throws Exception {
        Path home = Files.createDirectories(folder.resolve("serve"));
        String script = """
                const handler = require('serve-handler');
                const config = JSON.parse(require('fs').readFileSync(`${process.argv[1]}/serve.json`));
                require('http').createServer((request, response) => {
                  request.url = request.url.replace('/maps/train', '');
                  return handler(request, response, { ...config, public: process.argv[1] });
                }).listen(Number(process.argv[2]), '127.0.0.1');
                """;
        try (Host _ = new Host(
                home, port, "node", "-e", script, www.resolve("maps/train").toString(), Integer.toString(port))) {
            for (String[] expected : ADDRESSES) {
                HttpResponse<byte[]> plain = get(expected[0], "identity");
                assertThat(plain.statusCode()).as(expected[0]).isEqualTo(200);
                assertThat(header(plain, "Content-Type"))
                        .as(expected[0])
                        .startsWith(expected[1]
                                .replace("text/xml", "application/xml")
                                .replace("text/javascript", "application/javascript"));
                assertThat(header(plain, "Cache-Control")).as(expected[0]).contains(expected[2]);
                assertThat(header(plain, "X-Content-Type-Options")).isEqualTo("nosniff");
            }
            HttpResponse<byte[]> named = get("places/anadyr/index.html", "identity");
            assertThat(named.statusCode()).isEqualTo(200);
            assertThat(new String(named.body(), StandardCharsets.UTF_8)).contains("<title>Анадырь");
            assertThat(header(get("places/anadyr", "identity"), "Location")).isEqualTo("/places/anadyr/");
            assertThat(get("places/atlantis/", "identity").statusCode()).isEqualTo(404);
        }
    }

    private void requireServed(String encoding) throws Exception {
        for (String[] expected : ADDRESSES) {
            HttpResponse<byte[]> plain = get(expected[0], "identity");
            assertThat(plain.statusCode()).as(expected[0]).isEqualTo(200);
            assertThat(header(plain, "Content-Type")).as(expected[0]).startsWith(expected[1]);
            assertThat(header(plain, "Cache-Control")).as(expected[0]).contains(expected[2]);
            assertThat(header(plain, "Access-Control-Allow-Origin"))
                    .as(expected[0])
                    .isEqualTo("*");
            assertThat(header(plain, "X-Content-Type-Options")).as(expected[0]).isEqualTo("nosniff");
            if (!expected[0].endsWith(".png") && !expected[0].endsWith(".txt")) {
                HttpResponse<byte[]> packed = get(expected[0], encoding);
                assertThat(header(packed, "Content-Encoding")).as(expected[0]).isEqualTo(encoding);
                assertThat(header(packed, "Content-Type")).as(expected[0]).startsWith(expected[1]);
                assertThat(packed.body().length).as(expected[0]).isLessThan(plain.body().length);
            }
        }
        String page = new String(get("", "identity").body(), StandardCharsets.UTF_8);
        Matcher script = Pattern.compile("<script type=\"module\"[^>]* src=\"(assets/[^\"]*)\"")
                .matcher(page);
        assertThat(script.find()).isTrue();
        assertThat(header(get(script.group(1), "identity"), "Cache-Control")).contains("immutable");
        HttpResponse<byte[]> missing = get("places/atlantis/", "identity");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(new String(missing.body(), StandardCharsets.UTF_8)).contains("Страница не найдена");
        HttpResponse<byte[]> redirect = get("places/anadyr", "identity");
        assertThat(URI.create(base + "places/anadyr")
                        .resolve(header(redirect, "Location"))
                        .getPath())
                .isEqualTo("/maps/train/places/anadyr/");
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept-Encoding", encoding)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    private String block(String language) throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf("```" + language + "\n") + language.length() + 4;
        return guide.substring(start, guide.indexOf("```", start))
                .replace("8080", Integer.toString(port))
                .replace("/srv/www", www.toString());
    }
}
