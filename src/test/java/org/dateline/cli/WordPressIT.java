package org.dateline.cli;

import java.nio.file.Path;
import java.util.Map;
import org.dateline.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses and codes of embeds, pasted into WordPress by an administrator and by an author, read in a browser. */
class WordPressIT {

    @TempDir
    private Path folder;

    @Test
    void pasted_maps_are_shown_in_articles_and_named_in_feeds() throws Exception {
        int port = FreePort.any();
        String base = "http://127.0.0.1:" + port;
        try (Program.Serving _ = new Program.Serving("--base", base + "/", "--port", Integer.toString(port));
                WordPress wordpress = new WordPress(folder, port)) {
            Playwright.run(
                    Map.of(
                            "BASE_URL", base,
                            "WORDPRESS_URL", wordpress.address(),
                            "WORDPRESS_ADMIN", wordpress.password("admin"),
                            "WORDPRESS_AUTHOR", wordpress.password("author")),
                    "wordpress.spec");
        }
    }
}
