package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.catalog.Field;
import org.dateline.features.Property;
import org.dateline.model.Text;
import org.junit.jupiter.api.Test;

class KnownTitlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TITLE = Pattern.compile("title: (?:\"([^\"]*)\"|([^,}\\n]+))");

    @Test
    void each_title_of_the_mappings_is_there_in_all_languages_of_the_interface() throws IOException {
        Set<String> languages = new TreeSet<>(Set.of("en"));
        try (Stream<Path> files = Files.list(RESOURCES)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("messages_.*\\.properties"))
                    .forEach(name -> languages.add(name.substring(9, name.length() - 11)));
        }
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("mappings"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                for (String title : titles(Files.readString(file))) {
                    Map<String, String> known = KnownTitles.of("en", title);
                    if (!known.keySet().equals(languages)
                            || known.values().stream().anyMatch(String::isBlank)) {
                        missing.add(file.getFileName() + ": " + title);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void kinds_of_events_are_known_in_all_languages_of_the_interface() throws Exception {
        Set<String> all = KnownTitles.of("en", "Country").keySet();
        List<String> kinds = new ArrayList<>();
        for (String mapping : List.of("ucdp-ged", "gdelt2")) {
            Field values = MappingFile.parse(MappingFinder.find(mapping))
                    .root()
                    .get("kind")
                    .get("values");
            values.node()
                    .propertyNames()
                    .forEach(value -> kinds.add(values.get(value).text()));
        }
        // Texts of the tables themselves, as their codebooks list them.
        kinds.addAll(List.of("Strategic developments", "Hostage Taking (Kidnapping)", "Unknown"));
        assertThat(kinds)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        kind -> assertThat(KnownTitles.of("en", kind).keySet()).isEqualTo(all));
        assertThat(KnownTitles.in("es", "Battles")).isEqualTo("Combates");
        assertThat(KnownTitles.in("es", "fire")).isEqualTo("fire");
    }

    private static Set<String> titles(String yaml) {
        return TITLE.matcher(yaml)
                .results()
                .map(KnownTitlesTest::stated)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String stated(MatchResult title) {
        return title.group(1) != null ? title.group(1) : title.group(2).strip();
    }

    @Test
    void a_mapping_of_the_program_titles_its_properties_and_figures_in_each_language() throws Exception {
        MappingFile file = MappingFile.parse(MappingFinder.find("ucdp-ged"));
        List<Column> columns = Stream.of(
                        "id",
                        "type_of_violence",
                        "longitude",
                        "latitude",
                        "date_start",
                        "date_end",
                        "date_prec",
                        "where_prec",
                        "side_a",
                        "side_b",
                        "best",
                        "low",
                        "high",
                        "deaths_civilians",
                        "country")
                .map(name -> new Column(name, Property.Type.STRING, false))
                .toList();
        Mapping mapping = MappingReader.read(file, columns, false);
        Map<String, Property> properties = mapping.properties().stream()
                .map(MappedProperty::property)
                .collect(Collectors.toMap(Property::name, one -> one));

        assertThat(mapping.about().title().in("es")).isEqualTo("Sucesos de UCDP GED");
        assertThat(properties.get("country").titleIn("ur")).isEqualTo("ملک");
        assertThat(properties.get("killed_civilians_best").titleIn("fr")).startsWith("Civils tués");
        assertThat(KnownTitles.of(new Text(Map.of("de", "Country"))).byLanguage())
                .hasSize(1);
        assertThat(KnownTitles.of("en", "Depth in metres")).hasSize(1);
    }
}
