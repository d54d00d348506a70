package org.dateline.features.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/**
 * The database that a server reads and a load writes. Reads go to a standby where one answers, else to the primary; the
 * driver finds out which host is which (pgjdbc, {@code targetServerType}). A read may take {@link #LONGEST_QUERY}, and no
 * more than {@link #POOL} of them run at a time: whoever comes then waits for {@link #LONGEST_WAIT} and is told so.
 */
public final class Database implements AutoCloseable {

    /** The schema of all tables. */
    public static final String SCHEMA = "dateline";

    public static final Duration LONGEST_QUERY = Duration.ofSeconds(5);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    static final int POOL = 8;

    private final DatabaseAddress address;
    private final Duration longestQuery;
    private final HikariDataSource reads;

    public Database(DatabaseAddress address) {
        this(address, LONGEST_QUERY);
    }

    /** Connects when first asked: a server starts, and serves its site, without a database that answers. */
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
        // A standby that comes back is used again before long.
        config.setMaxLifetime(Duration.ofMinutes(2).toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
        config.setInitializationFailTimeout(-1);
        this.reads = new HikariDataSource(config);
    }

    public DatabaseAddress address() {
        return address;
    }

    /** For one read; closing it gives it back. */
    public Connection read() throws SQLException {
        return reads.getConnection();
    }

    /** For reads that no other read may keep waiting; the caller closes it. */
    Connection readApart() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), reading());
    }

    /** Lets go of the connections that are open: what they lead to has gone away. */
    void renew() {
        reads.getHikariPoolMXBean().softEvictConnections();
    }

    Duration longestQuery() {
        return longestQuery;
    }

    /** To the host that takes writes, without a limit of time; the caller closes it. */
    public Connection primary() throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), properties("primary", "-c search_path=dateline,public -c statement_timeout=0"));
    }

    /** Brings the tables that all collections share to the version of this program; makes them where there are none. */
    public void migrate() {
        Properties properties = properties("primary", "-c statement_timeout=0");
        String user = properties.getProperty("user");
        Flyway.configure()
                .dataSource(address.jdbcUrl() + "?targetServerType=primary", user, properties.getProperty("password"))
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
        // A host that is cut off says nothing: no answer comes later than the longest query.
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
