package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.FERRY;
import static org.dateline.catalog.CatalogCopy.PLACES;
import static org.dateline.catalog.CatalogCopy.VIEW;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n"})
    void an_empty_file_is_a_fault(String content) {
        assertThat(copy.write(FERRY, content).faults())
                .containsExactly(new Fault(FERRY, 0, "", "an empty file", "content"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " # not yet", " null"})
    void a_field_without_a_value_is_null(String nothing) throws InvalidCatalogException {
        copy.replace(FERRY, "title: null", "title:" + nothing);
        assertThat(copy.load().report("polar-tern").orElseThrow().title()).isNull();
    }

    @Test
    void a_missing_file_is_a_fault() {
        assertThat(copy.delete(PLACES).faults()).containsExactly(new Fault(PLACES, 0, "", "no such file", "a file"));
    }

    @Test
    void a_folder_in_place_of_a_file_is_a_fault() throws IOException {
        copy.delete(FERRY);
        Files.createDirectory(copy.path(FERRY));
        assertThat(copy.faults()).containsExactly(new Fault(FERRY, 0, "", "a folder", "a file"));
    }

    @Test
    void broken_yaml_is_a_fault_at_its_line() {
        copy.replace(FERRY, "cites: []", "cites: [");
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(FERRY);
            assertThat(fault.line()).isEqualTo(copy.line(FERRY, "cites: ["));
            assertThat(fault.got())
                    .isEqualTo("a bracket after which something is missing on line " + copy.line(FERRY, "sha256:"));
            assertThat(fault.expected()).isEqualTo("a comma between items, and a closing bracket");
        });
    }

    @Test
    void a_missing_comma_is_a_fault_where_it_is_missing() {
        copy.replace(PLACES, "[-173.2258, 64.4236]", "[-173.2258\n\n64.4236]");
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(PLACES);
            assertThat(fault.line()).isEqualTo(copy.line(PLACES, "provideniya"));
            assertThat(fault.got()).isEqualTo("two values without a comma between them");
            assertThat(fault.expected()).startsWith("a comma at the end of this line");
        });
    }

    @Test
    void broken_json_is_a_fault_at_its_line() {
        copy.replace(PLACES, "[-173.2258, 64.4236]", "[-173.2258, oops]");
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(PLACES);
            assertThat(fault.line()).isEqualTo(copy.line(PLACES, "provideniya"));
            assertThat(fault.got()).startsWith("Unrecognized token 'oops'").doesNotContain("Source", "\n");
            assertThat(fault.expected()).isEqualTo("well-formed JSON");
        });
    }

    @Test
    void a_file_that_ends_too_soon_is_a_fault() {
        String content = copy.read(PLACES);
        copy.write(PLACES, content.substring(0, content.indexOf("\"kind\": \"port\"")));
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(copy.line(PLACES, "pevek"));
            assertThat(fault.got()).startsWith("Unexpected end-of-input").doesNotContain("Source", "\n");
        });
    }

    @Test
    void a_field_that_is_there_twice_is_a_fault() {
        copy.replace(FERRY, "title: null", "title: null\ntitle: x")
                .replace(PLACES, "\"kind\": \"capital\"", "\"kind\": \"capital\", \"kind\": \"town\"");
        assertThat(copy.faults())
                .containsExactly(
                        new Fault(
                                PLACES,
                                copy.line(PLACES, "capital"),
                                "features[0].properties.kind",
                                "the field a second time",
                                "each field once"),
                        new Fault(
                                FERRY,
                                copy.line(FERRY, "title: x"),
                                "title",
                                "the field a second time",
                                "each field once"));
    }

    @Test
    void a_second_document_in_a_file_is_a_fault() {
        copy.write(FERRY, copy.read(FERRY) + "---\na: b\n");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        FERRY, copy.line(FERRY, "a: b"), "", "a second document in one file", "one document per file"));
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_fault_at_their_line() {
        byte[] latin =
                copy.read(FERRY).replace("Invented for the tests", "Inventé").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(copy.write(FERRY, latin).faults())
                .containsExactly(new Fault(FERRY, 2, "", "bytes that are not UTF-8", "a text in UTF-8"));
    }

    @Test
    void utf_16_is_a_fault() {
        copy.write(FERRY, copy.read(FERRY).getBytes(StandardCharsets.UTF_16));
        assertThat(copy.faults())
                .containsExactly(new Fault(FERRY, 1, "", "bytes that are not UTF-8", "a text in UTF-8"));
    }

    @Test
    void a_control_character_is_a_fault_at_its_line() {
        copy.replace(FERRY, "language: en", "language: e\u0000n");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        FERRY, copy.line(FERRY, "language:"), "", "the control character U+0000", "a text in UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FERRY, PLACES})
    void a_byte_order_mark_is_no_content(String file) throws InvalidCatalogException {
        assertThat(copy.write(file, "\uFEFF" + copy.read(file)).load()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void lines_are_counted_whatever_ends_them(String end) {
        copy.replace(PLACES, "66.3217", "96.3217").replace(FERRY, "language: en", "language: 5");
        int place = copy.line(PLACES, "96.3217");
        int language = copy.line(FERRY, "language: 5");
        copy.write(PLACES, copy.read(PLACES).replace("\n", end))
                .write(FERRY, copy.read(FERRY).replace("\n", end));
        assertThat(copy.faults()).extracting(Fault::line).containsExactly(place, language);
    }

    @Test
    void a_catalog_with_windows_line_ends_is_the_same_catalog() throws InvalidCatalogException {
        var before = copy.load();
        copy.write(FERRY, copy.read(FERRY).replace("\n", "\r\n"))
                .write(PLACES, copy.read(PLACES).replace("\n", "\r\n"));
        assertThat(copy.load().reports()).isEqualTo(before.reports());
    }

    @Test
    void an_alias_is_a_fault_and_never_followed() {
        copy.replace(FERRY, "language: en", "language: &x en").replace(FERRY, "author: null", "author: *x");
        assertThat(copy.faults())
                .containsExactly(
                        new Fault(FERRY, copy.line(FERRY, "author:"), "author", "the alias *x", "the value itself"));
    }

    @Test
    void a_bomb_of_aliases_ends_in_faults() {
        String bomb = IntStream.range(1, 30)
                .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)))
                .collect(Collectors.joining());
        copy.write(FERRY, "a0: &a0 [x]\n" + bomb + "label: *a29\n");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(copy.faults())
                        .contains(new Fault(FERRY, 31, "label", "the alias *a29", "the value itself")));
    }

    /** Took half a minute: the parser's time grew with the square of the length. */
    @Test
    void a_text_of_millions_of_characters_is_read_at_once() {
        copy.write(FERRY, "x: " + "x".repeat(2_900_000) + "\n");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(copy.faults()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void a_hundred_thousand_nested_values_in_yaml_are_a_fault(String open) {
        assertThat(copy.write(FERRY, open.repeat(100_000)).faults()).containsExactly(tooDeep(FERRY));
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "'{\"a\":', '}'"})
    void a_hundred_thousand_nested_values_in_json_are_a_fault(String open, String close) {
        String json = open.repeat(100_000) + (open.equals("[") ? "" : "1") + close.repeat(100_000);
        assertThat(copy.write(PLACES, json).faults()).containsExactly(tooDeep(PLACES));
    }

    private static Fault tooDeep(String file) {
        return new Fault(
                file,
                1,
                "",
                "Document nesting depth (501) exceeds the maximum allowed (500)",
                "a file within this limit");
    }

    @Test
    void a_number_of_thousands_of_digits_is_a_fault_at_its_line() {
        copy.replace(PLACES, "64.7337", "6" + "4".repeat(5000));
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        PLACES,
                        copy.line(PLACES, "anadyr"),
                        "",
                        "Number value length (5001) exceeds the maximum allowed (1000)",
                        "a file within this limit"));
    }

    @ParameterizedTest(name = "{0}: {2} in place of {1}")
    @CsvSource({
        PLACES + ", 64.7337, 1e400, features[0].geometry.coordinates[1]",
        PLACES + ", 3000, -1e400, features[0].properties.uncertainty_m",
        PLACES + ", '\"capital\"', '\"capital\", \"population\": 1e400', features[0].properties.population",
        VIEW + ", 165, 1e400, bbox[0]",
        FERRY + ", '590', 1e400, text.length",
    })
    void a_number_beyond_all_range_is_one_fault(String file, String old, String with, String field) {
        copy.replace(file, old, with);
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        file,
                        copy.line(file, with),
                        field,
                        with.substring(with.lastIndexOf(' ') + 1),
                        "a number up to 1.8e308"));
    }

    @ParameterizedTest(name = "{0}: {2} in place of {1}")
    @CsvSource({
        FERRY + ", 'length: 590', 'length: 99999999999999999999', text.length, 1000000000 or less",
        FERRY + ", 'length: 590', 'length: 1e300', text.length, 1000000000 or less",
        FERRY + ", 'offset: 66', 'offset: 3000000000', excerpts[0].offset, 1000000000 or less",
        FERRY + ", 'offset: 66', 'offset: -1', excerpts[0].offset, 0 or more",
        FERRY + ", 'offset: 66', 'offset: 66.5', excerpts[0].offset, a whole number",
        PLACES + ", '150000', '99999999999999999999', features[4].properties.uncertainty_m, 2000000 or less",
        PLACES + ", '150000', '-150000', features[4].properties.uncertainty_m, more than 0",
    })
    void a_number_that_is_too_large_or_too_small_is_a_fault(
            String file, String old, String with, String field, String expected) {
        copy.replace(file, old, with);
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.line()).isEqualTo(copy.line(file, with));
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.expected()).isEqualTo(expected);
        });
    }

    @Test
    void a_file_that_memory_has_no_room_for_is_a_fault() throws IOException {
        long most = Math.max(4L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);
        try (RandomAccessFile file = new RandomAccessFile(copy.path(PLACES).toFile(), "rw")) {
            file.setLength(most + 1);
        }
        assertThat(copy.faults())
                .containsExactly(new Fault(PLACES, 0, "", (most + 1) + " bytes", "at most " + most + " bytes"));
    }

    @ParameterizedTest
    @CsvSource({"\\u0001, U+0001", "\\u000B, U+000B", "\\uFFFE, U+FFFE", "\\uFFFF, U+FFFF", "\\uD800, U+D800"})
    void a_character_that_no_image_or_feed_can_carry_is_a_fault_however_it_is_written(
            String escaped, String character) {
        copy.replace(PLACES, "\"note\": \"", "\"note\": \"x" + escaped);
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(PLACES);
            assertThat(fault.got()).isEqualTo("the character " + character);
        });
    }
}
