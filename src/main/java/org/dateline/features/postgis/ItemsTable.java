package org.dateline.features.postgis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dateline.features.Property;
import org.dateline.features.Schema;

/**
 * Where one load of a collection lies: names and types in the database. No name that comes from a file stands in SQL:
 * tables are named by the version, columns by the place of the property.
 *
 * <pre>
 * seq bigint         its place in the collection, from 1, unique; rows that were turned away leave gaps
 * id text            unique
 * p1, p2 ...         the properties in the order of the schema, but for "id"
 * geometry           longitude and latitude (EPSG:4326); null for what has none
 * quad bigint        {@link org.dateline.geo.Quad} code of its representative point; null without a geometry
 * size real          the longer side of its box as a share of the web map's width; 0 for a point, null without a geometry
 * </pre>
 *
 * @param version from the sequence {@code version}
 */
public record ItemsTable(long version, Schema schema) {

    /** In the schema of the connection's search path. */
    public String name() {
        return "items_" + version;
    }

    /**
     * How many records lie in each square and where their middle is, for the levels that answer faster so than by counting:
     * {@code level, number (of Quad), records, seq (the lowest), longitude, latitude (means)}.
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

    /** The column that holds the date which a query for a time compares. */
    public Optional<String> timeColumn() {
        return schema.time().map(this::column);
    }

    /** Statements for the indexes that answers go by, to run once the table is filled. */
    public List<String> indexes() {
        List<String> indexes = new ArrayList<>(List.of(
                "alter table " + name() + " add primary key (seq)",
                "create unique index on " + name() + " (id)",
                "create index on " + name() + " using gist (geometry)",
                "create index on " + name() + " (quad)"));
        timeColumn().ifPresent(time -> indexes.add("create index on " + name() + " (" + time + ")"));
        if (!points()) {
            indexes.add("create index on " + name() + " (size) where size > 0");
        }
        return indexes;
    }

    /** Whether each geometry is a point. */
    boolean points() {
        return schema.geometry().equals("point");
    }

    /** Columns of properties with their types, in the order of the schema, as a table's definition lists them. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (Property property : schema.properties()) {
            if (!property.name().equals("id")) {
                columns.add(column(property) + " " + sqlType(property.type()));
            }
        }
        return columns;
    }

    /** Texts are compared byte by byte, as the order of ISO dates and of a collection in memory is. */
    static String sqlType(Property.Type type) {
        return switch (type) {
            case STRING, DATE, PARTIAL_DATE -> "text collate \"C\"";
            case INTEGER -> "bigint";
            case NUMBER -> "double precision";
            case BOOLEAN -> "boolean";
            case STRINGS -> "text[] collate \"C\"";
            case ANY -> "jsonb";
        };
    }
}
