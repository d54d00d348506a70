import java.lang.management.ManagementFactory;
import java.util.List;
import org.dateline.ingest.PlaceReader;

/** How long the places of a text of 5 000 invented words take, and how much heap. See reading.sh. */
public class Reading {

    private static final List<String> SENTENCES = List.of(
            "Water stood in the streets of Mombasa on Monday, and trains from Nairobi to Kisumu stopped. ",
            "Officials in Kenya said that at least 12 people died near Eldoret, while 40 were missing. ",
            "It rained all night in Springfield, Illinois, where Rosa Vidal of the Hill Bank waited for news. ",
            "Nobody could say when the schools would open again or how many had left their houses early. ");

    public static void main(String[] arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.toString().split("\\s+").length < 5000; i++) {
            text.append(SENTENCES.get(i % SENTENCES.size()));
        }
        long before = used();
        long start = System.nanoTime();
        PlaceReader reader = PlaceReader.open();
        System.out.printf("open: %.0f ms%n", (System.nanoTime() - start) / 1e6);
        for (int round = 1; round <= 5; round++) {
            start = System.nanoTime();
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int found = reader.read(text.toString(), "en", List.of()).size();
            System.out.printf(
                    "round %d: %d places in %.0f ms (%.0f ms of work)%n",
                    round,
                    found,
                    (System.nanoTime() - start) / 1e6,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e6);
        }
        System.out.printf("heap kept: %.1f MB%n", (used() - before) / 1e6);
        java.lang.ref.Reference.reachabilityFence(reader);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
