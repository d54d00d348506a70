package org.dateline.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dateline.catalog.NormalisedText;
import org.dateline.catalog.ReportOutline;
import org.dateline.catalog.SourceText;
import org.dateline.catalog.TextPositions;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report as the desk's page reads it. */
final class ReportJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_CANDIDATES = 9;
    private static final List<String> OF_EXCERPT = List.of(
            "party",
            "date",
            "date_words",
            "time",
            "time_zone",
            "time_words",
            "not_verified",
            "not_confirmed",
            "cut",
            "nth");
    private static final List<String> OF_CLAIM = List.of(
            "measure",
            "group",
            "value",
            "wording",
            "who",
            "subject",
            "party",
            "as_of",
            "as_of_words",
            "part_of",
            "vouched");

    private final KnownPlaces places;
    private final List<String> incidents;

    /** @param incidents the ids of the catalog's incidents */
    ReportJson(KnownPlaces places, List<String> incidents) {
        this.places = places;
        this.incidents = incidents;
    }

    /** Everything of a report: its fields, text, excerpts and items. */
    ObjectNode write(ReportOutline report, String content) {
        ObjectNode out = NODES.objectNode();
        List<ReportItem> items = ReportItem.of(report);
        out.put("id", report.id());
        out.put("file", "reports/" + report.id() + ".yaml");
        out.put("rev", DeskFolder.sha256(content));
        out.put("status", ReportOutline.isDraft(Edits.bytes(content)) ? "draft" : "published");
        out.put("language", report.root().path("language").asString("en"));
        ObjectNode fields = out.putObject("fields");
        report.root().properties().forEach(field -> {
            if (!Set.of("excerpts", "claims").contains(field.getKey())) {
                fields.set(field.getKey(), field.getValue());
            }
        });
        @Nullable
        TextPositions positions =
                report.text() == null ? null : TextPositions.of(report.text().raw());
        out.set("text", text(report.text(), positions, report.root().path("not_prose")));
        ArrayNode excerpts = out.putArray("excerpts");
        for (ReportOutline.Excerpt excerpt : report.excerpts()) {
            ObjectNode one = excerpts.addObject();
            one.put("id", excerpt.id());
            one.put("quote", excerpt.quote());
            int[] at = excerpt.at();
            one.set("at", at == null || positions == null ? NODES.nullNode() : pair(positions.inText(at[0], at[1])));
            copy(excerpt.node(), one, OF_EXCERPT);
            JsonNode told = excerpt.node().path("incidents");
            one.set("incidents", told.isArray() ? told : NODES.arrayNode());
        }
        ArrayNode list = out.putArray("items");
        items.forEach(item -> list.add(item(report, item)));
        out.put("open", items.stream().filter(ReportItem::open).count());
        return out;
    }

    private static JsonNode text(@Nullable SourceText text, @Nullable TextPositions positions, JsonNode notProse) {
        if (text == null || positions == null) {
            return NODES.nullNode();
        }
        ObjectNode out = NODES.objectNode();
        out.put("content", text.raw());
        ArrayNode aside = out.putArray("aside");
        for (JsonNode one : notProse) {
            String words = NormalisedText.of(one.asString("")).value();
            WholeWordFinder.find(text.normalised().value(), words)
                    .forEach(start -> aside.add(pair(positions.inText(start, start + words.length()))));
        }
        return out;
    }

    private static ArrayNode pair(int[] range) {
        return NODES.arrayNode().add(range[0]).add(range[1]);
    }

    private static ArrayNode pairs(List<int[]> ranges) {
        ArrayNode out = NODES.arrayNode();
        ranges.forEach(range -> out.add(pair(range)));
        return out;
    }

    private static void copy(JsonNode from, ObjectNode to, List<String> fields) {
        fields.forEach(field -> to.set(field, from.hasNonNull(field) ? from.get(field) : NODES.nullNode()));
    }

    private ObjectNode item(ReportOutline report, ReportItem item) {
        JsonNode node = item.node();
        ObjectNode out = NODES.objectNode();
        out.put("key", item.key());
        out.put("kind", item.isPlace() ? "place" : "claim");
        out.put("open", item.open());
        out.put("excerpt", item.excerpt().id());
        out.put("words", item.words());
        out.set("in", pairs(item.in()));
        out.set("at", item.at().isEmpty() ? NODES.nullNode() : pairs(item.at()));
        copy(node, out, List.of("sure", "why"));
        if (item.isPlace()) {
            List<KnownPlaces.Candidate> candidates = candidates(item);
            out.put("state", state(item, candidates));
            out.set("inferred", node.hasNonNull("inferred") ? node.get("inferred") : NODES.nullNode());
            ArrayNode list = out.putArray("candidates");
            candidates.forEach(candidate -> list.add(JSON.<JsonNode>valueToTree(candidate)));
        } else {
            out.put("id", item.key().substring(2));
            copy(node, out, OF_CLAIM);
            out.set("partyWords", node.hasNonNull("party_words") ? node.get("party_words") : NODES.nullNode());
            ArrayNode subjects = out.putArray("subjects");
            subjects(report, item.excerpt()).forEach(subjects::add);
        }
        return out;
    }

    private static String state(ReportItem item, List<KnownPlaces.Candidate> candidates) {
        if (item.kind() == ReportItem.Kind.TIE) {
            return item.node().hasNonNull("inferred") ? "inferred" : "own";
        }
        String why = item.node().path("why").asString("");
        return candidates.isEmpty() ? "unknown" : why.contains("undecided") ? "undecided" : "gazetteer";
    }

    /** The place that the file has or proposes first, then the others that the words may mean. */
    List<KnownPlaces.Candidate> candidates(ReportItem item) {
        JsonNode node = item.node();
        List<KnownPlaces.Candidate> found = new ArrayList<>();
        if (item.kind() == ReportItem.Kind.TIE) {
            String id = node.path("id").asString("");
            found.add(places.feature(id)
                    .orElseGet(() ->
                            new KnownPlaces.Candidate(id, null, id, "", "", "unlocated", null, null, null, null)));
        } else if (node.path("geonames").isInt() || node.path("geonames").isLong()) {
            places.geonames(node.path("geonames").asInt()).ifPresent(found::add);
        }
        for (KnownPlaces.Candidate other : places.named(item.words(), false)) {
            boolean there = found.stream()
                    .anyMatch(one -> Objects.equals(one.feature(), other.feature())
                            && Objects.equals(one.geonames(), other.geonames()));
            if (!there && found.size() < MOST_CANDIDATES) {
                found.add(other);
            }
        }
        if (found.isEmpty() && node.path("position").size() == 2) {
            found.add(new KnownPlaces.Candidate(
                    null,
                    null,
                    node.path("place").asString(item.words()),
                    node.path("within").asString(""),
                    node.path("kind").asString("place"),
                    "point",
                    new double[] {
                        node.path("position").path(0).asDouble(),
                        node.path("position").path(1).asDouble()
                    },
                    null,
                    null,
                    null));
        }
        return found;
    }

    /** What a figure of an excerpt may be about: what the excerpt tells of and names, then what the report tells of. */
    List<String> subjects(ReportOutline report, ReportOutline.Excerpt excerpt) {
        Set<String> subjects = new LinkedHashSet<>();
        excerpt.node().path("incidents").forEach(id -> subjects.add(id.asString("")));
        report.excerpts().forEach(other -> other.node().path("incidents").forEach(id -> subjects.add(id.asString(""))));
        subjects.addAll(incidents);
        excerpt.node()
                .path("places")
                .forEach(place -> subjects.add(place.path("id").asString("")));
        subjects.remove("");
        return List.copyOf(subjects);
    }
}
