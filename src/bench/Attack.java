import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients that ask for too much: java Attack.java crawl PORT, or java Attack.java load PORT SECONDS [FILE-TO-TOUCH].
 *
 * <p>{@code crawl} requests every address of the site three times, for identity, gzip and br, one at a time. {@code load} has
 * 200 clients that read slowly, 16 that send requests and read nothing and 16 that ask for what costs most; beside them a
 * reader asks for a page and a program for one feature, whose times are told. Every five seconds the file is touched, so that
 * the catalog is loaded again.
 */
final class Attack {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern LINK = Pattern.compile("(?:href|src)=[\"']([^\"'<>\\s#]+)");

    private static final Pattern PATH = Pattern.compile(
            "\"((?:places|reports|claims|embed|layers|annotations|citations|basemap|assets)/[a-zA-Z0-9@/_.-]+)");

    private static int port;
    private static volatile boolean over;

    private Attack() {}

    public static void main(String[] arguments) throws Exception {
        port = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("crawl")) {
            crawl();
        } else {
            load(Integer.parseInt(arguments[2]), arguments.length > 3 ? Path.of(arguments[3]) : null);
        }
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    // Crawls

    private static void crawl() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Set<String> paths = new LinkedHashSet<>(List.of("/", "/catalog.json"));
            Queue<String> next = new ArrayDeque<>(paths);
            for (String encoding : List.of("identity", "gzip", "br")) {
                long begun = System.nanoTime();
                Map<Integer, Integer> statuses = new TreeMap<>();
                long bytes = 0;
                for (String path; (path = next.poll()) != null; ) {
                    HttpResponse<byte[]> answer = client.send(
                            HttpRequest.newBuilder(address(path))
                                    .timeout(PATIENCE)
                                    .header("Accept-Encoding", encoding)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
                    statuses.merge(answer.statusCode(), 1, Integer::sum);
                    bytes += answer.body().length;
                    if (encoding.equals("identity")) {
                        for (String found : links(path, answer)) {
                            if (paths.add(found)) {
                                next.add(found);
                            }
                        }
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "crawl %-8s | %d addresses, statuses %s, %.1f MB, %.1f s%n",
                        encoding,
                        paths.size(),
                        statuses,
                        bytes / 1e6,
                        (System.nanoTime() - begun) / 1e9);
                next.addAll(paths);
            }
        }
    }

    private static List<String> links(String path, HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        List<String> found = new ArrayList<>();
        if (type.contains("html") || type.contains("json")) {
            boolean json = type.contains("json");
            Matcher links = (json ? PATH : LINK).matcher(new String(answer.body(), StandardCharsets.UTF_8));
            while (links.find()) {
                try {
                    URI link = address(json ? "/" : path).resolve(links.group(1).replace("&amp;", "&"));
                    String target = link.getPath();
                    boolean query = link.getQuery() != null || target == null || target.matches("/(ogc|oembed|health).*");
                    if ("127.0.0.1".equals(link.getHost()) && !query) {
                        found.add(target);
                    }
                } catch (IllegalArgumentException e) {
                    // No address: data, or an example.
                }
            }
        }
        if (path.equals("/catalog.json")) {
            views(new String(answer.body(), StandardCharsets.UTF_8), found);
        }
        return found;
    }

    /** The embeds and images of all views, to which no page links. */
    private static void views(String catalog, List<String> found) {
        Matcher hash = Pattern.compile("\"hash\":\"([0-9a-f]{12})").matcher(catalog);
        Matcher languages = Pattern.compile("\"languages\":\\[([^]]*)]").matcher(catalog);
        Matcher ids = Pattern.compile("\\{\"id\":\"([a-z0-9-]+)\",\"title\"")
                .matcher(catalog.substring(catalog.indexOf("\"views\":")));
        List<String> prefixes = new ArrayList<>(List.of("/"));
        if (languages.find()) {
            String[] all = languages.group(1).replace("\"", "").split(",");
            for (int i = 1; i < all.length; i++) {
                prefixes.add("/" + all[i] + "/");
            }
        }
        String frozen = hash.find() ? "/@" + hash.group(1) + "/" : "/";
        while (ids.find()) {
            for (String prefix : prefixes) {
                for (String end : List.of(
                        "/", "/light/", "/dark/", frozen, frozen + "light/", frozen + "dark/", ".svg", ".png", "@2x.png", ".pdf", "/card.png")) {
                    found.add(prefix + "embed/" + ids.group(1) + end);
                }
            }
        }
    }

    // Load

    private static final Map<String, Map<String, LongAdder>> OUTCOMES = new ConcurrentHashMap<>();
    private static final Map<String, ConcurrentLinkedQueue<Double>> TIMES = new ConcurrentHashMap<>();

