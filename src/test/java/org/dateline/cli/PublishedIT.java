package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dateline.Catalogs;
import org.dateline.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published folder below a path of nginx, and on a disk, read by the browser that reads the server in BrowserIT. */
class PublishedIT {

    /**
     * Tests of what may differ without a server: addresses, files and languages. What the script does by itself alone
     * (most of search, keyboard, timeline, colours) is tried on the server, where the script is the same. All of them
     * with -Ddateline.published=all, which takes minutes.
     */
    private static final String DIFFERING = String.join(
            "|",
            "(reading|navigation|no-script|languages|second-catalog|disk)\\.spec",
            "a quote is copied as a reference",
            "the reference is a link to its file",
            "the open formats of a report",
            "a mark opens its quote",
            "plot and table stand in the page",
            "an incident lists its claims",
            "has its own measures",
            "an address shows its dates",
            "a quote that the address points to",
            "words of quotes are found",
            "/embed/(overview|hostages)/ is one request",
            "a drag wakes the map up",
            "the frame is as high as what it shows",
            "the code of a frame says what it shows",
            "axe finds nothing on the page \"(home|not found)\", Urdu");

    @TempDir
    Path temporary;

    @Test
    void readers_can_use_every_feature_of_a_published_folder() throws Exception {
        Path root = temporary.resolve("www");
        Path train = root.resolve("news/train");
        Path chukotka = root.resolve("news/second");
        int port = FreePort.any();
        String base = "http://127.0.0.1:" + port + "/news/";
        publish("--geodata", Catalogs.JAFFAR_EXPRESS, "--out", train, "--base", base + "train/", "--precompressed");
        publish("--geodata", Catalogs.CHUKOTKA, "--out", chukotka, "--base", base + "second/");

        Path home = Files.createDirectories(temporary.resolve("nginx"));
        try (Nginx _ = new Nginx(home, root, port, "/news/train/", "/news/second/")) {
            Map<String, String> environment = Map.of(
                    "BASE_URL", base + "train/",
                    "SECOND_URL", base + "second/",
                    "PUBLISHED_DIR", train.toString());
            if ("all".equals(System.getProperty("dateline.published"))) {
                Playwright.run(environment);
            } else {
                Playwright.run(environment, "--grep", DIFFERING);
            }
        }
    }

    private static void publish(Object... arguments) throws Exception {
        String[] words = new String[arguments.length + 1];
        words[0] = "publish";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        Program.Result result = Program.run(words);
        assertThat(result.output()).contains(" 0 unchanged, 0 removed");
        assertThat(result.exit()).isZero();
    }
}
