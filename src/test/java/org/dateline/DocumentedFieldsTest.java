package org.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each field of each schema stands in fields.md, in the section of its file. */
class DocumentedFieldsTest {

    static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("geodata/schema"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void each_field_is_in_the_section_of_its_file(Path schema) throws IOException {
        String section = section(schema.getFileName().toString().replace(".json", ""));
        Set<String> fields = new TreeSet<>();
        fields(JsonMapper.shared().readTree(schema.toFile()), fields);

        assertThat(fields).isNotEmpty();
        List<String> missing = new ArrayList<>(fields);
        missing.removeIf(field -> Pattern.compile("`(?:[\\w\\[\\].]*\\.)?" + Pattern.quote(field) + "`")
                .matcher(section)
                .find());
        assertThat(missing).as("a row for each field in src/docs/fields.md").isEmpty();
    }

    private static String section(String name) throws IOException {
        String heading = "## " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "\n";
        String page = Files.readString(Path.of("src/docs/fields.md"));
        assertThat(page).contains(heading);
        return page.substring(page.indexOf(heading) + heading.length()).split("\n## ", 2)[0];
    }

    /** The names that a schema, or one within it, defines. */
    private static void fields(JsonNode schema, Set<String> found) {
        JsonNode properties = schema.path("properties");
        properties.propertyNames().forEach(found::add);
        properties.forEach(inner -> fields(inner, found));
        schema.path("$defs").forEach(inner -> fields(inner, found));
        fields(schema, "items", found);
        fields(schema, "additionalProperties", found);
        for (String choice : List.of("oneOf", "anyOf")) {
            schema.path(choice).forEach(inner -> fields(inner, found));
        }
    }

    private static void fields(JsonNode schema, String member, Set<String> found) {
        if (schema.path(member).isObject()) {
            fields(schema.path(member), found);
        }
    }
}
