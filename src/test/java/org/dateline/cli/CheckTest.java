package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dateline.Catalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    @TempDir
    Path folder;

    private String check(String report, String old, String with) throws IOException {
        Path catalog = Catalogs.copy(Catalogs.FLOOD, folder.resolve("catalog"));
        Path file = catalog.resolve("reports/" + report + ".yaml");
        String content = Files.readString(file);
        assertThat(content).contains(old);
        Files.writeString(file, content.replace(old, with));
        CommandRun run = CommandRun.of("check", "--geodata", catalog.toString());
        assertThat(run.exit()).as(run.output()).isZero();
        return run.output();
    }

    @Test
    void claims_in_a_language_whose_wordings_are_not_known_are_counted() throws IOException {
        assertThat(check("vale-2031-11-05", "language: en", "language: it"))
                .contains("reports/vale-2031-11-05.yaml: wording not checked in 2 claims: "
                        + "the program does not know the words for numbers in \"it\"");
    }

    @Test
    void claims_that_an_editor_vouches_for_are_counted() throws IOException {
        assertThat(check("undated", "    wording: between\n", "    wording: between\n    vouched: Two sheds of 75.\n"))
                .contains("reports/undated.yaml: 1 claim vouched for by an editor, not checked");
    }
}
