package org.dateline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of the catalog, the same for every command. */
final class GeodataOption {

    @Option(
            names = "--geodata",
            paramLabel = "DIR",
            defaultValue = "geodata",
            description = "Folder of the catalog (${DEFAULT-VALUE}).")
    private Path folder = Path.of("geodata");

    /** Whether it is there or not. */
    Path wanted() {
        return folder;
    }

    /** @throws UsageException where there is no such folder */
    Path folder() {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("got --geodata " + folder + ", expected a folder that exists (looked at "
                    + folder.toAbsolutePath().normalize() + ")");
        }
        return folder;
    }
}
