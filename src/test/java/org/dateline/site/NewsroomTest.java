package org.dateline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.catalog.CatalogLoader;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newsroom adds of its own: its brand, translations, signs of parties. */
class NewsroomTest {

    private static final String ORIGINAL = "La riada entró en el pueblo a las 18.40";
    private static final String ENGLISH = "The flood entered the village at 18:40";

    private static Site site;

    @BeforeAll
    static void build() throws Exception {
        site = new SiteBuilder(Hosting.ANYWHERE)
                .build(CatalogLoader.load(Path.of("src/test/resources/catalogs/newsroom")));
    }

    private static String page(String path) {
        return new String(site.resources().get(path).identity().bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"en/reports/diario/", "en/places/riada/", "en/embed/todo/"})
    void a_translation_stands_beside_the_original_with_its_translator(String path) {
        assertThat(page(path))
                .containsPattern("(?s)<blockquote lang=\"es\" dir=\"ltr\"><p>[^/]*" + ORIGINAL
                        + ".*?</blockquote>\\s*<div class=\"translation\"><p>" + ENGLISH
                        + "[^<]*</p><p class=\"translator\">Translation: Marta Oliver</p></div>");
    }

    @Test
    void a_translation_shows_only_to_those_who_read_its_language() {
        assertThat(page("reports/diario/")).contains(ORIGINAL).doesNotContain(ENGLISH, "class=\"translation\"");
        assertThat(page("uk/reports/diario/"))
                .contains(ORIGINAL, "Повінь увійшла в село о 18:40", "Переклад: Marta Oliver");
        assertThat(page("en/reports/mesa/")).contains("Our newsroom was in Alboraig on 13 October.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "en/places/riada/, 12 October 2031 · 18:40 local time",
                "places/riada/, |12 de octubre de 2031 · 18:40, hora local|",
                "uk/places/riada/, 12 жовтня 2031 р. · 18:40 за місцевим часом",
                "en/embed/todo/, 12 October 2031 · 18:40 local time"
            })
    void a_time_of_day_is_shown_with_its_zone_and_the_words_that_state_it(String path, String when) {
        assertThat(page(path).replaceAll("[\\s\\h]+", " "))
                .contains(when + " <q dir=\"auto\">hacia las 18.40, hora local</q>");
    }

    @ParameterizedTest
    @CsvSource({"en/reports/diario/", "en/embed/todo/"})
    void a_quote_says_its_time_of_day_and_no_zone_that_is_not_stated(String path) {
        assertThat(page(path)).contains("<span class=\"date\">time stated: 18:40</span>");
    }

    @Test
    void a_time_of_day_is_in_data_as_stated() {
        assertThat(page("layers/sucesos.geojson"))
                .contains("\"time\":\"18:40\",\"time_zone\":\"local\",\"time_words\":\"hacia las 18.40, hora local\"")
                .contains("\"excerpt_time\":\"18:40\",\"excerpt_time_words\":\"a las 18.40\"");
        assertThat(page("en/places/riada/")).contains("\"startDate\":\"2031-10-12T18:40\"");
    }

    @Test
    void a_report_says_that_the_newsroom_wrote_it() {
        assertThat(page("en/reports/mesa/")).contains("This newsroom’s own text");
        assertThat(page("en/reports/diario/")).doesNotContain("own text");
    }

    @Test
    void what_is_copied_has_the_original_first() {
        assertThat(page("en/reports/diario/"))
                .containsPattern("data-citation=\"“" + ORIGINAL + "[^\"]*offset \\d+\\. Translation: Marta Oliver, “"
                        + ENGLISH + "[^\"]*”\"");
    }

    @Test
    void layers_have_translations_beside_quotes_and_nothing_where_there_is_none() {
        assertThat(page("layers/sucesos.geojson"))
                .containsPattern("\"quote\":\"" + ORIGINAL + "[^\"]*\",\"translation\":\\{\"en\":\"" + ENGLISH)
                .contains("\"translator\":\"Marta Oliver\"")
                .doesNotContain("\"translation\":null");
    }

