package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dateline.Catalogs;
import org.dateline.LargeCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reader does, in a real browser, on the packaged program: runs the specs in {@code frontend/e2e}. With
 * {@code -Dgolden.rewrite} it takes the pictures of the awake map anew instead.
 */
class BrowserIT {

    @TempDir
    private Path folder;

    @Test
    void readers_can_use_every_feature_of_the_site() throws Exception {
        Path streets = catalogWithStreets();
        try (Program.Serving server = new Program.Serving();
                Program.Serving stories =
                        new Program.Serving("--stories", stories().toString());
                Program.Serving large = new Program.Serving(
                        "--geodata",
                        LargeCatalog.withShapes(folder.resolve("large"), 3_000).toString());
                Program.Serving street = new Program.Serving("--geodata", streets.toString());
                Program.Serving languages = new Program.Serving(
                        "--geodata", Catalogs.inEveryLanguage(folder).toString());
                Program.Serving desk = new Program.Serving("desk", "--geodata", drafts().toString())) {
            Map<String, String> addresses = Map.of(
                    "BASE_URL", server.address(),
                    "STORIES_URL", stories.address(),
                    "SECOND_URL", stories.address() + "/chukotka",
                    "LARGE_URL", large.address(),
                    "STREETS_URL", street.address(),
                    "STREETS_FOLDER", streets.toString(),
                    "LANGUAGES_URL", languages.address(),
                    "DESK_URL", desk.link());
            if (System.getProperty("golden.rewrite") == null) {
                Playwright.run(addresses);
            } else {
                Playwright.run(addresses, "golden.spec", "records.spec", "--update-snapshots");
            }
        }
    }

    /** The second catalog and another as stories of one server, with one that cannot be shown. */
    private Path stories() throws IOException {
        Path all = folder.resolve("stories");
        Catalogs.copy(Catalogs.CHUKOTKA, all.resolve("chukotka"));
        Catalogs.copy(Catalogs.FLOOD, all.resolve("flood"));
        Path broken = Files.createDirectories(all.resolve("broken"));
        Files.writeString(broken.resolve("catalog.yaml"), "title: {en: Broken}\n");
        return all;
    }

    /** A catalog whose archive of streets the specs replace. */
    private Path catalogWithStreets() throws IOException {
        Path catalog = Catalogs.copy(Catalogs.MARKET, folder.resolve("streets"));
        Files.copy(Catalogs.MARKET_STREETS, catalog.resolve("city.pmtiles"));
        Files.writeString(catalog.resolve("catalog.yaml"), "streets: city.pmtiles\n", StandardOpenOption.APPEND);
        return catalog;
    }

    /** A copy of the invented flood with drafts of the same text, one for each way to review it, and one in Urdu. */
    private Path drafts() throws IOException, InterruptedException {
        Path catalog = Catalogs.copy(Catalogs.VALENCIA, folder.resolve("desk"));
        Path text = catalog.resolve("texts/river-monitor.txt");
        List<String> ingest = new ArrayList<>(List.of("ingest", "--geodata", catalog.toString()));
        for (String name : List.of("by-keys", "by-mouse", "by-phone")) {
            // No two reports have the same text.
            Path edition =
                    Files.writeString(folder.resolve(name + ".txt"), Files.readString(text) + "\n" + name + "\n");
            ingest.add(edition.toString());
        }
        Files.delete(text);
        Program.run(ingest.toArray(String[]::new));
        Path urdu = Path.of("src/test/resources/drafts/siyalab.txt");
        Program.run("ingest", "--geodata", catalog.toString(), "--id", "urdu", "--language", "ur", urdu.toString());
        return catalog;
    }
}
