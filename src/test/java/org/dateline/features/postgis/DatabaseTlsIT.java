package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.dateline.Postgres;
import org.dateline.load.CollectionAdmin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseTlsIT {

    private static Postgres postgres;
    private static DatabaseAddress plain;

    @BeforeAll
    static void start() {
        postgres = new Postgres();
        plain = postgres.database();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static DatabaseAddress with(String parameters) {
        return DatabaseAddress.parse(plain + "?" + parameters, null);
    }

    private static boolean encrypted(Connection connection) throws SQLException {
        return StatementRunner.first(
                        connection,
                        row -> row.getBoolean(1),
                        "select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                .orElseThrow();
    }

    @Test
    void every_connection_is_encrypted_where_it_is_asked_for() throws Exception {
        try (Database database = new Database(with("sslmode=require"))) {
            assertThatThrownBy(database::primary)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("SSL");
        }
        Path certificate = postgres.withTls();
        try (Database database = new Database(with("sslmode=verify-full&sslrootcert=" + certificate))) {
            CollectionAdmin.open(database).close();
            try (Connection primary = database.primary();
                    Connection read = database.read();
                    Connection apart = database.readApart()) {
                assertThat(encrypted(primary)).isTrue();
                assertThat(encrypted(read)).isTrue();
                assertThat(encrypted(apart)).isTrue();
            }
        }
        try (Database database = new Database(with("sslmode=verify-full"))) {
            // A certificate that nobody vouches for.
            assertThatThrownBy(database::primary).isInstanceOf(SQLException.class);
        }
    }
}
