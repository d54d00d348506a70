package org.dateline.features.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.ShapeSizes;
import org.dateline.features.TileContent;
import org.dateline.geo.Quad;
import org.dateline.geo.WebMercator;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.json.JsonMapper;

/** Puts collections into a database for tests, record by record. */
final class Filled {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Filled() {}

    /** @param cellLevels the deepest level of cells; 0 for none */
    static StoredCollection put(Database database, ItemCollection collection, int cellLevels) throws SQLException {
        List<SimpleFeature> features =
                collection.items().find(new Query(), null).features();
        try (Connection primary = database.primary();
                Statement statement = primary.createStatement()) {
            primary.setAutoCommit(false);
            var next = statement.executeQuery("select nextval('version')");
            next.next();
            ItemsTable table = new ItemsTable(next.getLong(1), collection.schema());
            create(statement, table);
            insert(primary, table, features);
            StoredCollection stored = new StoredCollection(
                    collection.id(),
                    new StoredCollection.Description(
                            collection.title(), collection.description(), collection.source(), collection.licence()),
                    table,
                    collection.extent(),
                    null,
                    null,
                    features.size(),
                    features.stream()
                            .filter(feature -> feature.getDefaultGeometry() == null)
                            .count(),
                    cellLevels);
            finish(statement, stored);
            Registry.put(primary, stored);
            primary.commit();
            return stored;
        }
    }

    static void create(Statement statement, ItemsTable table) throws SQLException {
        List<String> columns = new ArrayList<>(List.of("seq bigint not null", "id text collate \"C\" not null"));
        columns.addAll(table.columns());
        columns.addAll(List.of("geometry geometry(geometry, 4326)", "quad bigint", "size real"));
        statement.execute("create table " + table.name() + " (" + String.join(", ", columns) + ")");
        statement.execute(
                "create table " + table.cells() + " (level integer, number bigint, records bigint, seq bigint,"
                        + " longitude double precision, latitude double precision, primary key (level, number))");
    }

    /** Indexes and cells. */
    static void finish(Statement statement, StoredCollection stored) throws SQLException {
        ItemsTable table = stored.table();
        for (String index : table.indexes().values()) {
            statement.execute(index);
        }
        for (int level = TileContent.CELL_LEVELS; level <= stored.cellLevels(); level++) {
            double smallest = TileContent.SMALLEST_SHAPE / (1 << level - TileContent.CELL_LEVELS);
            statement.execute("insert into " + table.cells() + " select " + level + ", quad >> "
                    + 2 * (Quad.DEEPEST - level) + ", count(*), min(seq), avg(st_x(st_pointonsurface(geometry))),"
                    + " avg(st_y(st_pointonsurface(geometry))) from " + table.name() + " where size < "
                    + smallest + " group by 2");
        }
        statement.execute("analyze " + table.name());
        statement.execute("analyze " + table.cells());
    }

    private static void insert(Connection primary, ItemsTable table, List<SimpleFeature> features) throws SQLException {
        List<Property> properties = table.schema().properties();
        List<String> names = new ArrayList<>(List.of("seq", "id", "geometry", "quad", "size"));
        List<String> marks = new ArrayList<>(List.of("?", "?", "st_geomfromwkb(?, 4326)", "?", "?"));
        for (Property property : properties) {
            if (!property.name().equals("id")) {
                names.add(table.column(property));
                marks.add(property.type() == Property.Type.ANY ? "?::jsonb" : "?");
            }
        }
        try (PreparedStatement insert = primary.prepareStatement("insert into " + table.name() + " ("
                + String.join(", ", names) + ") values (" + String.join(", ", marks) + ")")) {
            double[] sizes = sizes(features);
            for (int i = 0; i < features.size(); i++) {
                SimpleFeature feature = features.get(i);
                Geometry geometry = (Geometry) feature.getDefaultGeometry();
                insert.setLong(1, i + 1L);
                insert.setString(2, feature.getID());
                insert.setBytes(3, geometry == null ? null : new WKBWriter().write(geometry));
                if (geometry == null) {
                    insert.setNull(4, Types.BIGINT);
                    insert.setNull(5, Types.REAL);
                } else {
                    insert.setLong(4, Quad.code(geometry.getInteriorPoint().getCoordinate()));
                    insert.setFloat(5, (float) sizes[i]);
                }
                int at = 6;
                for (Property property : properties) {
                    if (!property.name().equals("id")) {
                        set(primary, insert, at++, property.type(), feature.getAttribute(property.name()));
                    }
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static double[] sizes(List<SimpleFeature> features) {
        long[] codes = new long[features.size()];
        double[] sizes = new double[features.size()];
        for (int i = 0; i < sizes.length; i++) {
            if (features.get(i).getDefaultGeometry() instanceof Geometry geometry) {
                codes[i] = Quad.code(geometry.getInteriorPoint().getCoordinate());
                sizes[i] = size(geometry.getEnvelopeInternal());
            }
        }
        return ShapeSizes.drawn(codes, sizes);
    }

    private static void set(
            Connection primary, PreparedStatement insert, int at, Property.Type type, @Nullable Object value)
            throws SQLException {
        switch (type) {
            case STRING, DATE, PARTIAL_DATE -> insert.setString(at, value == null ? null : value.toString());
            case DATE_TIME ->
                insert.setObject(
                        at, value == null ? null : ((java.time.Instant) value).atOffset(java.time.ZoneOffset.UTC));
            case INTEGER -> insert.setObject(at, value == null ? null : ((Number) value).longValue(), Types.BIGINT);
            case NUMBER -> insert.setObject(at, value == null ? null : ((Number) value).doubleValue(), Types.DOUBLE);
            case BOOLEAN -> insert.setObject(at, value, Types.BOOLEAN);
            case STRINGS ->
                insert.setArray(at, value == null ? null : primary.createArrayOf("text", ((List<?>) value).toArray()));
            case ANY -> insert.setString(at, value == null ? null : JSON.writeValueAsString(json(value)));
        }
    }

    /** Dates within nested values are texts in JSON. */
    private static Object json(Object value) {
        return switch (value) {
            case List<?> list ->
                list.stream().map(one -> one == null ? null : json(one)).toList();
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> all = new java.util.LinkedHashMap<>();
                map.forEach((key, one) -> all.put(key, one == null ? null : json(one)));
                yield all;
            }
            case org.dateline.model.PartialDate date -> date.toString();
            default -> value;
        };
    }

    private static float size(Envelope box) {
        WebMercator unit = new WebMercator(-8);
        return (float)
                Math.max(unit.x(box.getMaxX()) - unit.x(box.getMinX()), unit.y(box.getMinY()) - unit.y(box.getMaxY()));
    }
}
