package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.CATALOG;
import static org.dateline.catalog.CatalogCopy.FERRY;
import static org.dateline.catalog.CatalogCopy.PARTIES;
import static org.dateline.catalog.CatalogCopy.PLACES;
import static org.dateline.catalog.CatalogCopy.ROAD;
import static org.dateline.catalog.CatalogCopy.VIEW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SchemaValidatorTest {

    @TempDir
    Path folder;

    /** The file, what stands there and what is put there; then the field, what was got and what was expected. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    FERRY   ¦ url: null                ¦ url: null\\nlink: x        ¦ link                 ¦ an unknown field "link"  ¦ one of the fields aliases, status, own, label, language, title, publisher, author, credit, dateline, date, url, cites, text, not_prose, excerpts, claims, figures_apart
                    FERRY   ¦ language: en             ¦ language: 5              ¦ language             ¦ 5                        ¦ a text, in quotation marks
                    FERRY   ¦ language: en             ¦ language: English        ¦ language             ¦ "English"                ¦ a language code, such as en, pt-BR or zh-Hans
                    FERRY   ¦ title: null              ¦ title: ""                ¦ title                ¦ ""                       ¦ at least 1 character
                    FERRY   ¦ title: null              ¦ title: [x]               ¦ title                ¦ ["x"]                    ¦ a text or null
                    FERRY   ¦ cites: []                ¦ cites: x                 ¦ cites                ¦ "x"                      ¦ a list
                    FERRY   ¦ cites: []                ¦ cites: [x, x]            ¦ cites                ¦ ["x","x"]                ¦ each item once
                    FERRY   ¦ offset: 66               ¦ offset: x                ¦ excerpts[0].offset   ¦ "x"                      ¦ a whole number
                    FERRY   ¦ - id: parom              ¦ - id: Parom              ¦ excerpts[0].places[2].id ¦ "Parom"              ¦ lower-case letters and digits, joined by hyphens, such as sibi-district
                    FERRY   ¦ language: en             ¦ language: en\\nLanguage: en ¦ Language          ¦ an unknown field "Language" ¦ one of the fields aliases, status, own, label, language, title, publisher, author, credit, dateline, date, url, cites, text, not_prose, excerpts, claims, figures_apart; perhaps "language"
                    FERRY   ¦ words: Provideniya}      ¦ words: about 4,000}      ¦ excerpts[0].places[1].000 ¦ an unknown field "000" ¦ no comma within a value: "4,000" in quotation marks as words, 4000 as a number
                    VIEW    ¦ en: Chukotka             ¦ English: Chukotka        ¦ title.English        ¦ an unknown field "English" ¦ a language code, such as en, pt-BR or zh-Hans
                    FERRY   ¦ words: Provideniya       ¦ name: Provideniya        ¦ excerpts[0].places[1].name ¦ an unknown field "name" ¦ one of the fields id, words, inferred, sure, why
                    FERRY   ¦ {id: provideniya, words: Provideniya} ¦ {id: provideniya} ¦ excerpts[0].places[1] ¦ no field "words"         ¦ the field "words"
                    ROAD    ¦ "2024-01"                ¦ "2024-1"                 ¦ excerpts[5].date     ¦ "2024-1"                 ¦ a day, month or year, such as "2025-03-11", "2025-03" or "2025"
                    ROAD    ¦ "2024-02-14"             ¦ 20240214                 ¦ date                 ¦ 20240214                 ¦ a text or null
                    CATALOG ¦ languages: [ru, en]      ¦ languages: []            ¦ languages            ¦ []                       ¦ at least 1 item
                    PARTIES ¦ kind: person             ¦ sort: person             ¦ [3]                  ¦ no field "kind"          ¦ the field "kind"
                    PARTIES ¦ kind: person             ¦ kind: fish               ¦ [3].kind             ¦ "fish"                   ¦ "armed-group" or "police" or "military" or "railway" or "government" or "official" or "local-official" or "court" or "hospital" or "aid-group" or "company" or "news-organisation" or "research-group" or "person" or "witness" or "other"
                    VIEW    ¦ bbox:                    ¦ measure: veter\\nbbox:    ¦                      ¦ bbox and measure         ¦ exactly one of the fields bbox, place, measure
                    VIEW    ¦ [165, 61, -165, 73]      ¦ [165, 61, -165]          ¦ bbox                 ¦ [165,61,-165]            ¦ at least 4 items
                    VIEW    ¦ [165, 61, -165, 73]      ¦ [165, 61, -165, 73, 0]   ¦ bbox                 ¦ [165,61,-165,73,0]       ¦ at most 4 items
                    VIEW    ¦ [165, 61, -165, 73]      ¦ [165, 61, -165, x]       ¦ bbox[3]              ¦ "x"                      ¦ a number
                    VIEW    ¦ [165, 61, -165, 73]      ¦ [195, 61, -165, 73]      ¦ bbox[0]              ¦ 195                      ¦ 180 or less
                    PLACES  ¦ "type": "FeatureCollection" ¦ "type": "Topology"    ¦ type                 ¦ "Topology"               ¦ "FeatureCollection"
                    PLACES  ¦ "location": "area"       ¦ "location": "blob"       ¦ features[5].properties.location ¦ "blob"        ¦ "point" or "radius" or "area" or "line" or "between" or "unlocated"
                    PLACES  ¦ "uncertainty_m": 3000, " ¦ "                        ¦ features[0].properties ¦ no field "uncertainty_m" ¦ the field "uncertainty_m"
                    """)
    void say_which_field_breaks_which_rule(
            String name, String old, String with, String field, String got, String expected) {
        String file = file(name);
        CatalogCopy copy = CatalogCopy.in(folder).replace(file, old, with.replace("\\n", "\n"));
        assertThat(copy.faults())
                .filteredOn(fault -> fault.file().equals(file))
                .first()
                .satisfies(fault -> {
                    assertThat(fault.line()).isBetween(1, copy.line(file, with.replace("\\n", "\n")) + 1);
                    assertThat(fault.field()).isEqualTo(field == null ? "" : field);
                    assertThat(fault.got()).isEqualTo(got);
                    assertThat(fault.expected()).isEqualTo(expected.replace("\\\\", "\\"));
                });
    }

    @ParameterizedTest
    @CsvSource({"5", "[5]", "true"})
    void a_text_is_a_string_or_texts_by_language(String wrong) {
        CatalogCopy copy =
                CatalogCopy.in(folder).replace(PARTIES, "Выдумано для тестов.\n- id: matros", wrong + "\n- id: matros");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        PARTIES,
                        copy.line(PARTIES, "- id: matros") - 1,
                        "[2].description",
                        wrong,
                        "a text or an object"));
    }

    @Test
    void a_text_is_there_in_the_first_language() {
        CatalogCopy copy = CatalogCopy.in(folder).replace(VIEW, "title: {ru: Чукотка, en", "title: {en");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        VIEW,
                        copy.line(VIEW, "title:"),
                        "title",
                        "{\"en\":\"Chukotka\"}",
                        "a text in the catalog's first language, ru"));
    }

    @Test
    void a_date_needs_the_words_that_state_it() {
        CatalogCopy copy = CatalogCopy.in(folder).replace(ROAD, "    date_words: во вторник\n", "");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        ROAD,
                        copy.line(ROAD, "- id: zimnik-2024-02-14-1"),
                        "excerpts[0]",
                        "no field \"date_words\"",
                        "the field \"date_words\""));
    }

    @Test
    void speak_the_same_language_on_every_machine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            assertThat(CatalogCopy.in(folder)
                            .replace(FERRY, "language: en", "language: 5")
                            .faults())
                    .extracting(Fault::expected)
                    .containsExactly("a text, in quotation marks");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String file(String name) {
        return switch (name) {
            case "CATALOG" -> CATALOG;
            case "PARTIES" -> PARTIES;
            case "FERRY" -> FERRY;
            case "ROAD" -> ROAD;
            case "PLACES" -> PLACES;
            case "VIEW" -> VIEW;
            default -> throw new IllegalArgumentException("got " + name + ", expected the name of a file");
        };
    }

    @Test
    void each_pattern_is_said_in_words() throws IOException {
        try (Stream<Path> schemas = Files.list(Path.of("geodata/schema"))) {
            for (Path schema : schemas.toList()) {
                Pattern.compile("\"pattern\": (\"(?:[^\"\\\\]|\\\\.)*\")")
                        .matcher(Files.readString(schema))
                        .results()
                        .map(match ->
                                JsonMapper.shared().readTree(match.group(1)).asString())
                        .forEach(pattern -> assertThat(SchemaValidator.PATTERNS)
                                .as(schema.toString())
                                .containsKey(pattern));
            }
        }
    }
}
