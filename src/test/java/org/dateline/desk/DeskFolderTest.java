package org.dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.desk.DeskFolder.Keep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskFolderTest {

    private static final String BEFORE = "# one\r\na: 1\r\nb: 2\r\n";
    private static final String AFTER = "# one\r\na: 1\r\nb: 3\r\n";

    @TempDir
    Path root;

    private Path file;
    private Path journal;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(root.resolve("a.yaml"), BEFORE);
        journal = root.resolve(".desk/journal.jsonl");
    }

    private DeskFolder open() throws IOException {
        return new DeskFolder(root, root.resolve(".desk"));
    }

    private static void change(DeskFolder folder, String id, String file, String content) throws IOException {
        Map<String, String> edited = new LinkedHashMap<>();
        edited.put(file, content);
        folder.change(id, "change " + id, "changed", null, "{}", edited);
    }

    private void changeOnce() throws IOException {
        try (DeskFolder folder = open()) {
            change(folder, "1", "a.yaml", AFTER);
        }
    }

    /** As after an end between the journal and the file. */
    private void forgetThatItWasWritten() throws IOException {
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines.getLast()).contains("\"done\":\"1\"");
        Files.write(journal, lines.subList(0, lines.size() - 1));
    }

    @Test
    void what_the_journal_has_and_the_file_does_not_is_written_at_the_next_start() throws Exception {
        changeOnce();
        forgetThatItWasWritten();
        Files.writeString(file, BEFORE);

        try (DeskFolder folder = open()) {
            assertThat(file).hasContent(AFTER.replace("\r\n", "\n").replace("\n", "\r\n"));
            assertThat(Files.readString(file)).isEqualTo(AFTER);
            assertThat(folder.unfinished()).isEmpty();
        }
    }

    @Test
    void it_is_written_onto_a_file_that_somebody_edited_meanwhile() throws Exception {
        changeOnce();
        forgetThatItWasWritten();
        Files.writeString(file, BEFORE.replace("# one", "# two"));

        try (DeskFolder folder = open()) {
            assertThat(Files.readString(file)).isEqualTo(AFTER.replace("# one", "# two"));
            assertThat(folder.unfinished()).isEmpty();
        }
    }

    @Test
    void it_is_not_written_twice_nor_over_somebody_else_s_change_of_the_same_line() throws Exception {
        changeOnce();
        forgetThatItWasWritten();
        Files.writeString(file, AFTER.replace("# one", "# two"));
        try (DeskFolder folder = open()) {
            assertThat(Files.readString(file)).isEqualTo(AFTER.replace("# one", "# two"));
            assertThat(folder.unfinished()).isEmpty();
        }
        forgetThatItWasWritten();
        Files.writeString(file, BEFORE.replace("b: 2", "b: 9"));
        try (DeskFolder folder = open()) {
            assertThat(Files.readString(file)).isEqualTo(BEFORE.replace("b: 2", "b: 9"));
            assertThat(folder.unfinished()).singleElement().asString().contains("a.yaml", "change 1");
        }
    }

    @Test
    void a_line_that_was_cut_off_is_as_if_it_had_never_been_asked_for() throws Exception {
        changeOnce();
        Files.writeString(journal, "{\"step\":{\"id\":\"2\",\"ki", StandardOpenOption.APPEND);

        try (DeskFolder folder = open()) {
            assertThat(folder.journal().toUndo()).map(Step::id).contains("1");
            change(folder, "3", "a.yaml", BEFORE);
        }
        try (DeskFolder folder = open()) {
            assertThat(folder.journal().toUndo()).map(Step::id).contains("3");
        }
    }

    @Test
    void undo_goes_back_to_the_first_change_and_redo_to_the_last_over_all_files_and_starts() throws Exception {
        try (DeskFolder folder = open()) {
            change(folder, "1", "a.yaml", AFTER);
            change(folder, "2", "new/b.yaml", "c: 1\n");
        }
        try (DeskFolder folder = open()) {
            change(folder, "3", "a.yaml", "gone\n");
            for (int i = 0; i < 3; i++) {
                folder.turn("undo" + i, folder.journal().toUndo().orElseThrow(), true, "", Keep.ASK);
            }
            assertThat(Files.readString(file)).isEqualTo(BEFORE);
            assertThat(root.resolve("new/b.yaml")).doesNotExist();
            assertThat(folder.journal().toUndo()).isEmpty();
        }
        try (DeskFolder folder = open()) {
            for (int i = 0; i < 3; i++) {
                folder.turn("redo" + i, folder.journal().toRedo().orElseThrow(), false, "", Keep.ASK);
            }
            assertThat(Files.readString(file)).isEqualTo("gone\n");
            assertThat(root.resolve("new/b.yaml")).hasContent("c: 1");
        }
    }

    @Test
    void undo_keeps_what_others_wrote_and_asks_only_where_they_wrote_the_same_line() throws Exception {
        changeOnce();
        Files.writeString(file, AFTER.replace("# one", "# two"));
        try (DeskFolder folder = open()) {
            folder.turn("u", folder.journal().toUndo().orElseThrow(), true, "", Keep.ASK);
            assertThat(Files.readString(file)).isEqualTo(BEFORE.replace("# one", "# two"));
            folder.turn("r", folder.journal().toRedo().orElseThrow(), false, "", Keep.ASK);
            Files.writeString(file, "b: 7\n");

            assertThatThrownBy(() -> folder.turn("v", folder.journal().toUndo().orElseThrow(), true, "", Keep.ASK))
                    .isInstanceOf(ChangedMeanwhileException.class)
                    .hasMessageContaining("a.yaml");
            assertThat(Files.readString(file)).isEqualTo("b: 7\n");

            folder.turn("w", folder.journal().toUndo().orElseThrow(), true, "", Keep.THEIRS);
            assertThat(Files.readString(file)).isEqualTo("b: 7\n");
            assertThat(folder.journal().toUndo()).isEmpty();
        }
    }

    @Test
    void undo_keeps_the_editor_s_lines_where_that_is_asked_for_and_what_others_wrote_elsewhere() throws Exception {
        changeOnce();
        Files.writeString(file, AFTER.replace("# one", "# two").replace("b: 3", "b: 4"));
        try (DeskFolder folder = open()) {
            assertThatThrownBy(() -> folder.turn("u", folder.journal().toUndo().orElseThrow(), true, "", Keep.ASK))
                    .isInstanceOfSatisfying(ChangedMeanwhileException.class, both -> {
                        assertThat(both.mine()).isEqualTo("b: 2\r\n");
                        assertThat(both.theirs()).isEqualTo("b: 4\r\n");
                    });

            folder.turn("v", folder.journal().toUndo().orElseThrow(), true, "", Keep.MINE);
            assertThat(Files.readString(file)).isEqualTo(BEFORE.replace("# one", "# two"));
            Files.delete(file);
            folder.turn("w", folder.journal().toRedo().orElseThrow(), false, "", Keep.MINE);
            assertThat(Files.readString(file)).isEqualTo(AFTER);
        }
    }

    @Test
    void a_second_desk_is_refused() throws Exception {
        try (DeskFolder _ = open()) {
            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("another desk");
        }
    }

    @Test
    void no_file_outside_of_the_folder_is_read_or_written() throws Exception {
        try (DeskFolder folder = open()) {
            assertThatThrownBy(() -> folder.read("../x")).hasMessageContaining("leads out");
            assertThatThrownBy(() -> change(folder, "1", "../x", "a")).hasMessageContaining("leads out");
        }
    }
}
