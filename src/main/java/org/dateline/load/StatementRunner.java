package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements of a load. Names of tables are made of versions, which are numbers; nothing of a file stands in them. */
final class StatementRunner {

    private StatementRunner() {}

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /**
     * How a load works with its connection: memory for sorting, and no wait for the disk at each chunk (a crash then loses
     * the last chunks together with the count of them). What is published waits for the disk.
     */
    static void prepare(Connection connection) throws SQLException {
        run(
                connection,
                "set synchronous_commit = off",
                "set maintenance_work_mem = '256MB'",
                "set work_mem = '128MB'",
                "set client_min_messages = warning");
    }

    interface Work {
        void run() throws Exception;
    }

    /** All of it, or nothing. */
    static void transaction(Connection connection, Work work) throws Exception {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
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
