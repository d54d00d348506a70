package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.dateline.Catalogs;
import org.junit.jupiter.api.Test;

/** Each quote stands in its source, verbatim, where its report says; each number of a source is accounted for. */
class QuotesTest {

    static final Path TEXTS = Path.of("src/test/resources/texts");

    @Test
    void of_the_fixture_stand_in_their_texts() throws Exception {
        assertVerbatim(Catalogs.CHUKOTKA, TEXTS);
    }

    /** The sources are not part of the project: {@code mvn test -Ddateline.texts=DIR} names a folder that has them. */
    @Test
    void of_the_first_catalog_stand_in_their_texts() throws Exception {
        String folder = System.getProperty("dateline.texts");
        assumeTrue(folder != null, "-Ddateline.texts names no folder with the texts of the reports");
        assertVerbatim(Catalogs.JAFFAR_EXPRESS, Path.of(folder));
    }

    private static void assertVerbatim(Path catalog, Path texts) throws Exception {
        List<Verdict> verdicts =
                TextVerifier.verify(catalog, CatalogLoader.load(catalog).reports(), SourceTexts.read(texts));
        assertThat(verdicts)
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(
                                Verdict.Verified.class,
                                verified -> assertThat(verified.unclaimed())
                                        .as(
                                                "numbers of %s that no claim takes up",
                                                verified.report().id())
                                        .isEmpty()));
    }
}
