package org.dateline.http.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dateline.draw.ItemsMap;
import org.dateline.features.Property;
import org.dateline.formats.FeaturePage;
import org.dateline.formats.ValueText;
import org.dateline.model.Catalog;
import org.dateline.site.ApiPage;
import org.dateline.site.ApiPage.Anchor;
import org.dateline.site.ApiPage.Cell;
import org.dateline.site.ApiPage.Table;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API says, as pages: documents from the same trees as their JSON, features from the same pages. */
final class HtmlPages {

    /** Longer values are cut in tables of many features; each feature's own page has them whole. */
    private static final int SHOWN = 160;

    private final Catalog catalog;
    private final Links links;
    private final ItemsMap.@Nullable Ground ground;

    HtmlPages(Catalog catalog, Links links, ItemsMap.@Nullable Ground ground) {
        this.catalog = catalog;
        this.links = links;
        this.ground = ground;
    }

    byte[] document(ObjectNode document) {
        List<Table> tables = new ArrayList<>();
        facts(document).ifPresent(tables::add);
        if (document.has("collections")) {
            tables.add(collections(document.path("collections")));
        }
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
        return page(title, about.path("description").asString(""), tables, List.of(), forms(document), null);
    }

    byte[] features(FeaturePage features, boolean one) {
        List<Table> tables = new ArrayList<>();
        String title = features.collection().title().in(catalog.defaultLanguage());
        tables.add(one ? single(features) : table(features));
        List<Anchor> pages = new ArrayList<>();
        features.links().stream()
                .filter(link -> link.rel().equals("prev") || link.rel().equals("next"))
                .forEach(link -> pages.add(new Anchor(link.title(), link.href(), link.rel())));
        long first = features.features().isEmpty() ? 0 : features.offset() + 1L;
        String summary = one
                ? features.features().getFirst().getID()
                : "Features " + first + " to "
                        + (features.offset() + (long) features.features().size()) + " of " + features.matched() + ".";
        List<Anchor> forms = features.links().stream()
                .filter(link -> link.rel().equals("alternate"))
                .map(link -> new Anchor(link.title().replace("This document as ", ""), link.href(), "alternate"))
                .toList();
        return page(title, summary, tables, pages, forms, map(features, title));
    }

    private @Nullable String map(FeaturePage features, String title) {
        List<ItemsMap.Mark> marks = new ArrayList<>();
        for (SimpleFeature feature : features.features()) {
            FeaturePage.degrees(feature)
                    .ifPresent(geometry ->
                            marks.add(new ItemsMap.Mark(geometry, address(features, feature), name(feature))));
        }
        return ItemsMap.svg(marks, ground, title).orElse(null);
    }

    private String address(FeaturePage features, SimpleFeature feature) {
        return links.item(features.collection().id(), feature.getID());
    }

    private static String name(SimpleFeature feature) {
        Object name = feature.getType().getDescriptor("name") == null ? null : feature.getAttribute("name");
        return name == null ? feature.getID() : name.toString();
    }

    private Table table(FeaturePage features) {
        List<String> head = new ArrayList<>(List.of("feature"));
        List<Property> shown = features.selected().stream()
                .filter(property -> property.type() != Property.Type.ANY)
                .filter(property -> !property.name().equals("id"))
                .toList();
        shown.forEach(property -> head.add(property.name()));
        List<List<Cell>> rows = new ArrayList<>();
        for (SimpleFeature feature : features.features()) {
            List<Cell> row = new ArrayList<>(List.of(new Cell(feature.getID(), address(features, feature))));
            for (Property property : shown) {
                row.add(Cell.of(cut(ValueText.of(feature.getAttribute(property.name())))));
            }
            rows.add(row);
        }
        return new Table("", head, rows);
    }

    private static Table single(FeaturePage features) {
        SimpleFeature feature = features.features().getFirst();
        List<List<Cell>> rows = new ArrayList<>();
        for (Property property : features.selected()) {
            Object value = feature.getAttribute(property.name());
            if (value != null) {
                rows.add(List.of(Cell.of(property.name()), Cell.of(ValueText.of(value))));
            }
        }
        features.geometry(feature)
                .ifPresent(geometry -> rows.add(List.of(Cell.of("geometry"), Cell.of(cut(geometry.toText())))));
        return new Table("", List.of("Property", "Value"), rows);
    }

    private static String cut(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN))) + " …";
    }

    private static Optional<Table> facts(ObjectNode document) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String name : List.of("id", "attribution", "extent", "crs", "storageCrs", "conformsTo")) {
            JsonNode value = document.path(name);
            if (value.isArray()) {
                value.forEach(item -> rows.add(List.of(Cell.of(name), Cell.of(item.asString()))));
            } else if (!value.isMissingNode()) {
                rows.add(List.of(Cell.of(name), Cell.of(value.isString() ? value.asString() : value.toString())));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table("", List.of("What", "Value"), rows));
    }

    private Table collections(JsonNode collections) {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode collection : collections) {
            String id = collection.path("id").asString();
            rows.add(List.of(
                    new Cell(collection.path("title").asString(), links.collection(id)),
                    Cell.of(collection.path("description").asString()),
                    new Cell("Features", links.items(id))));
        }
        return new Table("Collections", List.of("Title", "What it holds", "Items"), rows);
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
        return new Table("Properties", List.of("Name", "What it means", "Type"), rows);
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
                "GET " + path + " · " + item.path("get").path("summary").asString(""),
                List.of("Parameter", "What it does", "Type"),
                rows);
    }

    private static Table links(JsonNode links) {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode link : links) {
            String rel = link.path("rel").asString();
            if (!rel.equals("self") && !rel.equals("alternate")) {
                rows.add(List.of(
                        new Cell(
                                link.path("title").asString(), link.path("href").asString()),
                        Cell.of(link.path("type").asString())));
            }
        }
        return new Table("Links", List.of("To", "As"), rows);
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

    private byte[] page(
            String title,
            String summary,
            List<Table> tables,
            List<Anchor> pages,
            List<Anchor> forms,
            @Nullable String map) {
        List<Anchor> trail = List.of(
                new Anchor(catalog.title().in(catalog.defaultLanguage()), links.site(), ""),
                new Anchor("API", links.landing(), ""),
                new Anchor("Collections", links.collections(), ""));
        return new ApiPage(catalog.defaultLanguage(), links.style(), title, summary, trail, tables, pages, forms, map)
                .html();
    }
}