    @Test
    void a_party_has_the_sign_and_the_word_of_its_kind() {
        assertThat(page("en/parties/hospital/"))
                .containsPattern("<h1 class=\"party-name party-\\d of-hospital\">")
                .contains("<p class=\"kind\">hospital</p>");
        assertThat(page("uk/parties/alcalde/")).contains("<p class=\"kind\">місцева посадова особа</p>");
        assertThat(page("en/parties/gobierno/"))
                .contains("<p class=\"kind\">government</p>")
                .doesNotContain(" of-");
        assertThat(page("en/claims/heridos/")).containsPattern("<tr [^>]*class=\"party-\\d of-hospital\"");
    }

    @Test
    void the_newsrooms_name_stands_where_the_programs_would() {
        assertThat(page("en/"))
                .contains("<title>The Alboraig flood · The Desk</title>", "og:site_name\" content=\"The Desk\"")
                .doesNotContain("Dateline");
        assertThat(page("reports/diario/"))
                .contains(
                        "\"author\":{\"@type\":\"Organization\",\"name\":\"La Mesa\",\"url\":\"https://example.org/aviso-legal\""
                                + ",\"contactPoint\":{\"@type\":\"ContactPoint\",\"email\":\"mesa@example.org\"}}")
                .contains("\"license\":\"https://creativecommons.org/licenses/by/4.0/\"");
        assertThat(page("corrections.atom")).contains("<author><name>La Mesa</name>", "<rights>CC BY 4.0</rights>");
        assertThat(page("en/embed/todo.svg")).contains("The Desk, catalog").doesNotContain(">Dateline");
        assertThat(page("uk/embed/heridos/")).contains("alt=\"Стіл\"").doesNotContain("Dateline");
    }

    @ParameterizedTest
    @CsvSource({"es, Contacto, Aviso legal, Licencia:", "en, Contact, Imprint, Licence:"})
    void every_page_and_embed_ends_with_who_is_responsible(
            String language, String contact, String imprint, String licence) {
        for (String path : List.of("", "places/riada/", "reports/diario/", "embed/todo/", "embed/heridos/")) {
            assertThat(page((language.equals("es") ? "" : language + "/") + path))
                    .containsPattern("(?s)class=\"imprint\".*href=\"mailto:mesa@example.org\"[^>]*>" + contact + "<"
                            + ".*href=\"https://example.org/aviso-legal\"[^>]*>" + imprint + "<"
                            + ".*" + licence + " <a rel=\"license\"[^>]*>CC BY 4.0</a>");
        }
    }

    @Test
    void logos_and_colours_are_files_of_the_site_and_part_of_its_embeds() {
        Matcher sheet =
                Pattern.compile("href=\"(brand/brand-[0-9a-f]{10}\\.css)\"").matcher(page(""));
        assertThat(sheet.find()).isTrue();
        assertThat(page(sheet.group(1)))
                .startsWith(":root{--accent:#0a5c8a;")
                .containsPattern(
                        "prefers-color-scheme:dark\\)\\{:root:not\\(\\[data-theme=light\\]\\)\\{--accent:#[0-9a-f]{6};");
        assertThat(page(""))
                .containsPattern("<img class=\"logo-light\" src=\"brand/logo-[0-9a-f]{10}\\.svg\" alt=\"La Mesa\">");
        assertThat(page("embed/todo/"))
                .contains(
                        "<style>:root{--accent:#0a5c8a;", "<img class=\"logo-dark\" src=\"data:image/svg+xml;base64,");
    }

    @ParameterizedTest
    @CsvSource({
        "cv-90, line-road, road, Road",
        "barranco, line-river, river, River or stream",
        "ferri, line-ferry, ferry, Ferry route",
        "limite, line-border, border, 'Border, as the reports name it'",
        "gasoducto, line-pipeline, pipeline, Pipeline"
    })
    void a_line_has_the_symbol_of_its_kind_on_pages_in_pictures_and_in_keys(
            String place, String part, String sign, String words) {
        assertThat(page("en/")).contains("class=\"" + part + "\"");
        // Selected on its own page, in the colour of what is selected.
        assertThat(page("en/places/" + place + "/")).contains("class=\"" + part + "-selected\"");
        assertThat(page("en/embed/todo/"))
                .contains("class=\"" + part + "\"", "<li class=\"sign-" + sign + "\">" + words + "</li>");
        assertThat(page("en/embed/todo.svg")).contains(words);
    }

    @Test
    void a_railway_keeps_the_symbol_of_routes() {
        assertThat(page("en/places/tren/")).contains("class=\"route-selected\"", "class=\"route-core\"");
    }
}
