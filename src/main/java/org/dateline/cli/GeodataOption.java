package org.dateline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --geodata}, the same for every command. */
final class GeodataOption {

    @Option(
            names = "--geodata",
            paramLabel = "DIR",
            defaultValue = "geodata",
            description = "The catalog's folder (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("geodata");

    /** The folder as given; it need not exist. */
    Path given() {
        return folder;
    }

    /** @throws UsageException if the folder does not exist */
    Path folder() {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("got --geodata " + folder + ", expected a folder that exists (looked at "
                    + folder.toAbsolutePath().normalize() + ")");
        }
        return folder;
    }
}
