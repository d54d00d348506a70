package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be told of the scripts of other systems without these systems. */
class StartScriptsTest {

    private static final Path DIST = Path.of("src/main/dist");

    @Test
    void each_jump_of_the_script_for_windows_has_one_label_and_each_block_its_end() throws IOException {
        String script = Files.readString(DIST.resolve("bin/dateline.cmd"));
        List<String> labels = all("(?m)^:(\\w+)", script);
        List<String> jumps = all("(?:goto|call) :(\\w+)", script);

        assertThat(labels).doesNotHaveDuplicates().isNotEmpty();
        assertThat(jumps).filteredOn(jump -> !jump.equals("eof")).isSubsetOf(labels);
        assertThat(labels).isSubsetOf(jumps);
        assertThat(script.lines().filter(line -> line.stripTrailing().endsWith("(")))
                .hasSameSizeAs(script.lines()
                        .filter(line -> line.equals(")") || line.equals(") else ("))
                        .toList());
        assertThat(script.replace("\r\n", "")).doesNotContain("\n");
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
