package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A web server of others, up to its closing. */
final class Host implements AutoCloseable {

    private final Process process;

    /**
     * @param home    for its own files and its output
     * @param port    of this machine at which it answers once it is ready
     * @param command which runs it in the foreground
     */
    Host(Path home, int port, String... command) throws IOException, InterruptedException {
        Path log = home.resolve("output.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("NODE_PATH", "frontend/node_modules");
        builder.environment().put("XDG_DATA_HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        process = builder.start();
        for (int i = 0; !Nginx.answers(port); i++) {
            if (i == 200 || !process.isAlive()) {
                process.destroyForcibly();
                throw new AssertionError(command[0] + " did not start: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    /** Debian keeps servers where only root's PATH looks. */
    static String program(String name) {
        Path there = Path.of("/usr/sbin", name);
        return Files.isExecutable(there) ? there.toString() : name;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
