import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Measures tiles that are not cached yet: java TileMisses.java TILES CONNECTIONS PER_ZOOM SEED
 *
 * <p>TILES is the address of a tile set. Requests up to PER_ZOOM tiles of each zoom level from 0 to 14 between 60 and
 * 78 E, 23 and 38 N, once each and in random order, over CONNECTIONS connections. As many other tiles are requested
 * first, to warm up both programs. Prints the number of tiles, the 50th, 99th and 100th percentile of the time to the
 * complete tile in milliseconds, the zoom level of the slowest, and the number of failures (no response, or a status
 * other than 200 and 204).
 */
final class TileMisses {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DEEPEST = 14;
    /** How many random tiles are tried to find one that is not in the list yet; low zoom levels have only a few. */
    private static final int TRIES = 20;

    private record Place(int zoom, int column, int row) {

        static Place of(int zoom, double longitude, double latitude) {
            double across = 1 << zoom;
            double radians = Math.toRadians(latitude);
            double y = (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
            return new Place(zoom, (int) ((longitude + 180) / 360 * across), (int) (y * across));
        }
    }

    private record Outcome(int zoom, double millis, boolean failed) {}

    private TileMisses() {}

    public static void main(String[] arguments) throws Exception {
        String tiles = arguments[0];
        int connections = Integer.parseInt(arguments[1]);
        int perZoom = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        // The server answers an address with another version too, and caches it separately.
        ask(tiles, "?v=warm" + seed, places(perZoom, seed + 1), connections);
        List<Outcome> outcomes = ask(tiles, "?v=miss" + seed, places(perZoom, seed), connections);
        double[] millis = outcomes.stream().mapToDouble(Outcome::millis).sorted().toArray();
        Outcome slowest = outcomes.stream()
                .max((one, other) -> Double.compare(one.millis, other.millis))
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%d %.2f %.2f %.2f %d %d%n",
                millis.length,
                percentile(millis, 0.5),
                percentile(millis, 0.99),
                slowest.millis,
                slowest.zoom,
                outcomes.stream().filter(Outcome::failed).count());
    }

    private static List<Place> places(int perZoom, long seed) {
        Random random = new Random(seed);
        List<Place> all = new ArrayList<>();
        for (int zoom = 0; zoom <= DEEPEST; zoom++) {
            Set<Place> level = new LinkedHashSet<>();
            for (int i = 0; i < perZoom * TRIES && level.size() < perZoom; i++) {
                level.add(Place.of(zoom, 60 + random.nextDouble() * 18, 23 + random.nextDouble() * 15));
            }
            all.addAll(level);
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static List<Outcome> ask(String tiles, String query, List<Place> places, int connections) {
        Queue<Place> left = new ConcurrentLinkedQueue<>(places);
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        // Closing the workers first waits until all requests are done.
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
                var workers = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                workers.submit(() -> {
                    for (Place place = left.poll(); place != null; place = left.poll()) {
                        outcomes.add(once(client, tiles, query, place));
                    }
                });
            }
        }
        return List.copyOf(outcomes);
    }

    private static Outcome once(HttpClient client, String tiles, String query, Place place) {
        URI address = URI.create(tiles + "/" + place.zoom + "/" + place.row + "/" + place.column + query);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip")
                .build();
        long sent = System.nanoTime();
        boolean failed = true;
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            failed = status != 200 && status != 204;
        } catch (IOException e) {
            // Counts as a failure, with the time it took.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Outcome(place.zoom, (System.nanoTime() - sent) / 1e6, failed);
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
