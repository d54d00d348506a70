import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Sends a steady load to a server and reports failures and response times: java SteadyLoad.java RATE SECONDS NAME=URL
 * ...
 *
 * <p>Sends RATE requests per second, to the URLs in turn, without waiting for earlier responses. Each line on standard
 * input starts a phase of that name; the load ends after SECONDS, at a line "end" or at the end of the input. For each
 * phase and URL, the table gives the number of requests and of failures (no response within five seconds, or a status
 * other than 200), the time from the first to the last failure, and the 50th, 99th and 100th percentile of the response
 * times.
 */
final class SteadyLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Stands for another number in each request, so that a server cannot answer with a response that it keeps. */
    private static final String NUMBER = "{n}";

    private record Outcome(int phase, String name, double atSeconds, double millis, String fault) {}

    private static final ConcurrentLinkedQueue<Outcome> OUTCOMES = new ConcurrentLinkedQueue<>();
    private static final List<String> PHASES = new ArrayList<>(List.of("start"));
    private static volatile int phase;
    private static volatile boolean over;

    private SteadyLoad() {}

    public static void main(String[] arguments) throws Exception {
        double rate = Double.parseDouble(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        List<String[]> targets = Arrays.stream(arguments)
                .skip(2)
                .map(argument -> argument.split("=", 2))
                .toList();
        Thread.ofPlatform().daemon().start(SteadyLoad::readPhases);
        long begun = System.nanoTime();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build()) {
            for (long sent = 0; !over && since(begun) < seconds; sent++) {
                String[] target = targets.get((int) (sent % targets.size()));
                URI address = URI.create(target[1].replace(NUMBER, Long.toString(sent)));
                workers.submit(() -> ask(client, target[0], address, begun));
                double wait = (sent + 1) / rate - since(begun);
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos((long) (wait * 1e9)));
                }
            }
        }
        report();
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static void ask(HttpClient client, String name, URI address, long begun) {
        int during = phase;
        double at = since(begun);
        long sent = System.nanoTime();
        String fault = "";
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            fault = status == 200 ? "" : Integer.toString(status);
        } catch (IOException e) {
            fault = e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        OUTCOMES.add(new Outcome(during, name, at, since(sent) * 1e3, fault));
    }

    private static void readPhases() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in))) {
            for (String line = lines.readLine(); line != null && !line.equals("end"); line = lines.readLine()) {
                synchronized (PHASES) {
                    PHASES.add(line);
                    phase = PHASES.size() - 1;
                }
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
        over = true;
    }

    private static void report() {
        System.out.printf(
                "%-44s %-8s %9s %7s %10s %8s %8s %8s  %s%n",
                "phase", "asked", "requests", "failed", "for s", "p50 ms", "p99 ms", "max ms", "how");
        for (int i = 0; i < PHASES.size(); i++) {
            int current = i;
            OUTCOMES.stream().filter(outcome -> outcome.phase == current).map(Outcome::name).distinct().sorted()
                    .forEach(name -> line(current, name));
        }
    }

    private static void line(int phase, String name) {
        List<Outcome> all = OUTCOMES.stream()
                .filter(outcome -> outcome.phase == phase && outcome.name.equals(name))
                .toList();
        List<Outcome> failed = all.stream().filter(outcome -> !outcome.fault.isEmpty()).toList();
        double[] times = all.stream()
                .filter(outcome -> outcome.fault.isEmpty())
                .mapToDouble(Outcome::millis)
                .sorted()
                .toArray();
        double first = failed.stream().mapToDouble(Outcome::atSeconds).min().orElse(0);
        double last = failed.stream().mapToDouble(Outcome::atSeconds).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-44s %-8s %9d %7d %10s %8.1f %8.1f %8.1f  %s%n",
                PHASES.get(phase),
                name,
                all.size(),
                failed.size(),
                failed.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", last - first),
                percentile(times, 0.5),
                percentile(times, 0.99),
                percentile(times, 1),
                String.join(", ", failed.stream().map(Outcome::fault).distinct().toList()));
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
