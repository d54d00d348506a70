package org.dateline.features.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/**
 * The database that servers read and loads write. Reads use a standby if one answers, otherwise the primary; the driver
 * finds out which host is which (pgjdbc, {@code targetServerType}). A read may take {@link #LONGEST_QUERY}, and at most
 * {@link #POOL} of them run at a time: others wait for up to {@link #LONGEST_WAIT} and are then refused.
 */
public final class Database implements AutoCloseable {

    /** The schema of all tables. */
    public static final String SCHEMA = "dateline";

    public static final Duration LONGEST_QUERY = Duration.ofSeconds(5);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    public static final int POOL = 8;

    private final DatabaseAddress address;
    private final Duration longestQuery;
    private final HikariDataSource reads;

    public Database(DatabaseAddress address) {
        this(address, LONGEST_QUERY);
    }

    /** Connects on first use: a server starts and serves its site without a reachable database. */
    Database(DatabaseAddress address, Duration longestQuery) {
        this.address = address;
        this.longestQuery = longestQuery;
        HikariConfig config = new HikariConfig();
        config.setPoolName("reads");
        config.setJdbcUrl(address.jdbcUrl());
        config.setDataSourceProperties(reading());
        config.setReadOnly(true);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.setValidationTimeout(1_000);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        // A standby that comes back is soon used again.
        config.setMaxLifetime(Duration.ofMinutes(2).toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
        config.setInitializationFailTimeout(-1);
        this.reads = new HikariDataSource(config);
    }

    public DatabaseAddress address() {
        return address;
    }

    /**
     * The connections of the pool for reads.
     *
     * @param active  in use
     * @param idle    open and not in use
     * @param awaited how many reads wait for one
     */
    public record Pool(int active, int idle, int awaited) {}

    public Pool pool() {
        HikariPoolMXBean now = reads.getHikariPoolMXBean();
        return now == null
                ? new Pool(0, 0, 0)
                : new Pool(now.getActiveConnections(), now.getIdleConnections(), now.getThreadsAwaitingConnection());
    }

    /** A connection for one read; closing it returns it to the pool. */
    public Connection read() throws SQLException {
        return reads.getConnection();
    }

    /** A connection outside the pool, for reads that must not wait for others; the caller closes it. */
    Connection readApart() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), reading());
    }

    /** Replaces the open connections, because their host has gone away. */
    void renew() {
        reads.getHikariPoolMXBean().softEvictConnections();
    }

    Duration longestQuery() {
        return longestQuery;
    }

    /** A connection to the host that takes writes, without a time limit; the caller closes it. */
    public Connection primary() throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), properties("primary", "-c search_path=dateline,public -c statement_timeout=0"));
    }

    /** Creates the tables that all collections share, or updates them to this program's version. */
    public void migrate() {
        Properties properties = properties("primary", "-c statement_timeout=0");
        String user = properties.getProperty("user");
        Flyway.configure()
                .dataSource(address.jdbcUrl() + "&targetServerType=primary", user, properties.getProperty("password"))
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:db")
                .load()
                .migrate();
    }

    private Properties reading() {
        Properties properties = properties(
                "preferSecondary",
                "-c search_path=dateline,public -c statement_timeout=" + longestQuery.toMillis() + " -c jit=off");
        // A host that is cut off sends nothing: stop waiting soon after the longest query.
        properties.setProperty(
                "socketTimeout", Long.toString(longestQuery.plusSeconds(1).toSeconds()));
        return properties;
    }

    private Properties properties(String target, String options) {
        Properties properties = new Properties();
        properties.setProperty("user", address.userName().orElse(System.getProperty("user.name")));
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        properties.setProperty("ApplicationName", "dateline");
        properties.setProperty("targetServerType", target);
        properties.setProperty("loadBalanceHosts", "true");
        properties.setProperty("hostRecheckSeconds", "2");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("options", options);
        return properties;
    }

    @Override
    public void close() {
        reads.close();
    }
}
