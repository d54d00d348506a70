package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.dateline.features.Property;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.features.postgis.StatementRunner;

/** The indexes of a table of items, made when it is full: that is faster than to keep them while it fills. */
final class IndexBuilder {

    /** SQLSTATE: a value too long for an index. */
    private static final String TOO_LONG = "54000";

    private static final String DUPLICATE = "23505";

    private IndexBuilder() {}

    /** Whether each id stands once; the index that holds it to that is there afterwards. */
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

    /** That of the geometries takes as long as all others: it is made beside them. */
    static void create(Database database, Connection connection, ItemsTable table, List<Property> indexed)
            throws Exception {
        Map<String, String> indexes = table.indexes();
        String shapes = indexes.remove("geometry");
        try (ConcurrentTask<Boolean> beside = new ConcurrentTask<>(database, second -> {
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
            beside.get();
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
