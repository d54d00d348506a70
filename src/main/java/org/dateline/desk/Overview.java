package org.dateline.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.catalog.Fault;
import org.dateline.catalog.ReportOutline;
import org.dateline.catalog.YamlEdits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a catalog at a glance, and its files for forms, as the desk's page reads them. */
final class Overview {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DeskFolder folder;

    Overview(DeskFolder folder) {
        this.folder = folder;
    }

    /**
     * Reports, parties, measures, layers and features.
     *
     * @param faults of the present state of the files
     */
    ObjectNode write(Known now, List<Fault> faults) throws IOException {
        JsonNode about = file("catalog.yaml");
        ObjectNode out = NODES.objectNode();
        out.set("title", about.path("title"));
        out.set("languages", about.path("languages"));
        ArrayNode reports = out.putArray("reports");
        List<ObjectNode> published = new ArrayList<>();
        for (String id : ReportOutline.ids(folder.root())) {
            ObjectNode report = summary(id);
            if (report.path("status").asString().equals("draft")) {
                reports.add(report);
            } else {
                published.add(report);
            }
        }
        published.forEach(reports::add);
        out.set("parties", file("parties.yaml"));
        out.set("measures", file("measures.yaml"));
        ArrayNode layers = out.putArray("layers");
        if (now.catalog() != null) {
            now.catalog().layers().forEach(layer -> {
                ObjectNode one = layers.addObject();
                one.put("id", layer.id());
                one.set("title", JSON.<JsonNode>valueToTree(layer.title().byLanguage()));
                one.put("style", layer.style().id());
            });
            now.catalog()
                    .extent()
                    .ifPresent(box -> out.putArray("bbox")
                            .add(box.west())
                            .add(box.south())
                            .add(box.east())
                            .add(box.north()));
        }
        ArrayNode features = out.putArray("features");
        for (KnownPlaces.Candidate feature : now.places().own()) {
            ObjectNode one = JSON.<JsonNode>valueToTree(feature).asObject();
            one.put("id", feature.feature());
            features.add(one.remove(List.of("feature", "geonames", "within", "people")));
        }
        JsonNode schema = JSON.readTree(Overview.class.getResourceAsStream("/schema/parties.json"));
        ObjectNode kinds = out.putObject("kinds");
        kinds.set("party", schema.findPath("kind").path("enum"));
        out.set(
                "wordings",
                JSON.readTree(Overview.class.getResourceAsStream("/schema/report.json"))
                        .findPath("wording")
                        .path("enum"));
        out.set("locations", JSON.valueToTree(List.of("point", "radius", "area", "line", "between", "unlocated")));
        out.set("faults", Checks.json(faults));
        return out;
    }

    private JsonNode file(String name) throws IOException {
        Optional<String> content = folder.read(name);
        return content.isEmpty() ? NODES.nullNode() : YamlEdits.read(name, Edits.bytes(content.get()));
    }

    private ObjectNode summary(String id) throws IOException {
        ObjectNode out = NODES.objectNode();
        out.put("id", id);
        String content = folder.read("reports/" + id + ".yaml").orElse("");
        out.put("status", ReportOutline.isDraft(Edits.bytes(content)) ? "draft" : "published");
        try {
            ReportOutline report = ReportOutline.of(folder.root(), id, Edits.bytes(content));
            out.set("label", report.root().path("label"));
            out.set("language", report.root().path("language"));
            out.set("date", report.root().path("date"));
            out.put(
                    "open",
                    ReportItem.of(report).stream().filter(ReportItem::open).count());
        } catch (IOException e) {
            out.put("label", id);
            out.put("fault", e.getMessage());
        }
        out.put("text", ReportOutline.hasText(folder.root(), id));
        return out;
    }

    /** The catalog's other files as they are written, for forms. */
    ObjectNode files() throws IOException {
        ObjectNode out = NODES.objectNode();
        ObjectNode revs = out.putObject("revs");
        for (String name : List.of("catalog", "parties", "measures", "corrections")) {
            folder.read(name + ".yaml").ifPresent(content -> revs.put(name + ".yaml", DeskFolder.sha256(content)));
            JsonNode content = file(name + ".yaml");
            out.set(name, content.isNull() ? NODES.arrayNode() : content);
        }
        ArrayNode views = out.putArray("views");
        for (String id : ids("views")) {
            String name = "views/" + id + ".yaml";
            ObjectNode view = NODES.objectNode();
            view.put("id", id);
            file(name).properties().forEach(field -> view.set(field.getKey(), field.getValue()));
            views.add(view);
            revs.put(name, DeskFolder.sha256(folder.read(name).orElse("")));
        }
        ArrayNode layers = out.putArray("layers");
        for (JsonNode id : out.path("catalog").path("layers")) {
            String home = "layers/" + id.asString("") + "/";
            ObjectNode layer = layers.addObject();
            layer.put("id", id.asString(""));
            layer.set("fields", file(home + "layer.yaml"));
            JsonNode features = file(home + "features.geojson").path("features");
            layer.set("features", features.isArray() ? features : NODES.arrayNode());
            for (String name : List.of(home + "layer.yaml", home + "features.geojson")) {
                folder.read(name).ifPresent(content -> revs.put(name, DeskFolder.sha256(content)));
            }
        }
        return out;
    }

    private List<String> ids(String home) throws IOException {
        if (!Files.isDirectory(folder.root().resolve(home))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.root().resolve(home))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*\\.yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }
}
