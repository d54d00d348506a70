package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dateline.Catalogs;
import org.junit.jupiter.api.Test;

/** What a reader does, in a real browser, on the packaged program: runs the specs in {@code frontend/e2e}. */
class BrowserIT {

    @Test
    void readers_can_do_what_they_came_for() throws Exception {
        try (Program.Serving server = new Program.Serving();
                Program.Serving second = new Program.Serving("--geodata", Catalogs.CHUKOTKA.toString())) {
            ProcessBuilder builder = new ProcessBuilder("npm", "run", "--silent", "e2e")
                    .directory(Path.of("frontend").toFile())
                    .redirectErrorStream(true);
            builder.environment().put("BASE_URL", server.address());
            builder.environment().put("SECOND_URL", second.address());
            Process process = builder.start();
            Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(System.out::println));
            boolean ended = process.waitFor(30, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            assertThat(ended).as("the browser tests end").isTrue();
            assertThat(process.exitValue())
                    .as("frontend/e2e, see the report above")
                    .isZero();
        }
    }
}
