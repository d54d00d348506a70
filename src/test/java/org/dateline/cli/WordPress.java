package org.dateline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dateline.FreePort;

/** Debian's WordPress on a database of its own, with an administrator and an author. */
final class WordPress implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/share/wordpress");
    private static final Path SETTINGS = Path.of("src/test/resources/wordpress");
    private static final String USER = System.getProperty("user.name");

    private final Path home;
    private final int port = FreePort.any();
    private final Process database;
    private final Process server;
    private final Map<String, String> passwords = new LinkedHashMap<>();

    /**
     * @param home     an empty folder, for its files and its database
     * @param embedded the port of the server whose pages articles embed
     */
    WordPress(Path home, int embedded) throws IOException, InterruptedException {
        if (!Files.exists(INSTALLED)) {
            throw new AssertionError("WordPress is not installed: src/test/sh/install-test-tools.sh");
        }
        this.home = home;
        Path data = home.resolve("data");
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--user=" + USER,
                "--datadir=" + data);
        database = start(
                "mariadb.log",
                Map.of(),
                program("mariadbd"),
                "--no-defaults",
                "--user=" + USER,
                "--datadir=" + data,
                "--socket=" + socket(),
                "--skip-networking",
                "--innodb-flush-log-at-trx-commit=0");
        try {
            await(database, "mariadb.log", () -> Files.exists(socket()));
            run(
                    "mariadb",
                    "--no-defaults",
                    "--user=root",
                    "--socket=" + socket(),
                    "--execute=CREATE DATABASE wordpress");
            Path site = home.resolve("site");
            // Whoever runs the tests need not be able to write where WordPress is installed.
            run("cp", "-rL", INSTALLED.toString(), site.toString());
            Files.copy(
                    SETTINGS.resolve("wp-config.php"),
                    site.resolve("wp-config.php"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.copy(SETTINGS.resolve("setup.php"), site.resolve("setup.php"));
            Path plugins = Files.createDirectories(site.resolve("wp-content/mu-plugins"));
            Files.copy(SETTINGS.resolve("loopback.php"), plugins.resolve("loopback.php"));
            Files.writeString(site.resolve("host.txt"), "127.0.0.1:" + port);
            for (String line : run(
                            "php",
                            "-d",
                            "error_reporting=0",
                            site.resolve("setup.php").toString())
                    .split("\n")) {
                String[] user = line.split("=", 2);
                passwords.put(user[0], user[1]);
            }
            server = start(
                    "php.log",
                    Map.of("PHP_CLI_SERVER_WORKERS", "4", "DATELINE_PORT", Integer.toString(embedded)),
                    "php",
                    "-d",
                    "error_reporting=0",
                    "-S",
                    "127.0.0.1:" + port,
                    "-t",
                    site.toString());
            await(server, "php.log", () -> Nginx.answers(port));
        } catch (Throwable e) {
            stop(database);
            throw e;
        }
    }

    /** As in http://127.0.0.1:43127, without a slash at its end. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** @param user admin or author */
    String password(String user) {
        return passwords.get(user);
    }

    private Path socket() {
        return home.resolve("mariadb.socket");
    }

    /** Debian keeps servers where only root's PATH looks. */
    private static String program(String name) {
        Path there = Path.of("/usr/sbin", name);
        return Files.isExecutable(there) ? there.toString() : name;
    }

    private Process start(String log, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", List.of(command)) + " failed: " + output);
        }
        return output;
    }

    private void await(Process process, String log, BooleanSupplier ready) throws IOException, InterruptedException {
        for (int i = 0; !ready.getAsBoolean(); i++) {
            if (i == 300 || !process.isAlive()) {
                stop(process);
                throw new AssertionError("got, in " + log + ": " + Files.readString(home.resolve(log)));
            }
            Thread.sleep(100);
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop(server);
        stop(database);
    }
}
