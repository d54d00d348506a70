package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dateline.geo.Bbox;
import org.dateline.ground.DerivedGround;
import org.dateline.ground.Focus;
import org.dateline.ground.GroundFolder;
import org.dateline.model.Basemap;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Writes a basemap of any part of the world as files, for a catalog that wants to edit its own. */
@Command(
        name = "basemap",
        description = "Write the ground of a part of the world as files, to edit them and name the folder in "
                + "catalog.yaml as basemap. Without such a folder, a catalog has the same ground by itself.",
        mixinStandardHelpOptions = true)
final class BasemapCommand implements Callable<Integer> {

    @Option(
            names = "--bbox",
            paramLabel = "W,S,E,N",
            required = true,
            description = "West, south, east and north in degrees; west is greater than east across the antimeridian.")
    private String bbox = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to: new or empty.")
    private Path out = Path.of("basemap");

    @Option(
            names = "--languages",
            paramLabel = "CODES",
            split = ",",
            defaultValue = "en",
            description = "Languages of the names, the default first (default: ${DEFAULT-VALUE}).")
    private List<String> languages = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Bbox box = Degrees.box("--bbox", bbox);
        for (String language : languages) {
            if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                throw new UsageException(
                        "got --languages " + language + ", expected language codes such as en or pt-BR");
            }
        }
        if (Files.exists(out) && !isEmptyFolder(out)) {
            throw new UsageException("got --out " + out + ", expected a new or empty folder");
        }
        Basemap basemap = DerivedGround.of(List.of(Focus.ofView(box)), languages, List.of());
        long bytes = GroundFolder.write(basemap, out);
        System.out.printf(
                Locale.ROOT,
                "%s: %d files, %,d bytes; see basemap.yaml for their sources and licences%n",
                out,
                basemap.files().size() + basemap.reliefs().size() + 1,
                bytes);
        return ExitCode.OK;
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }
}
