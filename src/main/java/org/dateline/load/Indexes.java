package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dateline.features.Property;
import org.dateline.features.Property.Type;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.ItemsTable;

/** The indexes of a table of items, made when it is full: that is faster than to keep them while it fills. */
final class Indexes {

    /** SQLSTATE: a value too long for an index. */
    private static final String TOO_LONG = "54000";

    private static final String DUPLICATE = "23505";

    private Indexes() {}

    /** Whether each id stands once; the index that holds it to that is there afterwards. */
    static boolean uniqueIds(Connection connection, ItemsTable table) throws SQLException {
        try {
            Sql.run(
                    connection,
                    "create unique index if not exists " + table.name() + "_id on " + table.name() + " (id)");
            return true;
        } catch (SQLException e) {
            if (DUPLICATE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** That of the geometries takes as long as all others: it is made beside them, on a connection of its own. */
    static void create(Database database, Connection connection, ItemsTable table, List<Property> indexed)
            throws Exception {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<?> shapes = beside.submit((Callable<?>) () -> {
                try (Connection second = database.primary()) {
                    Sql.prepare(second);
                    index(second, table, "geometry", "using gist (geometry)");
                }
                return null;
            });
            index(connection, table, "seq", "(seq)");
            index(connection, table, "quad", "(quad)");
            // Few or none, but those are looked for in each tile.
            index(connection, table, "size", "(size) where size > 0");
            if (table.timeColumn().isPresent()) {
                // As text: a stated date sorts before all dates within it.
                index(connection, table, "time", "(" + table.timeColumn().get() + ")");
            }
            for (Property property : indexed) {
                String column = table.column(property);
                if (property.name().equals("id")) {
                    continue;
                }
                try {
                    index(
                            connection,
                            table,
                            column,
                            (property.type() == Type.STRINGS ? "using gin (" : "(") + column + ")");
                } catch (SQLException e) {
                    if (TOO_LONG.equals(e.getSQLState())) {
                        throw new LoadException(
                                "index: got values of " + property.name()
                                        + " that are too long for one, expected shorter ones; take it out of the mapping's index");
                    }
                    throw e;
                }
            }
            shapes.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void index(Connection connection, ItemsTable table, String name, String on) throws SQLException {
        String unique = name.equals("seq") ? "unique " : "";
        Sql.run(
                connection,
                "create " + unique + "index if not exists " + table.name() + "_" + name + " on " + table.name() + " "
                        + on);
    }
}
