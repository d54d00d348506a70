package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dateline.geo.Bbox;
import org.dateline.geo.Location;
import org.dateline.model.Catalog.Citation;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class CatalogTest {

    private static final Text TEXT = new Text(Map.of("en", "text"));
    private static final MapView VIEW = new MapView("all", TEXT, TEXT, List.of(), new Bbox(0, 0, 1, 1), null);

    @Test
    void citations_come_in_the_order_of_the_reports_and_of_their_excerpts() {
        Catalog catalog = catalog(
                List.of(),
                report("b", excerpt("b-1", named("sibi")), excerpt("b-2", named("quetta"), named("sibi"))),
                report("a", excerpt("a-1", named("sibi"))));
        assertThat(excerptIds(catalog, "sibi")).containsExactly("b-1", "b-2", "a-1");
        assertThat(excerptIds(catalog, "quetta")).containsExactly("b-2");
        assertThat(catalog.citationsByFeature()).containsOnlyKeys("sibi", "quetta");
    }

    @Test
    void an_excerpt_is_cited_once_and_by_the_words_that_name_the_feature() {
        Mention.Named words = named("attack");
        Mention.Tells tells = new Mention.Tells("attack");
        Catalog catalog = catalog(
                List.of(),
                report("a", excerpt("a-1", tells, words), excerpt("a-2", words, tells), excerpt("a-3", tells)));
        assertThat(catalog.citationsByFeature().get("attack"))
                .extracting(Citation::mention)
                .containsExactly(words, words, tells);
    }

    @Test
    void a_citation_knows_its_report() {
        Catalog catalog = catalog(List.of(), report("a", excerpt("a-1", named("sibi"))));
        assertThat(catalog.citationsByFeature().get("sibi"))
                .singleElement()
                .satisfies(citation -> assertThat(citation.report().id()).isEqualTo("a"));
    }

    @Test
    void the_extent_holds_all_that_is_located_the_short_way_around() {
        Catalog catalog = catalog(List.of(
                place("anadyr", new Location.Point(new Coordinate(177.5, 64.7), 10)),
                place("provideniya", new Location.Point(new Coordinate(-173.2, 64.4), 10)),
                place("nowhere", new Location.Unlocated())));
        assertThat(catalog.extent()).hasValue(new Bbox(177.5, 64.4, -173.2, 64.7));
    }

    @Test
    void nothing_located_has_no_extent() {
        assertThat(catalog(List.of(place("nowhere", new Location.Unlocated()))).extent())
                .isEmpty();
    }

    @Test
    void the_first_language_is_the_default() {
        assertThat(catalog(List.of()).defaultLanguage()).isEqualTo("ru");
    }

    private static List<String> excerptIds(Catalog catalog, String feature) {
        return catalog.citationsByFeature().get(feature).stream()
                .map(citation -> citation.excerpt().id())
                .toList();
    }

    private static Mention.Named named(String feature) {
        return new Mention.Named(feature, List.of(feature));
    }

    private static Excerpt excerpt(String id, Mention... mentions) {
        return new Excerpt(id, "quote", 0, null, null, null, null, null, null, null, null, Arrays.asList(mentions));
    }

    private static Report report(String id, Excerpt... excerpts) {
        return new Report(
                id,
                TEXT,
                "en",
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                id,
                1,
                List.of(),
                Arrays.asList(excerpts),
                List.of(),
                List.of(),
                null);
    }

    private static Feature place(String id, Location location) {
        return new Feature(id, TEXT, null, List.of(), "town", location, null, null, null, null, Map.of());
    }

    private static Catalog catalog(List<Feature> features, Report... reports) {
        Layer layer = new Layer(
                "places", TEXT, TEXT, Layer.Style.PLACE, true, "source", "licence", Layer.Store.FILE, features);
        return new Catalog(
                TEXT,
                TEXT,
                List.of("ru", "en"),
                List.of(layer),
                Arrays.asList(reports),
                List.of(),
                List.of(),
                List.of(VIEW),
                VIEW,
                null,
                List.of(),
                List.of(),
                Map.of(),
                Brand.PROGRAM,
                "hash");
    }
}
