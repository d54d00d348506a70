package org.dateline.http.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dateline.draw.map.ItemsMap;
import org.dateline.formats.FeaturePage;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
import org.dateline.site.page.ApiPage;
import org.dateline.site.page.ApiPage.Anchor;
import org.dateline.site.page.ApiPage.Cell;
import org.dateline.site.page.ApiPage.Content;
import org.dateline.site.page.ApiPage.Setting;
import org.dateline.site.page.ApiPage.Table;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the API's HTML pages: documents from the same trees as their JSON, features from the same pages as other
 * formats.
 */
final class HtmlPages {

    private final Catalog catalog;
    private final ApiLinks links;
    private final ItemsMap.@Nullable Ground ground;

    HtmlPages(Catalog catalog, ApiLinks links, ItemsMap.@Nullable Ground ground) {
        this.catalog = catalog;
        this.links = links;
        this.ground = ground;
    }

    byte[] document(ObjectNode document) {
        List<Table> tables = new ArrayList<>();
        if (document.has("collections")) {
            tables.add(collections(document.path("collections")));
        }
        facts(document).ifPresent(tables::add);
        if (document.path("properties").isObject()) {
            tables.add(properties(document.path("properties")));
        }
        if (document.path("paths").isObject()) {
            document.path("paths").properties().forEach(path -> tables.add(path(path.getKey(), path.getValue())));
        }
        tables.add(links(document.path("links")));
        tables.removeIf(table -> table.rows().isEmpty());
        JsonNode about = document.has("info") ? document.path("info") : document;
        String title =
                document.has("conformsTo") ? "Conformance" : about.path("title").asString("Collections");
        return page(trail(), title, about.path("description").asString(""), tables, List.of(), forms(document), null);
    }

    byte[] features(FeaturePage features, boolean one) {
        List<Table> tables = new ArrayList<>();
        String collection = features.collection().title().in(catalog.defaultLanguage());
        SimpleFeature only = one ? features.features().getFirst() : null;
        String title = only == null ? collection : name(only);
        FeatureTables made = new FeatureTables(catalog, links);
        tables.add(one ? made.one(features) : made.many(features));
        List<Anchor> pages = new ArrayList<>();
        features.links().stream()
                .filter(link -> link.rel().equals("prev") || link.rel().equals("next"))
                .forEach(link -> pages.add(new Anchor(link.title(), link.href(), link.rel())));
        long first = features.features().isEmpty() ? 0 : features.offset() + 1L;
        String summary = only != null
                ? collection + " · " + only.getID()
                : features.matched().isEmpty()
                        ? Counted.of(features.features().size(), "feature") + " on this page."
                        : "Features " + first + " to "
                                + (features.offset()
                                        + (long) features.features().size()) + " of "
                                + features.matched().getAsLong() + ".";
        List<Anchor> forms = features.links().stream()
                .filter(link -> link.rel().equals("alternate"))
                .map(link -> new Anchor(link.title().replace("This document as ", ""), link.href(), "alternate"))
                .toList();
        String id = features.collection().id();
        List<Anchor> trail = trail(new Anchor(collection, links.collection(id), ""));
        if (one) {
            trail.add(new Anchor("Features", links.items(id), ""));
        }
        return page(trail, title, summary, tables, pages, forms, map(features, title));
    }

    /** A map of the features; of those in the same place, only the first is drawn, because the table has them all. */
    private @Nullable String map(FeaturePage features, String title) {
        Map<Geometry, List<SimpleFeature>> places = new LinkedHashMap<>();
        for (SimpleFeature feature : features.features()) {
            FeaturePage.degrees(feature)
                    .ifPresent(geometry -> places.computeIfAbsent(geometry, _ -> new ArrayList<>())
                            .add(feature));
        }
        List<ItemsMap.Item> marks = new ArrayList<>();
        places.forEach((geometry, here) -> marks.add(new ItemsMap.Item(
                geometry,
                address(features, here.getFirst()),
                name(here.getFirst()) + (here.size() == 1 ? "" : " and " + (here.size() - 1) + " more"))));
        return ItemsMap.svg(marks, ground, title).orElse(null);
    }

    private String address(FeaturePage features, SimpleFeature feature) {
        return links.item(features.collection().id(), feature.getID());
    }

    private static String name(SimpleFeature feature) {
        Object name = feature.getType().getDescriptor("name") == null ? null : feature.getAttribute("name");
        return name == null ? feature.getID() : name.toString();
    }

