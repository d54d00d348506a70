package org.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.dateline.ingest.PlaceMention.Candidate;
import org.dateline.ingest.PlaceMention.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Texts are invented. */
class PlaceReaderTest {

    private static PlaceReader reader;

    @BeforeAll
    static void open() {
        reader = PlaceReader.open();
    }

    private static List<PlaceMention> read(String text, OwnName... own) {
        return reader.read(text, "en", List.of(own));
    }

    private static List<String> words(String text, OwnName... own) {
        return read(text, own).stream().map(PlaceMention::words).toList();
    }

    private static List<String> wordsIn(String language, String text) {
        return reader.read(text, language, List.of()).stream()
                .map(PlaceMention::words)
                .toList();
    }

    private static Candidate first(String text, String words) {
        return read(text).stream()
                .filter(mention -> mention.words().equals(words))
                .findFirst()
                .orElseThrow()
                .candidates()
                .getFirst();
    }

    @Test
    void places_are_read_and_people_organisations_and_demonyms_are_not() {
        String text = """
                NAIROBI (Agency) - Floods closed roads near Mombasa on Monday, officials in Kenya said. Charlotte Smith
                of the University of Texas told the Boston Globe that Kenyan farmers in Kisumu had lost crops. "We need
                help," Smith said.
                """;

        assertEquals(List.of("NAIROBI", "Mombasa", "Kenya", "Kisumu"), words(text));
    }

    @Test
    void words_that_stand_beside_towns_only_keep_a_country_of_that_name_away() {
        for (String text : List.of(
                "A Lebanon woman was held on Sunday near the Ohio line.",
                "Ann Grey, 36, of Lebanon, was held on Sunday near the Ohio line.",
                "Ann Grey, 36, Lebanon, was held on Sunday near the Ohio line.",
                "The fire began at 40 Oak St., Lebanon, near the Ohio line.",
                "The fire began in downtown Lebanon, near the Ohio line.")) {
            assertEquals("town", first(text, "Lebanon").kind(), text);
        }
        assertEquals(
                "country",
                first("Rain fell in Lebanon and in Syria on Sunday.", "Lebanon").kind());
    }

    @Test
    void the_city_of_a_name_may_be_any_town_of_that_name() {
        assertEquals(
                "Nebraska, United States",
                first("The fire burned in the City of Norfolk, Nebraska, and in Omaha and Lincoln.", "City of Norfolk")
                        .within());
    }

    @Test
    void what_lies_around_decides_between_places_of_one_name() {
        assertEquals(
                "Illinois, United States",
                first("A storm hit Springfield, Illinois, and later Peoria and Decatur.", "Springfield")
                        .within());
        assertEquals(
                "Massachusetts, United States",
                first("A storm hit Springfield, Massachusetts, and later Worcester and Boston.", "Springfield")
                        .within());
        assertEquals(
                "Ontario, Canada",
                first("Police in London, Ontario, closed the road to Kitchener. In London a man was held.", "London")
                        .within());
    }

    @Test
    void every_proposal_says_why_and_how_sure_it_is() {
        for (PlaceMention mention : read("Crowds gathered in Lima and in Cusco, Peru, police in Peru said.")) {
            assertTrue(mention.sure() > 0 && mention.sure() <= 1, mention.words());
            assertTrue(!mention.why().isBlank(), mention.words());
        }
        PlaceMention peru = read("Crowds gathered in Lima and in Cusco, Peru, police in Peru said.")
                .getLast();
        assertEquals(Verdict.SURE, peru.verdict());
        assertEquals("Peru", peru.words());
    }

    @Test
    void a_name_that_no_gazetteer_has_is_an_answer() {
        PlaceMention unknown =
                read("Two men were seen walking in Zzyqarth on Tuesday.").getFirst();

        assertEquals("Zzyqarth", unknown.words());
        assertEquals(Verdict.UNKNOWN, unknown.verdict());
        assertTrue(unknown.candidates().isEmpty());
    }

