package org.dateline.http.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dateline.features.Property;
import org.dateline.formats.FeaturePage;
import org.dateline.formats.ValueText;
import org.dateline.model.Catalog;
import org.dateline.site.page.ApiPage.Cell;
import org.dateline.site.page.ApiPage.Content;
import org.dateline.site.page.ApiPage.Setting;
import org.dateline.site.page.ApiPage.Table;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes HTML tables of features: many features with shortened values, or one feature with all values. */
final class FeatureTables {

    /**
     * The longest value, in characters, in a table of many features; the feature's own page shows longer values in
     * full.
     */
    private static final int SHOWN = 160;

    /** How many characters fit into a line of a cell. */
    private static final int LINE = 26;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Catalog catalog;
    private final ApiLinks links;

    FeatureTables(Catalog catalog, ApiLinks links) {
        this.catalog = catalog;
        this.links = links;
    }

    /**
     * The table of many features, with a column for each property that has a value in one of them; values too large for
     * a cell are left to the feature's own page.
     */
    Table many(FeaturePage features) {
        List<Property> columns = features.selected().stream()
                .filter(property -> property.type() != Property.Type.ANY)
                .filter(property -> !property.name().equals("id"))
                .toList();
        List<Property> shown = columns.stream()
                .filter(property -> isStated(features, property))
                .toList();
        List<String> head = new ArrayList<>(List.of("feature"));
        shown.forEach(property -> head.add(property.name()));
        List<List<Cell>> rows = new ArrayList<>();
        for (SimpleFeature feature : features.features()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(feature.getID(), links.item(features.collection().id(), feature.getID())));
            for (Property property : shown) {
                Object value = feature.getAttribute(property.name());
                row.add(cell(property, cut(text(value)), value));
            }
            rows.add(row);
        }
        String without = columns.stream()
                .filter(property -> !shown.contains(property))
                .map(Property::name)
                .collect(Collectors.joining(", "));
        String note = without.isEmpty() || rows.isEmpty() ? "" : "No feature here has a value for: " + without + ".";
        return new Table(Setting.RECORDS, "", head, rows, note);
    }

    private static boolean isStated(FeaturePage features, Property property) {
        return features.features().stream()
                .map(feature -> feature.getAttribute(property.name()))
                .anyMatch(value -> value != null && !text(value).isEmpty());
    }

    /** The table of the only feature of a page. */
    Table one(FeaturePage features) {
        SimpleFeature feature = features.features().getFirst();
        List<List<Cell>> rows = new ArrayList<>();
        for (Property property : features.selected()) {
            Object value = feature.getAttribute(property.name());
            if (value != null && !text(value).isEmpty()) {
                rows.add(List.of(Cell.of(property.name()), whole(property, value)));
            }
        }
        features.geometry(feature)
                .ifPresent(geometry -> rows.add(List.of(Cell.of("geometry"), Cell.of(cut(geometry.toText())))));
        return new Table(Setting.FACTS, "", List.of("Property", "Value"), rows, "");
    }

    private Cell whole(Property property, Object value) {
        boolean nested = value instanceof Map
                || value instanceof List<?> list && list.stream().anyMatch(item -> item instanceof Map);
        return nested
                ? new Cell(pretty(value), null, null, Content.CODE)
                : cell(property, text(value), property.type() == Property.Type.NUMBER ? null : value);
    }

    /** Formats a value as JSON. */
    private static String pretty(Object value) {
        return JSON.writeValueAsString(JSON.readTree(ValueText.of(value)));
    }

    private Cell cell(Property property, String text, @Nullable Object value) {
        Content content = value instanceof Number ? Content.NUMBER : text.length() > LINE ? Content.LONG : Content.TEXT;
        return new Cell(text, address(property, value), language(property), content);
    }

    /**
     * The target of a value that is an address: paths are relative to the site's root, web addresses are absolute; null
     * for other values.
     */
    private @Nullable String address(Property property, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return null;
        }
        return property.name().equals("page") ? links.site() + text : text.matches("https?://\\S+") ? text : null;
    }

    /** The language of a property's values if its name ends with one, as in name_ur; otherwise null. */
    private @Nullable String language(Property property) {
        return catalog.languages().stream()
                .filter(language -> property.name().endsWith("_" + language))
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case List<?> list
            when list.stream().noneMatch(item -> item instanceof Map || item instanceof List) ->
                list.stream().map(Objects::toString).collect(Collectors.joining(", "));
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            case null, default -> ValueText.of(value);
        };
    }

    private static String cut(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN))) + " …";
    }
}
