import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dateline.geo.Bbox;
import org.dateline.ground.Focus;
import org.dateline.ground.GroundStore;

/** Times the derivation of grounds, the first in a new program among them, and how long they take to be read again. */
public final class Grounds {

    private Grounds() {}

    /** @param arguments the folder of a cache, new or empty */
    public static void main(String[] arguments) {
        Map<String, Bbox> parts = new LinkedHashMap<>();
        parts.put("Valencia", new Bbox(-0.9, 39.0, -0.1, 39.6));
        parts.put("Kyiv", new Bbox(30.2, 50.2, 30.9, 50.7));
        parts.put("Suva", new Bbox(176, -20, -178, -15));
        parts.put("Nuuk", new Bbox(-52.5, 63.9, -51, 64.5));
        parts.put("Ushuaia", new Bbox(-69, -55.3, -67, -54.4));
        parts.put("Bangui", new Bbox(17.5, 3.8, 19.5, 5));
        parts.put("San Francisco", new Bbox(-122.6, 37.6, -122.2, 37.9));
        GroundStore store = new GroundStore(Path.of(arguments[0]));
        for (String pass : List.of("derived", "read from the cache")) {
            parts.forEach((name, part) -> {
                long begun = System.nanoTime();
                long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                store.of(List.of(Focus.ofView(part)), List.of("en"), List.of());
                System.out.printf(
                        Locale.ROOT,
                        "%-14s %s in %4d ms, %4d ms of a processor%n",
                        name,
                        pass,
                        (System.nanoTime() - begun) / 1_000_000,
                        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1_000_000);
            });
        }
    }
}
