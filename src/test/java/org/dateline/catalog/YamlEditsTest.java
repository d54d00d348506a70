package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class YamlEditsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static String with(String yaml, String path, String field, Object value) throws IOException {
        YamlEdits edits = new YamlEdits("a.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        edits.put(
                path,
                field,
                value instanceof Long number ? NODES.numberNode(number) : NODES.stringNode(value.toString()));
        return new String(edits.apply(), StandardCharsets.UTF_8);
    }

    @Test
    void a_new_field_is_the_first_of_its_object() throws IOException {
        assertThat(with("a:\n  - # here\n    b: 1 # one\n    c: 2\n", "a[0]", "id", "x-1"))
                .isEqualTo("a:\n  - # here\n    id: x-1\n    b: 1 # one\n    c: 2\n");
        assertThat(with("a:\n- b: 'it''s'\n", "a[0]", "id", "x-1")).isEqualTo("a:\n- id: x-1\n  b: 'it''s'\n");
        assertThat(with("a: [{b: 1}, {}]", "a[0]", "id", "x-1")).isEqualTo("a: [{id: x-1, b: 1}, {}]");
        assertThat(with("a: [{b: 1}, {}]", "a[1]", "id", "x-1")).isEqualTo("a: [{b: 1}, {id: x-1}]");
    }

    @Test
    void fields_that_are_added_to_one_object_stay_in_order() throws IOException {
        YamlEdits edits =
                new YamlEdits("a.yaml", "- q: w\n".replace("- q", "l:\n- q").getBytes(StandardCharsets.UTF_8));
        edits.put("l[0]", "id", NODES.stringNode("x"));
        edits.put("l[0]", "offset", NODES.numberNode(5L));
        assertThat(new String(edits.apply(), StandardCharsets.UTF_8)).isEqualTo("l:\n- id: x\n  offset: 5\n  q: w\n");
    }

    @Test
    void a_value_is_changed_where_it_stands() throws IOException {
        assertThat(with("a: 1   # one\nb: 2\n", "", "a", 10L)).isEqualTo("a: 10   # one\nb: 2\n");
        assertThat(with("a:   # nothing\nb: 2\n", "", "a", 10L)).isEqualTo("a: 10   # nothing\nb: 2\n");
        assertThat(with("a: \"x\"\r\nb: >-\r\n  long\r\n  text\r\n", "", "a", "z"))
                .isEqualTo("a: z\r\nb: >-\r\n  long\r\n  text\r\n");
    }

    @Test
    void line_breaks_the_byte_order_mark_and_characters_beyond_the_first_plane_stay() throws IOException {
        assertThat(with("\uFEFF\uD83D\uDE86: \uD83D\uDE86\r\na:\r\n- b: 1\r\n", "a[0]", "id", "x"))
                .isEqualTo("\uFEFF\uD83D\uDE86: \uD83D\uDE86\r\na:\r\n- id: x\r\n  b: 1\r\n");
    }

    @Test
    void json_stays_json() throws IOException {
        assertThat(with("{\"a\": [\n {\n  \"b\": 1\n }\n]}", "a[0]", "id", "x"))
                .isEqualTo("{\"a\": [\n {\n  \"id\": \"x\", \"b\": 1\n }\n]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "1e5", "2031-05", "true", "null", "no", "a: b", "#", ""})
    void a_text_that_would_be_read_as_something_else_gets_quotation_marks(String text) throws IOException {
        assertThat(with("a: 1\n", "", "b", text)).isEqualTo("b: \"" + text + "\"\na: 1\n");
    }

    /** Forms that nobody writes by hand: better refused than spoilt. */
    @ParameterizedTest
    @ValueSource(strings = {"a:\n- ? b\n  : 1\n", "a:\n- &x\n  b: 1\n- *x\n", "a: 1\n---\na: 2\n", "- a\n"})
    void what_cannot_be_edited_safely_is_refused(String yaml) {
        assertThatThrownBy(() -> with(yaml, "a[0]", "id", "x")).isInstanceOf(IOException.class);
    }

    static Stream<Path> reports() {
        return Stream.concat(Catalogs.all(), Stream.of(Path.of("src/test/resources/catalogs/riada")))
                .flatMap(catalog -> {
                    try {
                        return Files.list(catalog.resolve("reports"));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("reports")
    void an_edit_of_each_excerpt_touches_no_other_line(Path report) throws IOException {
        byte[] content = Files.readAllBytes(report);
        Faults faults = new Faults();
        Document document = new DocumentReader(new CatalogFolder(Path.of(""), faults), faults)
                .read(report.toString(), content)
                .orElseThrow();
        YamlEdits edits = new YamlEdits(report.toString(), content);
        List<Field> excerpts = document.field().get("excerpts").items();
        for (Field excerpt : excerpts) {
            edits.put(excerpt.path(), "offset", NODES.numberNode(7_654_321L));
        }
        List<String> before =
                new String(content, StandardCharsets.UTF_8).lines().toList();
        List<String> after =
                new String(edits.apply(), StandardCharsets.UTF_8).lines().toList();
        List<String> added =
                after.stream().filter(line -> line.contains("7654321")).toList();
        assertThat(added).hasSameSizeAs(excerpts);
        // What stood on a changed line is the number alone, or a line of its own.
        assertThat(after.stream().filter(line -> !line.contains("7654321")).toList())
                .hasSizeBetween(before.size() - excerpts.size(), before.size())
                .allMatch(line -> before.contains(line) || before.contains(line.replaceFirst("^( *)  ", "$1- ")));
    }
}
