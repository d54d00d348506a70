package org.dateline.features.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of loads and of the registry. SQL texts come from the program alone: table names contain
 * versions, which are numbers, and everything else is bound as a value.
 */
public final class StatementRunner {

    private StatementRunner() {}

    /** Makes something of the current row. */
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Something that is done completely or not at all. */
    public interface Work<T> {
        T run() throws Exception;
    }

    public static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Runs a statement with a value for each question mark; returns how many rows it changed. */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** All rows of a query with a value for each question mark. */
    public static <T> List<T> all(Connection connection, RowMapper<T> mapper, String sql, @Nullable Object... values)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(mapper.map(rows));
            }
        }
        return all;
    }

    /** The first row of a query; empty if there is none. */
    public static <T> Optional<T> first(
            Connection connection, RowMapper<T> mapper, String sql, @Nullable Object... values) throws SQLException {
        return all(connection, mapper, sql, values).stream().findFirst();
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Does work in one transaction and returns its result; an exception undoes all of it. */
    public static <T> T transaction(Connection connection, Work<T> work) throws Exception {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (Exception | Error e) {
            try {
                connection.rollback();
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }
}
