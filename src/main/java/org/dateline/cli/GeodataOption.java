package org.dateline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --geodata}, the same for every command. */
final class GeodataOption {

    @Option(
            names = "--geodata",
            paramLabel = "DIR",
            defaultValue = "geodata",
            description = "The catalog's folder (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("geodata");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Whether the option was stated. */
    boolean isGiven() {
        return command != null && command.commandLine().getParseResult().hasMatchedOption("--geodata");
    }

    /** Throws a {@link UsageException} if the option was stated beside {@code --stories}, which stands in its place. */
    void requireNotWithStories() {
        if (isGiven()) {
            throw new UsageException("got --stories with --geodata, expected one of them");
        }
    }

    /** The folder as given; it need not exist. */
    Path given() {
        return folder;
    }

    /** @throws UsageException if the folder does not exist */
    Path folder() {
        if (!isGiven() && !Files.exists(folder)) {
            throw new UsageException(
                    "got no folder " + folder + " here, expected a catalog's folder with --geodata DIR; \""
                            + Invocation.name() + " new DIR --title TITLE\" makes one, and \"" + Invocation.name()
                            + " --help\" lists the commands");
        }
        return require("--geodata", folder);
    }

    /** The folder of many stories; throws a {@link UsageException} if it does not exist. */
    static Path requireStories(Path folder) {
        return require("--stories", folder);
    }

    private static Path require(String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("got " + option + " " + folder + ", expected a folder that exists (looked at "
                    + folder.toAbsolutePath().normalize() + ")");
        }
        return folder;
    }
}
