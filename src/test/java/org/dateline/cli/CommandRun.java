package org.dateline.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * A command that was run in this process. It takes both streams, so a test that runs one is isolated.
 *
 * @param output what it wrote to standard output and standard error
 */
record CommandRun(int exit, String output) {

    static CommandRun of(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            CommandLine commandLine = Dateline.commandLine().setErr(new PrintWriter(both, true));
            int exit = commandLine.execute(arguments);
            return new CommandRun(exit, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
