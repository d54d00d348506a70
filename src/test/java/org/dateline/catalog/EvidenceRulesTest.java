package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.FERRY;
import static org.dateline.catalog.CatalogCopy.ROAD;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceRulesTest {

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
    }

    @Test
    void excerpts_do_not_overlap() {
        copy.replace(FERRY, "offset: 174", "offset: 172");
        assertFault(
                FERRY,
                "offset: 172",
                "excerpts[1].offset",
                "172",
                "173 or more, where the excerpt before it in the text ends");
    }

    @Test
    void the_length_of_a_quote_is_counted_in_code_points_of_its_normalised_form() {
        // A space more in the quote is none in its normalised form, so the next offset still holds.
        copy.replace(FERRY, "offset: 174", "offset: 173")
                .replace(FERRY, "for Provideniya with", "for  Provideniya\u00A0with");
        assertThat(loads()).isTrue();
    }

    @Test
    void a_quote_is_within_the_text() {
        copy.replace(FERRY, "offset: 370", "offset: 560");
        assertFault(
                FERRY,
                "offset: 560",
                "excerpts[3].offset",
                "560",
                "the whole quote within the text's 590 code points; it would end at 598");
    }

    @Test
    void no_more_than_two_thirds_of_a_text_are_quoted() {
        // 480 code points are quoted: two thirds of 720.
        copy.replace(ROAD, "length: 799", "length: 719");
        assertFault(
                ROAD,
                "excerpts:",
                "excerpts",
                "480 of the text's 719 characters quoted",
                "at most two thirds, which are 479: excerpts, not the article; leave out 1 or more (or state \"own: true\" if the newsroom wrote the text itself)");

        copy.replace(ROAD, "language: ", "own: true\nlanguage: ");
        assertThat(loads()).isTrue();
    }

    @Test
    void exactly_two_thirds_are_not_too_much() {
        copy.replace(ROAD, "length: 799", "length: 720");
        assertThat(loads()).isTrue();
    }

    @Test
    void a_quote_holds_prose_only() {
        copy.replace(FERRY, "a deckhand said'", "a deckhand [MAP] said'");
        assertFault(
                FERRY,
                "[MAP] said",
                "excerpts[1].quote",
                "\"“We expected fewer than 60,” a deckhand [MAP] said\"",
                "prose only, without \"[MAP]\"");
    }

    @Test
    void text_other_than_prose_is_found_with_any_quotation_marks() {
        copy.replace(FERRY, "[\"[MAP]\"]", "[\"'We expected fewer than 60,'\"]")
                .replace(FERRY, "'“We expected fewer than 60,” a", "\"‘We expected fewer than 60,’ a")
                .replace(FERRY, "a deckhand said'", "a deckhand said\"");
        assertFault(
                FERRY,
                "‘We expected",
                "excerpts[1].quote",
                "\"‘We expected fewer than 60,’ a deckhand said\"",
                "prose only, without \"'We expected fewer than 60,'\"");
    }

    @Test
    void a_quote_has_no_space_at_its_ends() {
        copy.replace(FERRY, "a deckhand said'", "a deckhand said\u00A0'");
        assertFault(
                FERRY,
                "a deckhand said",
                "excerpts[1].quote",
                "\"“We expected fewer than 60,” a deckhand said\u00A0\"",
                "a quote with no space at its ends");
    }

    @Test
    void a_place_is_named_by_words_of_the_quote() {
        copy.replace(FERRY, "words: Provideniya", "words: Petropavlovsk");
        assertFault(
                FERRY, "Petropavlovsk", "excerpts[0].places[1].words", "\"Petropavlovsk\"", "whole words of the quote");
    }

    @Test
    void a_place_is_named_by_whole_words() {
        copy.replace(ROAD, "words: Анадырем", "words: Анадыре");
        assertFault(ROAD, "words: Анадыре}", "excerpts[0].places[1].words", "\"Анадыре\"", "whole words of the quote");
    }

    @Test
    void each_of_several_names_is_in_the_quote() {
        copy.replace(FERRY, "[Pevek, ", "[Pevek, Peveks, ");
        assertFault(FERRY, "Peveks", "excerpts[3].places[0].words", "\"Peveks\"", "whole words of the quote");
    }

    @Test
    void a_date_is_stated_by_words_of_the_quote() {
        copy.replace(ROAD, "date_words: во вторник", "date_words: в среду");
        assertFault(ROAD, "date_words: в среду", "excerpts[0].date_words", "\"в среду\"", "words of the quote");
    }

    @Test
    void a_whole_number_may_stand_for_its_words() {
        copy.replace(FERRY, "words: \"64\"", "words: 64");
        assertThat(loads()).isTrue();
    }

    private void stateTime(String fields) {
        copy.replace(ROAD, "    date_words: во вторник\n", "    date_words: во вторник\n" + fields.indent(4));
    }

    @Test
    void a_time_of_day_is_stated_by_words_of_the_quote() {
        stateTime("time: \"09:30\"\ntime_words: утром");
        assertFault(ROAD, "time_words", "excerpts[0].time_words", "\"утром\"", "words of the quote");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "time: 9am, time, |\"9am\"|, a time of day",
                "|time: \"24:00\"|, time, |\"24:00\"|, a time of day",
                "time: 10, time, 10, |a text, in quotation marks|",
                "|time: \"09:30\", time_zone: PKT|, time_zone, |\"PKT\"|, |an offset, as \"+05:00\"|",
                "|time: \"09:30\", time_zone: \"+5\"|, time_zone, |\"+5\"|, |an offset, as \"+05:00\"|",
            })
    void a_time_of_day_is_said_in_one_form(String fields, String field, String got, String expected) {
        stateTime(fields.replace(", ", "\n") + "\ntime_words: во вторник");
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("excerpts[0]." + field);
            assertThat(fault.got()).isEqualTo(got);
            assertThat(fault.expected()).contains(expected);
        });
    }

    @Test
    void a_time_of_day_belongs_to_a_day() {
        copy.replace(ROAD, "date: \"2024-02-13\"", "date: \"2024-02\"");
        stateTime("time: \"09:30\"\ntime_words: во вторник");
        assertFault(
                ROAD,
                "2024-02\"",
                "excerpts[0].date",
                "\"2024-02\"",
                "a day, as YYYY-MM-DD, where a time of day is stated");
    }

    @Test
    void a_date_exists() {
        copy.replace(ROAD, "date: \"2024-02-13\"", "date: \"2024-02-30\"");
        assertFault(
                ROAD,
                "2024-02-30",
                "excerpts[0].date",
                "\"2024-02-30\"",
                "an existing date, as YYYY-MM-DD, YYYY-MM or YYYY");
    }

    @Test
    void the_speaker_is_a_party() {
        copy.replace(FERRY, "party: matros", "party: bocman");
        assertFault(FERRY, "party: bocman", "excerpts[1].party", "\"bocman\"", "the id of a party in parties.yaml");
    }

    @Test
    void a_place_is_a_feature() {
        copy.replace(FERRY, "id: pevek", "id: magadan");
        assertFault(FERRY, "id: magadan", "excerpts[3].places[0].id", "\"magadan\"", "a feature of a layer");
    }

    @Test
    void an_incident_is_a_feature() {
        copy.replace(ROAD, "[propazha-zonda]", "[metel]");
        assertFault(ROAD, "[metel]", "excerpts[5].incidents[0]", "\"metel\"", "a feature of a layer");
    }

    @Test
    void a_place_is_tied_to_an_excerpt_once() {
        copy.replace(FERRY, "{id: provideniya, words: Provideniya}", "{id: anadyr, words: Provideniya}");
        assertFault(
                FERRY,
                "words: Provideniya",
                "excerpts[0].places[1].id",
                "\"anadyr\"",
                "each place once: its words can be a list");
    }

    @Test
    void a_note_of_missing_verification_points_to_an_excerpt_of_the_same_report() {
        copy.replace(ROAD, "not_verified: zimnik-2024-02-14-5", "not_verified: polar-tern-1");
        assertFault(ROAD, "not_verified:", "excerpts[3].not_verified", "\"polar-tern-1\"", "an excerpt of this report");
    }

    @Test
    void the_id_of_an_excerpt_is_its_own() {
        copy.replace(FERRY, "id: polar-tern-2", "id: polar-tern-1");
        assertFault(
                FERRY,
                "    quote: '“We",
                -1,
                "excerpts[1].id",
                "\"polar-tern-1\"",
                "a unique id: report polar-tern has this one");
    }

    @Test
    void the_id_of_an_excerpt_is_its_own_over_all_reports() {
        copy.replace(ROAD, "id: zimnik-2024-02-14-6", "id: polar-tern-1");
        assertFault(
                ROAD,
                "id: polar-tern-1",
                "excerpts[5].id",
                "\"polar-tern-1\"",
                "a unique id: report polar-tern has this one");
    }

    @Test
    void a_text_has_one_report() {
        String hash = copy.read(ROAD).replaceFirst("(?s).*sha256: \"([0-9a-f]{64})\".*", "$1");
        copy.write(FERRY, copy.read(FERRY).replaceFirst("[0-9a-f]{64}", hash));
        assertFault(
                ROAD,
                "sha256:",
                "text.sha256",
                "\"" + hash.substring(0, 59) + "…",
                "a unique text: report polar-tern has this one");
    }

    @Test
    void an_excerpt_with_a_fault_does_not_hide_those_of_the_others() {
        copy.replace(FERRY, "offset: 66", "offset: x").replace(FERRY, "id: pevek", "id: magadan");
        assertThat(copy.faults())
                .extracting(Fault::field)
                .containsExactly("excerpts[0].offset", "excerpts[3].places[0].id");
    }

    @Test
    void an_excerpt_with_a_fault_can_still_be_pointed_to() {
        copy.replace(ROAD, "quote: 'Проверить эти сведения газета не смогла.'", "quote: 5");
        assertThat(copy.faults()).extracting(Fault::field).containsExactly("excerpts[4].quote");
    }

    private boolean loads() {
        try {
            return copy.load() != null;
        } catch (InvalidCatalogException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private void assertFault(String file, String at, String field, String got, String expected) {
        assertFault(file, at, 0, field, got, expected);
    }

    private void assertFault(String file, String at, int lines, String field, String got, String expected) {
        assertThat(copy.faults()).containsExactly(new Fault(file, copy.line(file, at) + lines, field, got, expected));
    }
}
