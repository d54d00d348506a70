package org.dateline.cli;

import java.sql.SQLException;
import java.util.Optional;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.DatabaseAddress;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --database}, the same for every command that has it. */
final class DatabaseOption {

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:DATELINE_DATABASE}",
            description =
                    "Address of the database, as postgresql://user@host1,host2/name; default: the environment variable "
                            + "DATELINE_DATABASE. The password is read from PGPASSWORD or ~/.pgpass.")
    private @Nullable String url;

    interface Work<T> {
        T with(Database database) throws Exception;
    }

    /**
     * Runs work on the database, and closes it afterwards.
     *
     * @throws UsageException if there is no address, or the database does not answer or refuses; the message contains no
     *     password
     */
    <T> T use(Work<T> work) throws Exception {
        DatabaseAddress address = address()
                .orElseThrow(() -> new UsageException(
                        "got no database, expected its address as --database or in the environment variable "
                                + "DATELINE_DATABASE"));
        try (Database database = new Database(address)) {
            return work.with(database);
        } catch (SQLException | FlywayException e) {
            throw new UsageException(address + ": " + firstLine(e));
        }
    }

    /** The address from the option or the environment; empty if neither states one. */
    Optional<DatabaseAddress> address() {
        return url == null || url.isBlank()
                ? Optional.empty()
                : Optional.of(DatabaseAddress.parse(url, System.getenv("PGPASSWORD")));
    }

    /** The first line of the server's or the driver's message. */
    private static String firstLine(Exception e) {
        Throwable cause = e;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("the database did not answer");
    }
}
