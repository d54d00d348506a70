package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.dateline.features.Property;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.features.postgis.StatementRunner;

/** Creates the indexes of a table once it is filled, which is faster than updating them meanwhile. */
final class IndexBuilder {

    /** SQLSTATE: a value too long for an index. */
    private static final String TOO_LONG = "54000";

    private static final String DUPLICATE = "23505";

    private IndexBuilder() {}

    /** Creates the unique index on ids; returns false if an id occurs twice. */
    static boolean uniqueIds(Connection connection, ItemsTable table) throws SQLException {
        try {
            StatementRunner.run(connection, table.indexes().get("id"));
            return true;
        } catch (SQLException e) {
            if (DUPLICATE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Creates the other indexes; that on geometries takes as long as all others and so is built at the same time. */
    static void create(Database database, Connection connection, ItemsTable table, List<Property> indexed)
            throws Exception {
        Map<String, String> indexes = table.indexes();
        String shapes = indexes.remove("geometry");
        try (ConcurrentTask<Boolean> task = new ConcurrentTask<>(database, second -> {
            StatementRunner.run(second, shapes);
            return true;
        })) {
            for (String index : indexes.values()) {
                StatementRunner.run(connection, index);
            }
            for (Property property : indexed) {
                if (!property.name().equals("id")) {
                    index(connection, table, property);
                }
            }
            task.get();
        }
    }

    private static void index(Connection connection, ItemsTable table, Property property) throws SQLException {
        try {
            StatementRunner.run(connection, table.index(property));
        } catch (SQLException e) {
            if (TOO_LONG.equals(e.getSQLState())) {
                throw new LoadException("index: got values of " + property.name()
                        + " that are too long for one, expected shorter ones; take it out of the mapping's index");
            }
            throw e;
        }
    }
}
