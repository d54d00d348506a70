package org.dateline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.features.postgis.DatabaseAddress;

/**
 * A PostgreSQL server with PostGIS of the tests' own, in a folder that goes away with it; listens on 127.0.0.1 alone. One
 * serves all tests of a run: each takes a database of its own. A test that stops and starts its server takes a server of its
 * own.
 */
public final class Postgres implements AutoCloseable {

    private static final class Shared {
        static final Postgres SERVER = new Postgres();
    }

    private final Path folder;
    private final int port;
    private int databases;

    /** The one of this run, started by whoever asks first. */
    public static Postgres shared() {
        return Shared.SERVER;
    }

    public Postgres() {
        port = FreePort.any();
        try {
            folder = Files.createTempDirectory("dateline-postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (root()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        Path data = folder.resolve("data");
        asServer(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "dateline",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-N");
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public void start() {
        asServer(
                "pg_ctl",
                "-D",
                folder.resolve("data").toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder + " -c fsync=off",
                "start");
    }

    /** From now on it also takes connections with TLS, under a certificate of its own for 127.0.0.1. Returns that. */
    public Path withTls() {
        Path certificate = folder.resolve("data/server.crt");
        asServer(
                "/usr/bin/openssl",
                "req",
                "-new",
                "-x509",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-out",
                certificate.toString(),
                "-keyout",
                folder.resolve("data/server.key").toString());
        sql("postgres", "alter system set ssl = on");
        sql("postgres", "select pg_reload_conf()");
        return certificate;
    }

    /** As when the machine fails: connections end in the middle. */
    public void stop() {
        asServer("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
    }

    /** An empty database with PostGIS. */
    public synchronized DatabaseAddress database() {
        String name = "test" + ++databases;
        sql("postgres", "create database " + name);
        sql(name, "create extension postgis");
        return DatabaseAddress.parse("postgresql://dateline@127.0.0.1:" + port + "/" + name, null);
    }

    private void sql(String database, String statement) {
        run(List.of(
                "psql",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-U",
                "dateline",
                "-d",
                database,
                "-c",
                statement));
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            if (Files.exists(folder.resolve("data/postmaster.pid"))) {
                stop();
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                // What is left lies in the machine's folder for temporary files.
            }
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL does not run as root: then as the user that its package made. */
    private static void asServer(String program, String... arguments) {
        List<String> command = new ArrayList<>(root() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(binaries().resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    /** The newest version that is installed. */
    private static Path binaries() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Comparator.comparing(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .orElseThrow()
                    .resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL with PostGIS is not installed: src/test/sh/install-test-tools.sh", e);
        }
    }

    private static void run(List<String> command) {
        try {
            Path said = Files.createTempFile("dateline-postgres", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/tmp").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int exit = process.waitFor();
            String words = Files.readString(said);
            Files.delete(said);
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit + ": " + words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
