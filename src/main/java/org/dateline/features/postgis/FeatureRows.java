package org.dateline.features.postgis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dateline.features.FeatureMaker;
import org.dateline.features.Property;
import org.dateline.geo.Geometries;
import org.dateline.model.PartialDate;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads features from rows of a collection's table. */
final class FeatureRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Property> properties;
    private final FeatureMaker maker;
    private final String columns;
    private final int count;
    /** Column numbers, from 1, of the id and of each property. */
    private final int id;

    private final int[] places;

    FeatureRows(ItemsTable table) {
        this.properties = table.schema().properties();
        this.maker = new FeatureMaker(table.schema());
        List<String> names = new ArrayList<>();
        this.places = new int[properties.size()];
        for (int i = 0; i < places.length; i++) {
            String column = "i." + table.column(properties.get(i));
            int at = names.indexOf(column);
            places[i] = at < 0 ? names.size() + 1 : at + 1;
            if (at < 0) {
                names.add(column);
            }
        }
        if (!names.contains("i.id")) {
            names.add("i.id");
        }
        this.id = names.indexOf("i.id") + 1;
        names.add("st_asbinary(i.geometry)");
        names.add("i.seq");
        this.columns = String.join(", ", names);
        this.count = names.size();
    }

    /** The columns to select first, from a table with the alias i. */
    String columns() {
        return columns;
    }

    /** The number of these columns. */
    int count() {
        return count;
    }

    long seq(ResultSet row) throws SQLException {
        return row.getLong(count);
    }

    SimpleFeature feature(ResultSet row) throws SQLException {
        return maker.make(row.getString(id), i -> value(row, properties.get(i).type(), places[i]), geometry(row));
    }

    private static @Nullable Object value(ResultSet row, Property.Type type, int column) throws SQLException {
        return switch (type) {
            case STRING -> row.getString(column);
            case INTEGER -> row.getObject(column, Long.class);
            case NUMBER -> row.getObject(column, Double.class);
            case BOOLEAN -> row.getObject(column, Boolean.class);
            case DATE, PARTIAL_DATE -> {
                String stated = row.getString(column);
                yield stated == null ? null : date(stated);
            }
            case DATE_TIME -> {
                OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
                yield moment == null ? null : moment.toInstant();
            }
            case STRINGS -> {
                var array = row.getArray(column);
                yield array == null ? null : List.of((String[]) array.getArray());
            }
            case ANY -> {
                String json = row.getString(column);
                yield json == null ? null : JSON.readValue(json, Object.class);
            }
        };
    }

    /**
     * Reads a date; null if it is invalid, because one bad value from an earlier version must not hide the other
     * features.
     */
    private static @Nullable PartialDate date(String stated) {
        try {
            return PartialDate.parse(stated);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable Geometry geometry(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(count - 1);
        if (bytes == null) {
            return null;
        }
        try {
            return new WKBReader(Geometries.FACTORY).read(bytes);
        } catch (ParseException e) {
            throw new IllegalStateException("got a geometry that cannot be read, expected well-known binary", e);
        }
    }
}
