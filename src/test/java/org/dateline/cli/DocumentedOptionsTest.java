package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Each command and each of its options stands in the documents for users, and says itself what it does. */
class DocumentedOptionsTest {

    @Test
    void each_option_of_each_command_is_in_the_documents() throws IOException {
        String documents = documents();
        List<String> missing = new ArrayList<>();
        for (CommandLine command : Dateline.commandLine().getSubcommands().values()) {
            String name = command.getCommandName();
            if (!mentions(documents, name)) {
                missing.add(name);
            }
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(option.description())
                        .as(name + " " + option.longestName())
                        .isNotEmpty();
                if (!option.usageHelp() && !option.versionHelp() && !mentions(documents, option.longestName())) {
                    missing.add(name + " " + option.longestName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean mentions(String documents, String word) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(documents)
                .find();
    }

    private static String documents() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(Path.of("README.md")));
        try (Stream<Path> docs = Files.list(Path.of("src/docs"))) {
            for (Path document :
                    docs.filter(file -> file.toString().endsWith(".md")).toList()) {
                all.append(Files.readString(document));
            }
        }
        return all.toString();
    }
}
