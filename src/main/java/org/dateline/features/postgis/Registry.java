package org.dateline.features.postgis;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.Schema;
import org.dateline.geo.Bbox;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the table of collections. */
public final class Registry {

    /** The channel on which changes are announced (LISTEN, NOTIFY). */
    public static final String CHANNEL = "dateline";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Registry() {}

    /** All collections, sorted by id. */
    public static List<StoredCollection> all(Connection connection) throws SQLException {
        return StatementRunner.all(
                connection,
                Registry::collection,
                "select id, version, about, schema, extent, time_first, time_last, records, unlocated, cell_levels"
                        + " from collection order by id");
    }

    private static StoredCollection collection(ResultSet row) throws SQLException {
        return new StoredCollection(
                row.getString("id"),
                about(JSON.readTree(row.getString("about"))),
                new ItemsTable(row.getLong("version"), JSON.readValue(row.getString("schema"), Schema.class)),
                extent(row.getArray("extent")),
                row.getObject("time_first", LocalDate.class),
                row.getObject("time_last", LocalDate.class),
                row.getLong("records"),
                row.getLong("unlocated"),
                row.getInt("cell_levels"));
    }

    /** Adds a collection or replaces the earlier one with its id, and tells every server; part of a transaction. */
    public static void put(Connection connection, StoredCollection collection) throws SQLException {
        StatementRunner.update(
                connection,
                "insert into collection (id, version, about, schema, extent, time_first, time_last, records, unlocated,"
                        + " cell_levels) values (?, ?, ?::json, ?::json, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set version = excluded.version, about = excluded.about,"
                        + " schema = excluded.schema, extent = excluded.extent, time_first = excluded.time_first,"
                        + " time_last = excluded.time_last, records = excluded.records,"
                        + " unlocated = excluded.unlocated, cell_levels = excluded.cell_levels, loaded = now()",
                collection.id(),
                collection.table().version(),
                JSON.writeValueAsString(json(collection.about())),
                JSON.writeValueAsString(collection.table().schema()),
                array(connection, collection.extent()),
                collection.timeFirst(),
                collection.timeLast(),
                collection.records(),
                collection.unlocated(),
                collection.cellLevels());
        tell(connection, "collection " + collection.id());
    }

    /** Removes a collection and tells every server; part of a transaction. Returns whether there was one. */
    public static boolean remove(Connection connection, String id) throws SQLException {
        boolean removed = StatementRunner.update(connection, "delete from collection where id = ?", id) > 0;
        tell(connection, "collection " + id);
        return removed;
    }

    /** Notifies every server that listens, once the transaction is committed. */
    public static void tell(Connection connection, String what) throws SQLException {
        StatementRunner.first(connection, _ -> true, "select pg_notify(?, ?)", CHANNEL, what);
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

    private static ObjectNode json(StoredCollection.Description about) {
        ObjectNode json = JSON.createObjectNode();
        json.set("title", JSON.valueToTree(about.title().byLanguage()));
        json.set("description", JSON.valueToTree(about.description().byLanguage()));
        json.put("source", about.source());
        json.put("licence", about.licence());
        return json;
    }

    private static StoredCollection.Description about(JsonNode json) {
        return new StoredCollection.Description(
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
}
