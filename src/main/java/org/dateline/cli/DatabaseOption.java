package org.dateline.cli;

import java.sql.SQLException;
import java.util.Optional;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.DatabaseAddress;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the database is, the same for every command. */
final class DatabaseOption {

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:DATELINE_DATABASE}",
            description =
                    "The database, as postgresql://user@host1,host2/name (or DATELINE_DATABASE in the environment); "
                            + "its password in PGPASSWORD or ~/.pgpass.")
    private @Nullable String url;

    interface Work<T> {
        T with(Database database) throws Exception;
    }

    /** @throws UsageException in plain words, without a password, for a database that does not answer or refuses */
    <T> T use(Work<T> work) throws Exception {
        DatabaseAddress address = address()
                .orElseThrow(() -> new UsageException(
                        "got no --database, expected it here or as DATELINE_DATABASE in the environment"));
        try (Database database = new Database(address)) {
            return work.with(database);
        } catch (SQLException | FlywayException e) {
            throw new UsageException(address + ": " + said(e));
        }
    }

    /** Empty where nobody said it. */
    Optional<DatabaseAddress> address() {
        return url == null || url.isBlank()
                ? Optional.empty()
                : Optional.of(DatabaseAddress.parse(url, System.getenv("PGPASSWORD")));
    }

    /** What the server or the driver says, in one line. */
    private static String said(Exception e) {
        Throwable cause = e;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no answer");
    }
}
