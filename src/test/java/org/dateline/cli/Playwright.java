package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the specs in {@code frontend/e2e}, which read pages in a real browser. */
final class Playwright {

    private Playwright() {}

    /**
     * @param environment BASE_URL, SECOND_URL and what else the specs ask for
     * @param arguments   of Playwright: parts of the names of the specs to run; none for all
     */
    static void run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("npm", "run", "--silent", "e2e", "--"));
        command.addAll(List.of(arguments));
        // Each run empties its folder of results when it begins, and two may run at the same time.
        Path results = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser");
        command.addAll(List.of("--output", results.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("frontend").toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(System.out::println));
        boolean ended = process.waitFor(30, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended).as("the browser tests end").isTrue();
        assertThat(process.exitValue()).as("frontend/e2e, see the report above").isZero();
    }
}
