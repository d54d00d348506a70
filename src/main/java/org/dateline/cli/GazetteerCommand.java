package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dateline.catalog.AtomicFile;
import org.dateline.ground.GeoNamesDump;
import org.dateline.ingest.PlaceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds places to those that "ingest" knows. */
@Command(
        name = "gazetteer",
        description = "Places that \"ingest\" knows beside the catalog's own.",
        mixinStandardHelpOptions = true,
        subcommands = GazetteerCommand.LoadDump.class)
final class GazetteerCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException("got \"gazetteer\" alone, expected \"gazetteer load FILE…\"");
    }

    /** Reads dumps of GeoNames into the catalog's folder. */
    @Command(
            name = "load",
            description =
                    "Read dumps of GeoNames (PK.zip, allCountries.zip, or the .txt in them) for a catalog's texts.",
            mixinStandardHelpOptions = true)
    static final class LoadDump implements Callable<Integer> {

        @Mixin
        private GeodataOption geodata = new GeodataOption();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "A dump of GeoNames, zipped or not.")
        private List<Path> files = List.of();

        @Option(
                names = "--countries",
                paramLabel = "CODES",
                split = ",",
                description = "Codes of the countries to take, such as PK,AF (default: all in the files).")
        private Set<String> countries = Set.of();

        @Override
        public Integer call() throws IOException {
            for (String code : countries) {
                if (!code.matches("[A-Za-z]{2}")) {
                    throw new UsageException(
                            "got --countries " + code + ", expected codes of two letters, such as PK,AF");
                }
            }
            Path file = geodata.folder().resolve(PlaceReader.GAZETTEER);
            GeoNamesDump.Loaded loaded = GeoNamesDump.load(
                    files,
                    countries.stream()
                            .map(code -> code.toUpperCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet()));
            AtomicFile.write(file, loaded.bytes());
            System.out.printf(
                    "wrote %s, %.1f MB: %d lines read, %d places added to the program's own. GeoNames is CC BY 4.0: name it "
                            + "where you publish the file; \"ingest\" reads it from now on%n",
                    file, loaded.bytes().length / 1e6, loaded.rows(), loaded.added());
            return ExitCode.OK;
        }
    }
}
