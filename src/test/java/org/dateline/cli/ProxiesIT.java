package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.Waiting.until;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.dateline.Catalogs;
import org.dateline.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program behind the web servers that {@code src/docs/operating.md} has a recipe for, each with exactly that recipe. */
class ProxiesIT {

    private static final Path GUIDE = Path.of("src/docs/operating.md");
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static Program.Serving program;
    private static HttpClient client;

    private final int port = FreePort.any();
    private final String base = "https://localhost:" + port;

    @BeforeAll
    static void start() throws Exception {
        certify();
        program = new Program.Serving(
                "--geodata",
                Catalogs.CHUKOTKA.toString(),
                "--base",
                "https://localhost/flood/",
                "--trusted-proxies",
                "127.0.0.1",
                "--access-log",
                folder.resolve("access.log").toString());
    }

    @AfterAll
    static void stop() throws Exception {
        program.close();
    }

    /** A certificate for localhost, and a client that trusts it. */
    private static void certify() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "maps",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        pem("key", "PRIVATE KEY", keys.getKey("maps", PASSWORD.toCharArray()).getEncoded());
        pem("pem", "CERTIFICATE", keys.getCertificate("maps").getEncoded());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("maps", keys.getCertificate("maps"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(context).build();
    }

    private static void pem(String ending, String title, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                folder.resolve("maps." + ending),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(title, lines, title));
    }

    @Test
    void nginx_passes_readers_on_as_the_guide_says() throws Exception {
        Path home = Files.createDirectories(folder.resolve("nginx"));
        Files.writeString(home.resolve("nginx.conf"), Nginx.configuration(block("nginx")));
        try (Host _ = new Host(home, port, Host.program("nginx"), "-p", home.toString(), "-c", home + "/nginx.conf")) {
            requirePassedOn();
        }
    }

    @Test
    void apache_passes_readers_on_as_the_guide_says() throws Exception {
        Path home = Files.createDirectories(folder.resolve("apache"));
        StringBuilder configuration = new StringBuilder("ServerRoot " + home
                + "\nPidFile apache.pid\nUser www-data\nGroup www-data\nErrorLog error.log\nListen 127.0.0.1:" + port
                + "\n");
        for (String module : List.of("mpm_event", "authz_core", "alias", "headers", "ssl", "proxy", "proxy_http")) {
            configuration.append("LoadModule " + module + "_module /usr/lib/apache2/modules/mod_" + module + ".so\n");
        }
        Files.writeString(home.resolve("apache.conf"), configuration + block("apache"));
        try (Host _ = new Host(home, port, Host.program("apache2"), "-X", "-f", home + "/apache.conf")) {
            requirePassedOn();
        }
    }

    @Test
    void caddy_passes_readers_on_as_the_guide_says() throws Exception {
        Path home = Files.createDirectories(folder.resolve("caddy"));
        // It gets its certificates by itself where its name is known to the world.
        String block = block("caddy")
                .replace(
                        "localhost {", "localhost:" + port + " {\ntls " + folder + "/maps.pem " + folder + "/maps.key");
        Files.writeString(home.resolve("Caddyfile"), "{\nadmin off\nauto_https off\n}\n" + block);
        try (Host _ = new Host(home, port, "caddy", "run", "--adapter", "caddyfile", "--config", home + "/Caddyfile")) {
            requirePassedOn();
        }
    }

    private void requirePassedOn() throws Exception {
        HttpResponse<String> page = get("/flood/en/places/anadyr/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Anadyr</h1>", "href=\"https://localhost/flood/en/places/anadyr/\"")
                .doesNotContain("127.0.0.1", program.address());
        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
        HttpResponse<String> redirect = get("/flood/places/anadyr?utm_source=a");
        assertThat(redirect.statusCode()).isBetween(301, 308);
        assertThat(URI.create(base + "/flood/places/anadyr")
                        .resolve(redirect.headers().firstValue("Location").orElseThrow()))
                .hasPath("/flood/places/anadyr/")
                .hasQuery("utm_source=a");
        assertThat(URI.create(base)
                        .resolve(get("/flood").headers().firstValue("Location").orElseThrow()))
                .hasPath("/flood/");
        assertThat(get("/flood/places/atlantis/").statusCode()).isEqualTo(404);
        assertThat(get("/flood/ogc/collections/places/items?f=json&limit=1").body())
                .contains("\"https://localhost/flood/ogc/collections/places/items");
        // What a client says of itself is not believed, only what the proxy adds.
        client.send(
                request("/flood/robots.txt")
                        .header("X-Forwarded-For", "192.0.2.7")
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        until(() -> lastLogged().contains("/robots.txt"));
        assertThat(lastLogged()).startsWith("127.0.0.1 ").contains("/robots.txt");
    }

    /** Lines are written when responses have left, so perhaps after they have arrived. */
    private static String lastLogged() {
        try {
            return Files.readAllLines(folder.resolve("access.log")).getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Encoding", "gzip");
    }

    /** The body as text, unpacked where the headers say so. */
    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                request(path).build(),
                info -> HttpResponse.BodySubscribers.mapping(
                        HttpResponse.BodySubscribers.ofByteArray(),
                        bytes -> text(
                                bytes,
                                info.headers().firstValue("Content-Encoding").isPresent())));
    }

    private static String text(byte[] bytes, boolean packed) {
        try (InputStream plain = packed
                ? new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))
                : new java.io.ByteArrayInputStream(bytes)) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String block(String language) throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf("```" + language + "\n");
        assertThat(start).as("the recipe for " + language).isPositive();
        start += language.length() + 4;
        return guide.substring(start, guide.indexOf("```", start))
                .replace("443", Integer.toString(port))
                .replace("127.0.0.1:8080", URI.create(program.address()).getAuthority())
                .replace("maps.example.org", "localhost")
                .replace("/etc/ssl", folder.toString());
    }
}
