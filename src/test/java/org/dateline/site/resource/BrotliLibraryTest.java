package org.dateline.site.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrotliLibraryTest {

    @TempDir
    Path folder;

    /** In a program of its own, because a library is loaded once in each. */
    @Test
    void a_library_that_could_not_be_loaded_is_tried_again_later() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder.resolve("temporary"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Uses.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.lines().filter(line -> !line.isEmpty() && !line.startsWith("WARNING")))
                .containsExactly("first false", "at once false", "later true", "encoded");
    }

    /** Uses it before and after there is a folder for temporary files. */
    static final class Uses {

        public static void main(String[] arguments) throws Exception {
            Duration pause = Duration.ofSeconds(1);
            BrotliLibrary library = new BrotliLibrary(pause);
            say("first " + library.load());
            Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir")));
            say("at once " + library.load());
            Thread.sleep(pause);
            say("later " + library.load());
            say(Encoder.compress(new byte[1_000]).length < 100 ? "encoded" : "not encoded");
        }

        private static void say(String line) {
            System.out.println(line);
        }
    }
}
