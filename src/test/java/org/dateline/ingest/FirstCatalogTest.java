package org.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.junit.jupiter.api.Test;

/** What is read in the quotes of the first catalog, with the names of its layers only, against what its editors tied. */
class FirstCatalogTest {

    @Test
    void the_places_that_editors_tied_are_read_in_its_quotes_and_hardly_others() throws Exception {
        assumeTrue(System.getProperty("dateline.texts") != null, "-Ddateline.texts names no folder with the texts");
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        List<OwnName> own = OwnName.of(catalog);
        Set<String> places = own.stream().map(OwnName::feature).collect(Collectors.toSet());
        PlaceReader reader = PlaceReader.open();
        List<String> missed = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        int tied = 0;
        int read = 0;
        for (Report report : catalog.reports()) {
            for (Excerpt excerpt : report.excerpts()) {
                Set<String> gold = excerpt.mentions().stream()
                        .filter(Mention.Named.class::isInstance)
                        .map(Mention::feature)
                        .filter(places::contains)
                        .collect(Collectors.toSet());
                Set<String> found = reader.read(excerpt.quote(), report.language(), own).stream()
                        .filter(mention -> !mention.candidates().isEmpty())
                        .map(mention -> mention.candidates().getFirst().feature())
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toSet());
                tied += gold.size();
                read += found.size();
                gold.stream()
                        .filter(id -> !found.contains(id))
                        .map(id -> excerpt.id() + " " + id)
                        .forEach(missed::add);
                found.stream()
                        .filter(id -> !gold.contains(id))
                        .map(id -> excerpt.id() + " " + id)
                        .forEach(extra::add);
            }
        }

        // Precision and recall of 0.95.
        assertThat(missed).as("missed of " + tied).hasSizeLessThanOrEqualTo((int) (tied * 0.05));
        assertThat(extra).as("not tied of " + read).hasSizeLessThanOrEqualTo((int) (read * 0.05));
    }
}
