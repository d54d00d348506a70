package org.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A newsroom's name, contact and licence in what machines read. */
class NewsroomOverHttpTest {

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    @Test
    void who_publishes_a_catalog_is_said_to_those_who_harvest_it() throws Exception {
        try (RunningServer server = new RunningServer(Path.of("src/test/resources/catalogs/newsroom"))) {
            assertThat(text(server, "/ogc/?f=dcat"))
                    .contains("\"dct:publisher\":{\"@type\":\"foaf:Agent\",\"foaf:name\":[{\"@language\":\"es\"")
                    .contains("\"vcard:hasEmail\":{\"@id\":\"mailto:mesa@example.org\"}")
                    .contains("\"dct:license\":{\"@id\":\"" + LICENCE + "\"}");
            assertThat(text(server, "/ogc/?f=json"))
                    .contains("\"attribution\":\"La Mesa\"", "\"rel\":\"license\"", "\"href\":\"" + LICENCE + "\"");
            assertThat(text(server, "/ogc/api"))
                    .contains("\"contact\":{\"name\":\"La Mesa\",\"email\":\"mesa@example.org\"}")
                    .contains("\"license\":{\"name\":\"CC BY 4.0\",\"url\":\"" + LICENCE + "\"}");
            assertThat(text(server, "/oembed?format=json&url=http://127.0.0.1:" + server.port() + "/en/"))
                    .contains("\"provider_name\":\"The Desk\"");
            // Nobody compared the quotes with their texts.
            assertThat(server.get("/en/embed/todo/").body())
                    .asString(StandardCharsets.UTF_8)
                    .contains("<p class=\"sources\">")
                    .doesNotContain("verbatim</p>");
            assertThat(server.get("/").headers().firstValue("content-security-policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
        }
    }

    private static String text(RunningServer server, String path) throws Exception {
        return new String(server.get(path).body(), StandardCharsets.UTF_8);
    }
}