    private static Optional<Table> facts(ObjectNode document) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String name : List.of("id", "attribution", "extent", "crs", "storageCrs", "conformsTo")) {
            JsonNode value = document.path(name);
            if (value.isArray()) {
                String lines = value.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"));
                rows.add(List.of(Cell.of(name), new Cell(lines, null, null, Content.CODE)));
            } else if (name.equals("extent") && value.isObject()) {
                rows.add(List.of(Cell.of(name), Cell.of(extent(value))));
            } else if (!value.isMissingNode()) {
                rows.add(List.of(Cell.of(name), Cell.of(value.asString())));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(table("", List.of("What", "Value"), rows));
    }

    private static String extent(JsonNode extent) {
        List<String> said = new ArrayList<>();
        JsonNode box = extent.path("spatial").path("bbox").path(0);
        if (box.isArray()) {
            said.add("longitude %s to %s, latitude %s to %s"
                    .formatted(box.path(0), box.path(2), box.path(1), box.path(3)));
        }
        JsonNode interval = extent.path("temporal").path("interval").path(0);
        if (interval.isArray()) {
            said.add("from %s to %s"
                    .formatted(interval.path(0).asString(), interval.path(1).asString()));
        }
        return String.join("; ", said);
    }

    private static Table table(String caption, List<String> head, List<List<Cell>> rows) {
        return new Table(Setting.FACTS, caption, head, rows, "");
    }

    private Table collections(JsonNode collections) {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode collection : collections) {
            String id = collection.path("id").asString();
            rows.add(List.of(
                    Cell.of(collection.path("title").asString(), links.collection(id)),
                    Cell.of(collection.path("description").asString()),
                    Cell.of("Features", links.items(id))));
        }
        return table("", List.of("Title", "Description", "Items"), rows);
    }

    private static Table properties(JsonNode properties) {
        List<List<Cell>> rows = new ArrayList<>();
        properties
                .properties()
                .forEach(entry -> rows.add(List.of(
                        Cell.of(entry.getKey()),
                        Cell.of(entry.getValue().path("title").asString("")),
                        Cell.of(
                                entry.getValue().path("type").isString()
                                        ? entry.getValue().path("type").asString() + " "
                                                + entry.getValue()
                                                        .path("format")
                                                        .asString("")
                                        : entry.getValue().path("format").asString("any")))));
        return table("Properties", List.of("Name", "Meaning", "Type"), rows);
    }

    private static Table path(String path, JsonNode item) {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode parameter : item.path("get").path("parameters")) {
            rows.add(List.of(
                    Cell.of(parameter.path("name").asString()),
                    Cell.of(parameter.path("description").asString("")),
                    Cell.of(parameter.path("schema").path("type").asString(""))));
        }
        return new Table(
                Setting.FOLDED,
                "GET " + path,
                List.of("Parameter", "Description", "Type"),
                rows,
                item.path("get").path("summary").asString(""));
    }

    private static Table links(JsonNode links) {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode link : links) {
            String rel = link.path("rel").asString();
            if (!rel.equals("self") && !rel.equals("alternate")) {
                rows.add(List.of(
                        Cell.of(link.path("title").asString(), link.path("href").asString()),
                        Cell.of(link.path("type").asString())));
            }
        }
        return table("ApiLinks", List.of("To", "As"), rows);
    }

    private static List<Anchor> forms(ObjectNode document) {
        List<Anchor> forms = new ArrayList<>();
        for (JsonNode link : document.path("links")) {
            if (link.path("rel").asString().equals("alternate")) {
                forms.add(new Anchor(
                        link.path("title").asString().replace("This document as ", ""),
                        link.path("href").asString(),
                        "alternate"));
            }
        }
        return forms;
    }

    private List<Anchor> trail(Anchor... further) {
        List<Anchor> trail = new ArrayList<>();
        trail.add(new Anchor(catalog.title().in(catalog.defaultLanguage()), links.site(), ""));
        trail.add(new Anchor("API", links.landing(), ""));
        trail.add(new Anchor("Collections", links.collections(), ""));
        trail.addAll(List.of(further));
        return trail;
    }

    private byte[] page(
            List<Anchor> trail,
            String title,
            String summary,
            List<Table> tables,
            List<Anchor> pages,
            List<Anchor> forms,
            @Nullable String map) {
        return new ApiPage(catalog.defaultLanguage(), links.style(), title, summary, trail, tables, pages, forms, map)
                .html();
    }
}
