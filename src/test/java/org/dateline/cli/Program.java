package org.dateline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a user runs it. */
final class Program {

    static final Path JAR = Path.of("target/dateline.jar").toAbsolutePath();

    /** @param output what it wrote to both its streams */
    record Result(int exit, String output) {}

    private Program() {}

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs it to its end. */
    static Result run(String... arguments) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the program did not end: " + output);
        }
        return new Result(process.exitValue(), output);
    }

    /** A server up to its closing, on a free port if the arguments name none. */
    static final class Serving implements AutoCloseable {

        private final Process process;
        private final String link;

        Serving(String... arguments) throws IOException {
            this(Path.of(""), arguments);
        }

        /** @param folder in which it runs */
        Serving(Path folder, String... arguments) throws IOException {
            List<String> all = new ArrayList<>(List.of(arguments));
            if (!all.contains("--port")) {
                all.addAll(List.of("--port", "0"));
            }
            process = new ProcessBuilder(command(all.toArray(String[]::new)))
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (line == null || !line.contains("http://")) {
                throw new AssertionError("got \"" + line + "\", expected the address that it serves at");
            }
            link = line.substring(line.indexOf("http://"));
        }

        /** The whole address that it prints: that of the site's home page, or the start link of the desk. */
        String link() {
            return link;
        }

        /** As in http://127.0.0.1:43127, without a slash at its end. */
        String address() {
            return link.substring(0, link.lastIndexOf('/'));
        }

        int port() {
            String address = address();
            return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        }

        /** @param name of the signal, as in HUP */
        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not stop");
            }
        }
    }
}
