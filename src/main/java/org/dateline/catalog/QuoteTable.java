package org.dateline.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Party;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code quotes.csv}: excerpts as rows, each of the report that its first column names, as if they stood in the
 * report's own file. Parties, places and incidents are written by their ids or by their names.
 */
final class QuoteTable {

    static final String NAME = "quotes.csv";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The beginning of a column's name that a language follows: {@code translation_es}. */
    private static final String TRANSLATION = "translation_";

    private static final Set<String> NUMBERS = Set.of("nth", "offset");

    private final String file;
    private final Map<String, List<Row>> byReport;

    private record Row(int line, ObjectNode excerpt) {}

    private QuoteTable(String file, Map<String, List<Row>> byReport) {
        this.file = file;
        this.byReport = byReport;
    }

    /**
     * @param folder  the catalog's; without a table in it there are no rows
     * @param layers  for the names of places
     * @param parties for their names
     * @param reports the ids of all reports
     * @param language the catalog's first, for a translation that names none
     */
    static QuoteTable read(
            Path folder,
            TableReader tables,
            List<Layer> layers,
            List<Party> parties,
            Set<String> reports,
            String language,
            Faults faults) {
        Path path = folder.resolve(NAME);
        Optional<TableReader.Table> table = Files.exists(path) ? tables.read(path) : Optional.empty();
        Map<String, List<Row>> byReport = new LinkedHashMap<>();
        table.ifPresent(read -> {
            Map<String, String> places = places(layers);
            Map<String, String> speakers = new HashMap<>();
            for (Party party : parties) {
                party.name().byLanguage().values().forEach(name -> speakers.putIfAbsent(folded(name), party.id()));
            }
            for (String column : List.of("report", "quote")) {
                if (!read.columns().contains(column)) {
                    faults.add(new Fault(
                            NAME,
                            1,
                            "",
                            "the columns " + String.join(", ", read.columns()),
                            "among them report and quote"));
                    return;
                }
            }
            for (TableReader.Row row : read.rows()) {
                String report = row.cells().get(read.columns().indexOf("report"));
                if (reports.contains(report)) {
                    byReport.computeIfAbsent(report, _ -> new ArrayList<>())
                            .add(new Row(row.line(), excerpt(read, row, places, speakers, language)));
                } else {
                    faults.add(new Fault(
                            NAME,
                            row.line(),
                            "report",
                            "\"" + report + "\"",
                            "the id of a report: a file in reports/"));
                }
            }
        });
        return new QuoteTable(NAME, byReport);
    }

    /** The report's document with the rows of the table after its own excerpts. */
    Document appendTo(Document report, String id) {
        List<Row> rows = byReport.getOrDefault(id, List.of());
        if (rows.isEmpty() || !(report.root() instanceof ObjectNode root)) {
            return report;
        }
        ArrayNode excerpts = root.path("excerpts") instanceof ArrayNode own ? own : NODES.arrayNode();
        root.set("excerpts", excerpts);
        Map<String, Integer> lines = new HashMap<>(report.lines());
        Map<String, String> files = new HashMap<>(report.files());
        for (Row row : rows) {
            String path = "excerpts[" + excerpts.size() + "]";
            lines.put(path, row.line());
            files.put(path, file);
            excerpts.add(row.excerpt());
        }
        return new Document(report.file(), root, lines, files);
    }

    private static Map<String, String> places(List<Layer> layers) {
        Map<String, String> places = new HashMap<>();
        for (Layer layer : layers) {
            for (Feature feature : layer.features()) {
                feature.name().byLanguage().values().forEach(name -> places.putIfAbsent(folded(name), feature.id()));
                feature.altNames().forEach(name -> places.putIfAbsent(folded(name), feature.id()));
            }
        }
        return places;
    }

    private static ObjectNode excerpt(
            TableReader.Table table,
            TableReader.Row row,
            Map<String, String> places,
            Map<String, String> speakers,
            String language) {
        ObjectNode excerpt = NODES.objectNode();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i);
            String cell = row.cells().get(i);
            if (cell.isEmpty() || name.isEmpty() || name.equals("report")) {
                continue;
            }
            if (name.equals("translation") || name.startsWith(TRANSLATION)) {
                excerpt.withObjectProperty("translation")
                        .put(name.equals("translation") ? language : name.substring(TRANSLATION.length()), cell);
                continue;
            }
            excerpt.set(
                    name,
                    switch (name) {
                        case "party" -> NODES.stringNode(speakers.getOrDefault(folded(cell), cell));
                        case "incidents" -> list(cell, one -> NODES.stringNode(places.getOrDefault(folded(one), one)));
                        case "places" -> list(cell, one -> place(one, places));
                        default ->
                            NUMBERS.contains(name) && cell.matches("\\d{1,9}")
                                    ? NODES.numberNode(Integer.parseInt(cell))
                                    : NODES.stringNode(cell);
                    });
        }
        return excerpt;
    }

    /** {@code Serrans}, words that are also a name of the place, or {@code serrans = the town}. */
    private static JsonNode place(String cell, Map<String, String> places) {
        int equals = cell.indexOf('=');
        String words = cell.substring(equals + 1).strip();
        String name = equals < 0 ? words : cell.substring(0, equals).strip();
        ObjectNode place = NODES.objectNode();
        place.put("id", places.getOrDefault(folded(name), name));
        place.put("words", words);
        return place;
    }

    private static ArrayNode list(String cell, Function<String, JsonNode> item) {
        ArrayNode list = NODES.arrayNode();
        Arrays.stream(cell.split("\\s*;\\s*"))
                .filter(one -> !one.isEmpty())
                .map(item)
                .forEach(list::add);
        return list;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
