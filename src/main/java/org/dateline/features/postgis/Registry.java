package org.dateline.features.postgis;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.Property;
import org.dateline.features.Schema;
import org.dateline.geo.Bbox;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of collections, read and written. */
public final class Registry {

    /** What a change is told on (LISTEN, NOTIFY). */
    public static final String CHANNEL = "dateline";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Registry() {}

    /** All collections by their id. */
    public static List<StoredCollection> all(Connection connection) throws SQLException {
        List<StoredCollection> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, version, about, schema, extent, time_first, time_last, records, unlocated,"
                                + " cell_levels from collection order by id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(new StoredCollection(
                        rows.getString("id"),
                        about(JSON.readTree(rows.getString("about"))),
                        new ItemsTable(rows.getLong("version"), schema(JSON.readTree(rows.getString("schema")))),
                        extent(rows.getArray("extent")),
                        rows.getObject("time_first", LocalDate.class),
                        rows.getObject("time_last", LocalDate.class),
                        rows.getLong("records"),
                        rows.getLong("unlocated"),
                        rows.getInt("cell_levels")));
            }
        }
        return all;
    }

    /** Puts a collection in the place of an earlier one of its id and tells every server; part of a transaction. */
    public static void put(Connection connection, StoredCollection collection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "insert into collection (id, version, about, schema, extent, time_first, time_last, records, unlocated,"
                        + " cell_levels) values (?, ?, ?::json, ?::json, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set version = excluded.version, about = excluded.about,"
                        + " schema = excluded.schema, extent = excluded.extent, time_first = excluded.time_first,"
                        + " time_last = excluded.time_last, records = excluded.records,"
                        + " unlocated = excluded.unlocated, cell_levels = excluded.cell_levels, loaded = now()")) {
            upsert.setString(1, collection.id());
            upsert.setLong(2, collection.table().version());
            upsert.setString(3, JSON.writeValueAsString(json(collection.about())));
            upsert.setString(4, JSON.writeValueAsString(json(collection.table().schema())));
            upsert.setArray(5, array(connection, collection.extent()));
            upsert.setObject(6, collection.timeFirst());
            upsert.setObject(7, collection.timeLast());
            upsert.setLong(8, collection.records());
            upsert.setLong(9, collection.unlocated());
            upsert.setInt(10, collection.cellLevels());
            upsert.executeUpdate();
        }
        tell(connection, "collection " + collection.id());
    }

    /** Takes a collection out and tells every server; part of a transaction. Says whether there was one. */
    public static boolean remove(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from collection where id = ?")) {
            delete.setString(1, id);
            boolean removed = delete.executeUpdate() > 0;
            tell(connection, "collection " + id);
            return removed;
        }
    }

    /** Tells every server that listens; heard when the transaction is committed. */
    public static void tell(Connection connection, String what) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, what);
            notify.execute();
        }
    }

    private static @Nullable Array array(Connection connection, Optional<Bbox> extent) throws SQLException {
        if (extent.isEmpty()) {
            return null;
        }
        Bbox box = extent.get();
        return connection.createArrayOf("float8", new Object[] {box.west(), box.south(), box.east(), box.north()});
    }

    private static Optional<Bbox> extent(@Nullable Array array) throws SQLException {
        if (array == null) {
            return Optional.empty();
        }
        Double[] sides = (Double[]) array.getArray();
        return Optional.of(new Bbox(sides[0], sides[1], sides[2], sides[3]));
    }

    private static ObjectNode json(StoredCollection.About about) {
        ObjectNode json = JSON.createObjectNode();
        json.set("title", JSON.valueToTree(about.title().byLanguage()));
        json.set("description", JSON.valueToTree(about.description().byLanguage()));
        json.put("source", about.source());
        json.put("licence", about.licence());
        return json;
    }

    private static StoredCollection.About about(JsonNode json) {
        return new StoredCollection.About(
                text(json.get("title")),
                text(json.get("description")),
                json.get("source").asString(),
                json.get("licence").asString());
    }

    private static Text text(JsonNode json) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        json.properties()
                .forEach(
                        entry -> byLanguage.put(entry.getKey(), entry.getValue().asString()));
        return new Text(byLanguage);
    }

    private static ObjectNode json(Schema schema) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode properties = json.putArray("properties");
        for (Property property : schema.properties()) {
            ObjectNode one = properties.addObject();
            one.put("name", property.name());
            one.put("type", property.type().name());
            one.put("title", property.title());
            one.put("unit", property.unit());
            one.put("role", property.role() == null ? null : property.role().name());
        }
        json.put("geometry", schema.geometry());
        return json;
    }

    private static Schema schema(JsonNode json) {
        List<Property> properties = new ArrayList<>();
        for (JsonNode one : json.get("properties")) {
            String role = one.get("role").asStringOpt().orElse(null);
            properties.add(new Property(
                    one.get("name").asString(),
                    Property.Type.valueOf(one.get("type").asString()),
                    one.get("title").asStringOpt().orElse(null),
                    one.get("unit").asStringOpt().orElse(null),
                    role == null ? null : Property.Role.valueOf(role)));
        }
        return new Schema(properties, json.get("geometry").asString());
    }
}
