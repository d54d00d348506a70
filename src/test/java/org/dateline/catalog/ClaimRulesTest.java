package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.FERRY;
import static org.dateline.catalog.CatalogCopy.ROAD;

import java.nio.file.Path;
import org.dateline.model.Claim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimRulesTest {

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                // The number stands in its quote, in digits or spelled out, or `vouched` with why.
                "ROAD  ¦ value: 9              ¦ value: 8              ¦ claims[0].value   ¦ 8                ¦ a number that is in the words \"девяти\", in digits or spelled out, or `vouched` with why",
                "ROAD  ¦ value: 19             ¦ value: 1              ¦ claims[2].value   ¦ 1                ¦ a number that is in the words \"19\", in digits or spelled out, or `vouched` with why",
                "FERRY ¦ value: 64             ¦ value: 46             ¦ claims[0].value   ¦ 46               ¦ a number that is in the words \"64\", in digits or spelled out, or `vouched` with why",
                "ROAD  ¦ words: не менее 21    ¦ words: не менее 22    ¦ claims[1].words   ¦ \"не менее 22\"  ¦ whole words of the quote",
                "FERRY ¦ words: \"64\"         ¦ words: \"6\"          ¦ claims[0].words   ¦ \"6\"            ¦ whole words of the quote",
                // The value and its wording agree.
                "ROAD  ¦ wording: at-least     ¦ wording: exactly      ¦ claims[1].wording ¦ \"exactly\"      ¦ at-least: the words are \"не менее 21\"",
                "FERRY ¦ wording: about        ¦ wording: nearly       ¦ claims[1].wording ¦ \"nearly\"       ¦ about: the words are \"about 40\"",
                "ROAD  ¦ wording: at-least     ¦ wording: between      ¦ claims[1].value   ¦ 21               ¦ two numbers, the smaller first, because the wording is between",
                "ROAD  ¦ value: 21             ¦ value: [21, 30]       ¦ claims[1].value   ¦ [21,30]          ¦ one number, because the wording is at-least",
                "ROAD  ¦ wording: at-least     ¦ wording: words        ¦ claims[1].value   ¦ 21               ¦ a counting word such as hundreds, because the wording is words",
                // All that is named exists.
                "ROAD  ¦ measure: mashiny      ¦ measure: sani         ¦ claims[0].measure ¦ \"sani\"         ¦ the id of a measure in measures.yaml",
                "FERRY ¦ excerpt: polar-tern-1 ¦ excerpt: polar-tern-9 ¦ claims[0].excerpt ¦ \"polar-tern-9\" ¦ an excerpt of this report",
                "FERRY ¦ excerpt: polar-tern-1 ¦ excerpt: zimnik-2024-02-14-1 ¦ claims[0].excerpt ¦ \"zimnik-2024-02-14-1\" ¦ an excerpt of this report",
                "ROAD  ¦ subject: ostrov-vrangelya ¦ subject: pevek     ¦ claims[3].subject ¦ \"pevek\"        ¦ an incident or a place that excerpt zimnik-2024-02-14-4 is tied to",
                "ROAD  ¦ who: машин            ¦ who: саней            ¦ claims[0].who     ¦ \"саней\"        ¦ whole words of the quote",
                "ROAD  ¦ who: машин            ¦ group: taksi          ¦ claims[0].group   ¦ \"taksi\"        ¦ a group of the measure mashiny",
                "ROAD  ¦ as_of_words: во вторник ¦ as_of_words: в среду ¦ claims[0].as_of_words ¦ \"в среду\"  ¦ words of the quote",
                "ROAD  ¦ as_of: \"2024-02-13\" ¦ as_of: \"2024-02-31\" ¦ claims[0].as_of   ¦ \"2024-02-31\"   ¦ an existing date, as YYYY-MM-DD, YYYY-MM or YYYY",
                "ROAD  ¦ id: zimnik-2024-02-14-c2 ¦ id: polar-tern-c1   ¦ claims[1].id      ¦ \"polar-tern-c1\" ¦ a unique id: report polar-tern has this one",
            })
    void a_claim_that_breaks_a_rule_is_named(
            String file, String old, String with, String field, String got, String expected) {
        String name = file.equals("ROAD") ? ROAD : FERRY;
        copy.replace(name, old, with);
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(name);
            assertThat(fault.line()).isPositive();
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.got()).isEqualTo(got);
            assertThat(fault.expected()).isEqualTo(expected);
        });
    }

    @Test
    void the_party_of_a_claim_exists() {
        copy.replace(
                FERRY, "    party: kapitan-porta\n  - id: polar-tern-c2", "    party: bocman\n  - id: polar-tern-c2");
        assertFault("claims[0].party", "\"bocman\"", "the id of a party in parties.yaml");
    }

    @Test
    void words_include_the_qualifier_of_their_number_in_the_quote() {
        copy.replace(ROAD, "wording: at-least\n    words: не менее 21", "wording: exactly\n    words: \"21\"");
        assertFault("claims[1].words", "\"21\"", "the words with \"не менее\" next to them in the quote");
    }

    @Test
    void a_counting_word_is_part_of_the_claims_words() {
        copy.replace(FERRY, "value: 64\n    wording: exactly", "value: hundreds\n    wording: words");
        assertFault("claims[0].words", "\"64\"", "words that say \"hundreds\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"064", "sixty-four", "[64]", "64 people"})
    void an_invalid_value_gets_one_fault_that_names_the_possible_values(String value) {
        copy.replace(FERRY, "value: 64", "value: " + value);
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("claims[0].value");
            assertThat(fault.expected())
                    .isEqualTo(
                            "a number of 0 or more, such as 83, or a list of 2 numbers, such as [70, 80], or one of all or"
                                    + " several or tens or dozens or scores or hundreds or thousands or tens-of-thousands or"
                                    + " hundreds-of-thousands or millions");
        });
    }

    @Test
    void an_editor_can_vouch_for_a_figure_that_cannot_be_read() throws InvalidCatalogException {
        copy.replace(
                FERRY, "value: 64\n    wording: exactly", "value: 46\n    wording: at-least\n    vouched: A list.");
        Claim.Check check = copy.load()
                .report("polar-tern")
                .orElseThrow()
                .claims()
                .getFirst()
                .check();
        assertThat(check)
                .isInstanceOfSatisfying(
                        Claim.Check.Vouched.class,
                        vouched -> assertThat(vouched.why().first()).isEqualTo("A list."));
    }

    @Test
    void vouched_words_must_still_be_in_the_quote() {
        copy.replace(FERRY, "words: \"64\"", "words: \"65\"\n    vouched: A list.");
        assertFault("claims[0].words", "\"65\"", "whole words of the quote");
    }

    @Test
    void a_claim_says_how_it_was_checked() throws InvalidCatalogException {
        copy.replace(FERRY, "language: en", "language: it").replace(FERRY, "words: \"64\"", "words: \"64\"");
        assertThat(copy.load().report("polar-tern").orElseThrow().claims())
                .extracting(Claim::check)
                .containsOnly(new Claim.Check.NumberOnly());
    }

    @Test
    void a_range_has_its_smaller_number_first() {
        copy.replace(FERRY, "value: 64\n    wording: exactly", "value: [64, 64]\n    wording: between");
        assertFault("claims[0].value", "[64,64]", "two numbers, the smaller first, because the wording is between");
    }

    @Test
    void both_numbers_of_a_range_are_in_the_words() {
        copy.replace(FERRY, "value: 64\n    wording: exactly", "value: [63, 64]\n    wording: between");
        assertFault(
                "claims[0].value",
                "[63,64]",
                "a number that is in the words \"64\", in digits or spelled out, or `vouched` with why");
    }

    @Test
    void parts_of_a_figure_add_up_to_no_more_than_it() {
        copy.replace(FERRY, "figures_apart:", part("c3", 64, "\"64\"") + part("c4", 64, "\"64\"") + "figures_apart:");
        assertFault("claims[3].part_of", "parts that add up to 128 or more", "parts that add up to at most 64");
    }

    @Test
    void a_part_as_large_as_the_whole_is_no_fault() throws InvalidCatalogException {
        copy.replace(FERRY, "figures_apart:", part("c3", 64, "\"64\"") + "figures_apart:");
        assertThat(copy.load()).isNotNull();
    }

    @Test
    void a_part_belongs_to_a_whole_of_the_same_measure_and_subject() {
        copy.replace(
                FERRY,
                "figures_apart:",
                part("c3", 64, "\"64\"").replace("part_of: polar-tern-c1", "part_of: polar-tern-c2")
                        + "figures_apart:");
        assertFault(
                "claims[2].part_of",
                "\"polar-tern-c2\"",
                "a claim of this report, of the same measure and subject, and no part itself");
    }

    @Test
    void a_part_of_a_part_is_refused() {
        copy.replace(
                FERRY,
                "figures_apart:",
                part("c3", 64, "\"64\"")
                        + part("c4", 64, "\"64\"").replace("part_of: polar-tern-c1", "part_of: polar-tern-c3")
                        + "figures_apart:");
        assertThat(copy.faults()).extracting(Fault::field).containsExactly("claims[3].part_of");
    }

    @Test
    void a_claim_with_a_fault_does_not_hide_those_of_the_others() {
        copy.replace(FERRY, "value: 64", "value: -1").replace(FERRY, "value: 40", "value: 41");
        assertThat(copy.faults()).extracting(Fault::field).containsExactly("claims[0].value", "claims[1].value");
    }

    private static String part(String id, int value, String words) {
        return """
                  - id: polar-tern-%s
                    measure: na-parome
                    subject: parom
                    value: %d
                    wording: exactly
                    words: %s
                    excerpt: polar-tern-1
                    part_of: polar-tern-c1
                """.formatted(id, value, words);
    }

    private void assertFault(String field, String got, String expected) {
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.got()).isEqualTo(got);
            assertThat(fault.expected()).isEqualTo(expected);
        });
    }
}