    @Test
    void two_places_that_are_as_probable_are_an_answer() {
        List<PlaceMention> found = read(
                "The ferry sank near Harbour Rock, islanders said.",
                new OwnName("Harbour Rock", "rock-north"),
                new OwnName("Harbour Rock", "rock-south"));

        assertEquals(Verdict.UNDECIDED, found.getFirst().verdict());
        assertEquals(
                List.of("rock-north", "rock-south"),
                found.getFirst().candidates().stream().map(Candidate::feature).toList());
    }

    @Test
    void the_catalog_s_own_places_come_first() {
        String text = "A truck overturned in Lima on the coast road, and a bus in Ab-e-Zar.";

        assertEquals(
                List.of("lima-ohio", "ab-e-zar"),
                read(text, new OwnName("Lima", "lima-ohio"), new OwnName("Ab-e-Zar", "ab-e-zar")).stream()
                        .map(mention -> mention.candidates().getFirst().feature())
                        .toList());
    }

    @Test
    void names_after_a_person_s_title_or_in_an_organisation_s_name_are_no_places_of_the_catalog() {
        assertEquals(
                List.of(),
                words(
                        "Minister Peter Quetta said that Harbour Report India had asked him.",
                        new OwnName("Quetta", "quetta"),
                        new OwnName("India", "india")));
    }

    @Test
    void other_scripts_are_read_where_the_gazetteer_has_their_names() {
        assertEquals(
                List.of("کراچی", "پاکستان"),
                wordsIn("ur", "پولیس کے مطابق کراچی میں ٹرین روکی گئی، پاکستان میں کہا گیا۔"));
    }

    @Test
    void names_in_arabic_are_read_with_the_article_and_with_what_is_joined_to_it() {
        assertEquals(List.of("الخرطوم", "والموصل"), wordsIn("ar", "وقيل في الخرطوم إن الفرق لم تصل، والموصل بعيدة."));
    }

    @Test
    void nouns_with_the_article_are_no_places_in_scripts_without_capitals() {
        assertEquals(
                List.of("الخرطوم"),
                wordsIn(
                        "ar",
                        "وصلت العبارة من الجزيرة إلى المدينة بعد العاصفة، وقيل في الخرطوم إن الطريق بالساحل مفتوح."));
        assertEquals(List.of(), wordsIn("bn", "দ্বীপ থেকে শহর পর্যন্ত নদী বন্ধ।"));
    }

    @Test
    void a_small_town_beside_a_place_that_is_surely_named_is_proposed() {
        String text = """
                Valencia, 3 May 2031 (Hill Wire) — A flood down the ravine swept through Paiporta on Friday, south of Valencia.

                The acting mayor of Paiporta, Rosa Ferrandis, asked for boats. The line between Valencia and Utiel was cut.
                """;

        assertEquals(List.of("Valencia", "Paiporta", "Valencia", "Paiporta", "Valencia", "Utiel"), words(text));
    }

    @Test
    void a_town_with_its_divisions_name_is_meant_where_a_text_is_dated_or_beside_it() {
        for (String text : List.of(
                "Valencia, 3 May 2031 (Hill Wire) — A flood cut roads in Spain on Friday.",
                "Garages in villages south of Valencia were under water, police in Spain said.",
                "The line between Valencia and Utiel was cut.")) {
            assertEquals(0, first(text, "Valencia").position().distance(new Coordinate(-0.38, 39.47)), 0.1, text);
        }
    }

    @Test
    void a_long_text_takes_no_time_that_grows_with_its_square() {
        String text = "Rescue teams from Valencia reached Paiporta and Catarroja in Spain. ".repeat(500);

        assertTrue(read(text).stream()
                .map(PlaceMention::words)
                .collect(Collectors.toSet())
                .containsAll(List.of("Valencia", "Paiporta", "Catarroja", "Spain")));
    }
}
