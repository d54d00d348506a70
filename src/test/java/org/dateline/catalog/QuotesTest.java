package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import org.junit.jupiter.api.Test;

/** Each quote stands in its source, verbatim, where its report says. */
class QuotesTest {

    @Test
    void of_the_fixture_stand_in_their_texts() throws Exception {
        assertVerbatim(CatalogLoader.load(Catalogs.CHUKOTKA), textsByHash(Path.of("src/test/resources/texts")));
    }

    /** The sources are not part of the project: {@code mvn test -Ddateline.texts=DIR} names a folder that has them. */
    @Test
    void of_the_first_catalog_stand_in_their_texts() throws Exception {
        String folder = System.getProperty("dateline.texts");
        assumeTrue(folder != null, "-Ddateline.texts names no folder with the texts of the reports");
        assertVerbatim(CatalogLoader.load(Path.of("geodata")), textsByHash(Path.of(folder)));
    }

    private static void assertVerbatim(Catalog catalog, Map<String, String> texts) {
        for (Report report : catalog.reports()) {
            assertThat(texts).as("a text for report " + report.id()).containsKey(report.sha256());
            NormalisedText text = NormalisedText.of(texts.get(report.sha256()));
            assertThat(report.length()).as("length of report " + report.id()).isEqualTo(text.length());
            for (Excerpt excerpt : report.excerpts()) {
                NormalisedText quote = NormalisedText.of(excerpt.quote());
                int start = text.value().offsetByCodePoints(0, excerpt.offset());
                assertThat(text.value().substring(start, start + quote.value().length()))
                        .as(excerpt.id())
                        .isEqualTo(quote.value());
            }
        }
    }

    private static Map<String, String> textsByHash(Path folder) throws IOException, NoSuchAlgorithmException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                texts.put(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                        new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
