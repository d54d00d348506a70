package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dateline.draw.figure.FoundFonts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --fonts}, the same for every command that draws pictures. */
final class FontsOption {

    @Option(
            names = "--fonts",
            paramLabel = "DIR",
            description =
                    "Folder of fonts, for example an npm package of one, for letters in pictures that the program's "
                            + "own fonts do not have; before the fonts of this machine.")
    private @Nullable Path fonts;

    /** Looks for letters there from now on. */
    void use() {
        if (fonts != null) {
            try {
                FoundFonts.useFolder(fonts);
            } catch (IOException e) {
                throw new UsageException("--fonts: " + e.getMessage());
            }
        }
    }
}
