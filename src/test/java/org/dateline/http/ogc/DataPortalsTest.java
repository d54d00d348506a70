package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;

import java.util.List;
import org.dateline.Catalogs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What data portals, and readers in other languages, ask of the API. */
class DataPortalsTest {

    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        api = new Api(Catalogs.JAFFAR_EXPRESS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static List<String> texts(JsonNode nodes, String name) {
        return nodes.valueStream().map(node -> node.path(name).asString()).toList();
    }

    @Test
    void dcat_lists_each_collection_and_how_to_get_it() throws Exception {
        JsonNode catalog = api.json("/?f=dcat");

        assertThat(catalog.path("@type").asString()).isEqualTo("dcat:Catalog");
        assertThat(texts(catalog.path("dct:title"), "@language")).containsExactly("en", "ur");
        assertThat(texts(catalog.path("dcat:dataset"), "dct:identifier"))
                .isEqualTo(texts(api.json("/collections").path("collections"), "id"));
        JsonNode places = catalog.path("dcat:dataset")
                .valueStream()
                .filter(dataset -> dataset.path("dct:identifier").asString().equals("places"))
                .findFirst()
                .orElseThrow();
        assertThat(places.path("dct:spatial").path("dcat:bbox").path("@value").asString())
                .startsWith("POLYGON ((62.");
        for (JsonNode distribution : places.path("dcat:distribution")) {
            String address = distribution.path("dcat:accessURL").path("@id").asString();
            var answer = api.get(address.substring(api.root().length()));
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(distribution.path("dcat:mediaType").path("@id").asString())
                    .endsWith("/" + header(answer, "Content-Type").replaceAll(";.*", ""));
        }
        assertThat(texts(api.json("/?f=json").path("links"), "type")).contains("application/ld+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                    |                 | en",
                "?lang=ur            |                 | ur",
                "                    | ur-PK, en;q=0.5 | ur",
                "                    | fr              | en",
                "                    | ;;;=            | en",
                "?lang=en            | ur              | en",
            })
    void titles_are_in_the_language_asked_for(String query, String accept, String language) throws Exception {
        String path = "/collections/places" + (query == null ? "" : query);
        var answer = accept == null ? api.get(path) : api.get(path, "Accept-Language", accept);
        String title = api.json(path, accept == null ? new String[0] : new String[] {"Accept-Language", accept})
                .path("title")
                .asString();
        assertThat(header(answer, "Content-Language")).isEqualTo(language);
        assertThat(title).isEqualTo(language.equals("ur") ? "مقامات" : "Places");
    }

    @Test
    void a_language_that_the_catalog_does_not_have_is_refused() throws Exception {
        var answer = api.get("/collections?lang=xx");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("one of en, ur");
    }

    @Test
    void words_are_found_whatever_their_case_and_accents() throws Exception {
        assertThat(api.foundIds("places", "q", "quétta")).contains("quetta");
        assertThat(api.foundIds("places", "q", "nowhere-at-all")).isEmpty();
        assertThat(api.foundIds("places", "q", "%")).isEmpty();
        List<String> both = api.foundIds("excerpts", "q", "HOSTAGES train");
        assertThat(both).isNotEmpty();
        assertThat(api.foundIds("excerpts", "q", "hostages")).containsAll(both).hasSizeGreaterThan(both.size());
        assertThat(api.foundIds("places", "q", " ")).isEqualTo(api.foundIds("places"));
    }
}