    private static void load(int seconds, Path touched) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            threads.add(Thread.ofVirtual().start(Attack::readSlowly));
        }
        for (int i = 0; i < 16; i++) {
            threads.add(Thread.ofVirtual().start(Attack::readNothing));
            int seed = i;
            threads.add(Thread.ofVirtual().start(() -> ask("greedy", greedy(new Random(seed)), Duration.ZERO)));
        }
        threads.add(Thread.ofVirtual()
                .start(() -> ask("page", random -> "/places/sibi/", Duration.ofMillis(50))));
        threads.add(Thread.ofVirtual()
                .start(() -> ask("home", random -> "/", Duration.ofMillis(50))));
        threads.add(Thread.ofVirtual()
                .start(() -> ask(
                        "query",
                        // Another one each time, because the server keeps recent answers.
                        random -> "/ogc/collections/places/items?limit=1&bbox=0,0,180," + (50 + random.nextDouble()),
                        Duration.ofMillis(50))));
        for (int i = 0; i < seconds; i++) {
            Thread.sleep(1_000);
            if (touched != null && i % 5 == 4) {
                Files.writeString(
                        touched, Files.readString(touched).stripTrailing() + "\n# load " + i + "\n");
            }
        }
        over = true;
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(10));
        }
        report();
    }

    private interface Choice {
        String path(Random random);
    }

    /** Images of all widths, states of the map, filters, files and tiles. */
    private static Choice greedy(Random random) {
        String filter = "(" + "name%20LIKE%20'%25a%25e%25'%20OR%20".repeat(200) + "name%20IS%20NULL)";
        return _ -> switch (random.nextInt(5)) {
            case 0 -> "/embed/overview.png?width=" + (100 + random.nextInt(2_300));
            case 1 -> String.format(
                    Locale.ROOT,
                    "/embed/?bbox=%.3f,%.3f,%.3f,%.3f",
                    60 + random.nextDouble() * 3,
                    24 + random.nextDouble() * 3,
                    64 + random.nextDouble() * 5,
                    28 + random.nextDouble() * 5);
            case 2 -> "/ogc/collections/excerpts/items?limit=10000&filter=" + filter.replace("name", "quote");
            case 3 -> "/ogc/collections/excerpts/items?limit=10000&f=gpkg&offset=" + random.nextInt(40);
            default -> "/ogc/collections/places/tiles/WebMercatorQuad/" + tile(random);
        };
    }

    private static String tile(Random random) {
        int zoom = random.nextInt(12);
        return zoom + "/" + random.nextInt(1 << zoom) + "/" + random.nextInt(1 << zoom);
    }

    private static void ask(String name, Choice choice, Duration pause) {
        Random random = new Random(name.hashCode());
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            while (!over) {
                long begun = System.nanoTime();
                String outcome;
                try {
                    outcome = Integer.toString(client.send(
                                    HttpRequest.newBuilder(address(choice.path(random)))
                                            .timeout(PATIENCE)
                                            .header("Accept-Encoding", "gzip")
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode());
                } catch (IOException e) {
                    outcome = "failed";
                }
                count(name, outcome);
                TIMES.computeIfAbsent(name, _ -> new ConcurrentLinkedQueue<>())
                        .add((System.nanoTime() - begun) / 1e6);
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void count(String name, String outcome) {
        OUTCOMES.computeIfAbsent(name, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, _ -> new LongAdder())
                .increment();
    }

    /** Takes a few bytes a second of whatever is large. */
    private static void readSlowly() {
        while (!over) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setReceiveBufferSize(2_048);
                socket.getOutputStream()
                        .write("GET /embed/overview.png HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                byte[] some = new byte[200];
                while (!over && in.read(some) >= 0) {
                    Thread.sleep(500);
                }
                count("slow", "closed");
            } catch (IOException e) {
                count("slow", "failed");
            } catch (InterruptedException e) {
                return;
            }
            pause();
        }
    }

    /** Sends many requests in a row for a file and reads none of the answers. */
    private static void readNothing() {
        String request = "GET /ogc/collections/excerpts/items?limit=10000&f=gpkg HTTP/1.1\r\nHost: x\r\n\r\n";
        while (!over) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setReceiveBufferSize(2_048);
                socket.getOutputStream().write(request.repeat(100).getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 100 && !over; i++) {
                    Thread.sleep(100);
                }
                count("deaf", "left");
            } catch (IOException e) {
                count("deaf", "failed");
            } catch (InterruptedException e) {
                return;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report() {
        for (String name : List.of("home", "page", "query", "greedy", "slow", "deaf")) {
            List<Double> times = new ArrayList<>(TIMES.getOrDefault(name, new ConcurrentLinkedQueue<>()));
            Collections.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "load %-9s | %s%s%n",
                    name,
                    new TreeMap<>(OUTCOMES.getOrDefault(name, Map.of())),
                    times.isEmpty()
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", p50 %.0f ms, p99 %.0f ms, longest %.0f ms",
                                    times.get(times.size() / 2),
                                    times.get((int) (times.size() * 0.99)),
                                    times.getLast()));
        }
    }
}
