package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what your-own-map.md says, in order: writes the files whose names stand before their content, runs the commands.
 */
class YourOwnMapTest {

    private static final Pattern BLOCK =
            Pattern.compile("(?:^`([^`\\n]+)`:\\n\\n)?^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void the_page_leads_to_a_checked_map() throws Exception {
        List<String> done = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(Files.readString(Path.of("src/docs/your-own-map.md")))
                .results()
                .toList()) {
            if (block.group(1) != null) {
                Files.writeString(folder.resolve(block.group(1)), block.group(3));
            } else if (block.group(2).equals("sh")) {
                for (String line : block.group(3).lines().toList()) {
                    run(line);
                    done.add(line.split(" ")[1]);
                }
            }
        }
        assertThat(done)
                .containsExactly(
                        "new",
                        "serve",
                        "story/reports/example-wire.yaml",
                        "check",
                        "add",
                        "check",
                        "verify",
                        "publish");
        Report report = CatalogLoader.load(folder.resolve("story")).reports().getFirst();
        assertThat(report.excerpts()).hasSize(3);
        assertThat(report.verification()).isNotNull();
        assertThat(folder.resolve("site/embed/overview/index.html")).isNotEmptyFile();
    }

    private void run(String line) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        String command = words.removeFirst();
        if (command.equals("rm")) {
            for (String file : words) {
                Files.delete(folder.resolve(file));
            }
            return;
        }
        assertThat(command).isEqualTo("dateline");
        if (!words.getFirst().equals("serve")) {
            CommandRun run = CommandRun.of(words.stream().map(this::inFolder).toArray(String[]::new));
            assertThat(run.exit()).as(line + "\n" + run.output()).isZero();
        }
    }

    private String inFolder(String word) {
        return word.matches("(story|site|hill-wire)\\b.*")
                ? folder.resolve(word).toString()
                : word;
    }
}
