package org.dateline.features.postgis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.Property;
import org.dateline.features.Schema;

/**
 * The table of one load of a collection: its names and types in the database. SQL never contains a name from a file:
 * tables are named by version, columns by the number of the property.
 *
 * <pre>
 * seq bigint         its number in the collection, from 1, unique; rejected rows leave gaps
 * id text            unique
 * p1, p2 ...         the properties in the order of the schema, except "id"
 * geometry           longitude and latitude (EPSG:4326); null if it has none
 * quad bigint        {@link org.dateline.geo.Quad} code of its representative point; null without a geometry
 * size real          the longer side of its box as a share of the web map's width, less if it is drawn only further down
 *                    ({@link org.dateline.features.ShapeSizes}); 0 for a point, null without a geometry
 * </pre>
 *
 * @param version from the sequence {@code version}
 */
public record ItemsTable(long version, Schema schema) {

    /** The table's name, in the schema of the connection's search path. */
    public String name() {
        return "items_" + version;
    }

    /**
     * The table with the number of records in each square and their mean position, for the levels at which reading it
     * is faster than counting: {@code level, number (of Quad), records, seq (the lowest), longitude, latitude (means)}.
     */
    public String cells() {
        return "cells_" + version;
    }

    /** The column of a property. */
    public String column(Property property) {
        if (property.name().equals("id")) {
            return "id";
        }
        int index = schema.properties().indexOf(property);
        if (index < 0) {
            throw new IllegalArgumentException("got the property " + property.name() + ", expected one of the schema");
        }
        return "p" + (index + 1);
    }

    /** SQL for the first and the last day of a record; empty if records have no dates. */
    public Optional<Days> days() {
        return schema.time().map(time -> {
            String date = column(time.date());
            return time.range()
                    .map(range -> new Days(
                            "first_day(coalesce(" + column(range.start()) + ", " + date + "))",
                            "last_day(coalesce(" + column(range.end()) + ", " + date + "))"))
                    .orElseGet(() -> new Days("first_day(" + date + ")", "last_day(" + date + ")"));
        });
    }

    /** SQL expressions of type date. */
    public record Days(String first, String last) {}

    /** The indexes that queries need, by name: statements to run once the table is filled. */
    public Map<String, String> indexes() {
        Map<String, String> indexes = new LinkedHashMap<>();
        indexes.put("id", index("unique ", "id", "(id)"));
        indexes.put("seq", index("unique ", "seq", "(seq)"));
        indexes.put("quad", index("", "quad", "(quad)"));
        indexes.put("geometry", index("", "geometry", "using gist (geometry)"));
        if (!points()) {
            // Few or no rows, but each tile looks for them.
            indexes.put("size", index("", "size", "(size) where size > 0"));
        }
        // Stored as text, in which a date sorts before all dates within it.
        schema.time().ifPresent(time -> {
            indexes.put("time", index("", "time", "(" + column(time.date()) + ")"));
            time.range()
                    .ifPresent(range -> indexes.put(
                            "range",
                            index("", "range", "(" + column(range.start()) + ", " + column(range.end()) + ")")));
        });
        return indexes;
    }

    /** The statement that makes an index for filters on a property. */
    public String index(Property property) {
        String column = column(property);
        return index("", column, (property.type() == Property.Type.STRINGS ? "using gin (" : "(") + column + ")");
    }

    private String index(String kind, String word, String on) {
        return "create " + kind + "index if not exists " + name() + "_" + word + " on " + name() + " " + on;
    }

    /** Whether all geometries are points. */
    boolean points() {
        return schema.geometry().equals("point");
    }

    /** Columns of properties with their types, in the order of the schema, for a table definition. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (Property property : schema.properties()) {
            if (!property.name().equals("id")) {
                columns.add(column(property) + " " + sqlType(property.type()));
            }
        }
        return columns;
    }

    /** Texts are compared byte by byte, like ISO dates and collections in memory. */
    static String sqlType(Property.Type type) {
        return switch (type) {
            case STRING, DATE, PARTIAL_DATE -> "text collate \"C\"";
            case DATE_TIME -> "timestamptz";
            case INTEGER -> "bigint";
            case NUMBER -> "double precision";
            case BOOLEAN -> "boolean";
            case STRINGS -> "text[] collate \"C\"";
            case ANY -> "jsonb";
        };
    }
}
