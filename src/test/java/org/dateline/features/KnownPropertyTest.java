package org.dateline.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPropertyTest {

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Excerpt", "FeatureProperties"})
    void the_script_reads_no_property_that_the_server_does_not_define(String type) throws Exception {
        String model = Files.readString(Path.of("frontend/src/model.ts"));
        int start = model.indexOf("export interface " + type + " {");
        String fields = model.substring(start, model.indexOf("\n}", start));

        assertThat(Pattern.compile("readonly (\\w+)\\??:")
                        .matcher(fields)
                        .results()
                        .map((MatchResult field) -> field.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(KnownProperty.find(name)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void excerpts_and_claims_have_the_titles_and_roles_of_their_names(Path files) throws Exception {
        Catalog catalog = CatalogLoader.load(files);
        CatalogCollections collections = CatalogCollections.of(catalog);

        for (String id : new String[] {"excerpts", "claims"}) {
            Schema schema = collections.find(id).orElseThrow().schema();
            assertThat(schema.properties())
                    .allSatisfy(property -> assertThat(KnownProperty.find(property.name()))
                            .hasValueSatisfying(
                                    known -> assertThat(property).isEqualTo(known.property(property.type()))));
        }
        assertThat(collections
                        .find("excerpts")
                        .orElseThrow()
                        .schema()
                        .time()
                        .map(time -> time.date().name()))
                .hasValue("excerpt_date");
        assertThat(collections.find("claims").orElseThrow().schema().properties().stream()
                        .map(Property::name))
                .containsExactlyElementsOf(new ClaimProperties(catalog).keys());
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void an_excerpt_says_the_same_in_its_collection_and_in_the_features_that_it_names(Path files) throws Exception {
        Catalog catalog = CatalogLoader.load(files);
        ExcerptProperties properties = new ExcerptProperties(new CatalogNames(catalog));

        catalog.citationsByFeature().values().stream().flatMap(List::stream).forEach(citation -> {
            Map<String, ?> alone = properties.inCollection(citation.report(), citation.excerpt());
            Map<String, ?> cited = properties.inFeature(citation);
            assertThat(cited).doesNotContainKey("date");
            alone.keySet().stream()
                    .filter(cited::containsKey)
                    .filter(name -> !name.equals("words"))
                    .forEach(name -> assertThat(cited.get(name)).isEqualTo(alone.get(name)));
        });
    }
}
