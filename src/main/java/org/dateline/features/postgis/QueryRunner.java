package org.dateline.features.postgis;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.StoreUnavailableException;
import org.dateline.work.Admission;
import org.dateline.work.WorkKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queries and translates failures for clients. It retries if a connection turns out to be broken, as all
 * connections to a vanished standby are.
 */
final class QueryRunner {

    /** Makes a result from the rows. */
    interface Answer<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);

    private static final long QUIET = Duration.ofMinutes(1).toNanos();

    /** SQL states (PostgreSQL, appendix A); two characters stand for a whole class. */
    private static final String TIMED_OUT = "57014";

    private static final String NO_TABLE = "42P01";

    /** The server shuts down, or the query blocks a standby's replay. */
    private static final Set<String> PASSING = Set.of("57P01", "57P02", "57P03", "57P05", "40001", "40P01");

    /**
     * The SQLSTATE classes that a filter can cause: values out of range, resource limits, or a comparison that PostGIS
     * refuses.
     */
    private static final Set<String> REFUSED = Set.of("22", "54", "XX");

    /** One for a broken connection, one for a connection that was opened as its host went away, and one to succeed. */
    private static final int ATTEMPTS = 3;

    private final Database database;
    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - QUIET);

    QueryRunner(Database database) {
        this.database = database;
    }

    /**
     * @param kept {@link SqlFragment#prepare}
     * @throws QueryRefusedException if the database cannot compute the query
     * @throws StoreUnavailableException if the database does not answer in time
     */
    <T> T ask(SqlFragment query, boolean kept, Answer<T> answer) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(query, kept, answer);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isPassing(e)) {
                    throw failure(e);
                }
                database.renew();
            }
        }
    }

    private <T> T once(SqlFragment query, boolean kept, Answer<T> answer) throws SQLException {
        try {
            return Admission.as(WorkKind.DATABASE, () -> read(query, kept, answer));
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(SqlFragment query, boolean kept, Answer<T> answer) throws SQLException {
        try (Connection connection = database.read();
                PreparedStatement statement = query.prepare(connection, kept);
                ResultSet rows = statement.executeQuery()) {
            return answer.of(rows);
        }
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** A pool without a free connection has already waited long enough. */
    private static boolean isPassing(SQLException e) {
        return !(e instanceof SQLTransientConnectionException)
                && (state(e).startsWith("08") || PASSING.contains(state(e)));
    }

    private RuntimeException failure(SQLException e) {
        String state = state(e);
        if (e instanceof SQLTransientConnectionException && e.getCause() == null) {
            return unavailable("too many queries are running; try again in a moment", e);
        }
        if (e instanceof SQLTransientConnectionException || isPassing(e) || state.startsWith("53")) {
            return unavailable("the collection's database does not answer", e);
        }
        if (state.equals(TIMED_OUT)) {
            return unavailable(
                    "the query took longer than " + seconds(database.longestQuery())
                            + " s; ask for a smaller box or a simpler filter",
                    e);
        }
        if (state.equals(NO_TABLE)) {
            return unavailable("the collection was reloaded; try again", e);
        }
        if (state.length() == 5 && REFUSED.contains(state.substring(0, 2))) {
            log(e);
            return new QueryRefusedException(
                    "a filter with a value or a comparison that the database cannot compute",
                    "values within the range of the properties, and other comparisons");
        }
        return new IllegalStateException("got an error from the database, expected rows", e);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private StoreUnavailableException unavailable(String words, SQLException e) {
        log(e);
        return new StoreUnavailableException(words, e);
    }

    /** Logs once a minute: without a database, every query fails. */
    private void log(SQLException e) {
        long last = lastLogged.get();
        long now = System.nanoTime();
        if (now - last >= QUIET && lastLogged.compareAndSet(last, now)) {
            LOG.warn("A query on the database failed ({}): {}", e.getSQLState(), e.getMessage());
        }
    }
}
