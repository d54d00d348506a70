package org.dateline.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.features.postgis.StatementRunner;

/**
 * Finds records with the id of an earlier one. The database finds any number of them; the file is then read again for
 * their rows.
 */
final class DuplicateFinder {

    private DuplicateFinder() {}

    /** Collects the duplicates for {@link #reject}; returns their number. */
    static long find(Connection connection, ItemsTable table) throws SQLException {
        StatementRunner.run(
                connection,
                "drop table if exists pg_temp.duplicate",
                "create temp table duplicate as select seq, id from (select seq, id,"
                        + " row_number() over (partition by id order by seq) as place from " + table.name()
                        + ") as numbered where place > 1");
        return StatementRunner.first(connection, row -> row.getLong(1), "select count(*) from duplicate")
                .orElseThrow();
    }

    /**
     * Moves them from the table to the rejected rows.
     *
     * @param again the file, from its start
     */
    static LoadState reject(
            Connection connection, ItemsTable table, LoadState state, RowReader again, RejectWriter rejects, long count)
            throws Exception {
        return StatementRunner.transaction(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                // Rows arrive in portions only within a transaction and with a fetch size.
                statement.setFetchSize(10_000);
                long number = 0;
                try (ResultSet duplicates = statement.executeQuery("select seq, id from duplicate order by seq")) {
                    while (duplicates.next()) {
                        Row row = null;
                        for (; number < duplicates.getLong(1); number++) {
                            row = again.next();
                        }
                        if (row == null) {
                            throw new LoadException("got a file that ends before row " + number
                                    + ", expected it as it was when it was read");
                        }
                        rejects.add(
                                row,
                                "id: got \"" + duplicates.getString(2)
                                        + "\", which an earlier row has, expected a unique id");
                    }
                }
            }
            rejects.flush();
            StatementRunner.run(
                    connection, "delete from " + table.name() + " where seq in (select seq from duplicate)");
            return state.moved(connection, state.rowsRead(), state.rejected() + count);
        });
    }
}
