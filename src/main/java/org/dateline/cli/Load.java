package org.dateline.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.load.LoadRequest;
import org.dateline.load.LoadSummary;
import org.dateline.load.Loader;
import org.dateline.load.RejectLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a table of events into the database. */
@Command(
        name = "load",
        description =
                "Load a table of events (CSV, GeoJSON, GeoPackage or FlatGeobuf) into a database as a collection.",
        mixinStandardHelpOptions = true)
final class Load implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "The table: .csv, .tsv, .geojson, .geojsonl, .gpkg or .fgb; coordinates in WGS 84 longitude and latitude.")
    private Path file = Path.of("");

    @Option(
            names = "--collection",
            paramLabel = "ID",
            required = true,
            description = "The collection's id; STORY/ID for a collection of one of many stories.")
    private String collection = "";

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description =
                    "What the columns mean: acled, gdelt2, gtd, ucdp-ged, or the path of a YAML file. Without a mapping, the columns "
                            + "must have Dateline's own names.")
    private @Nullable String mapping;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "Which layer to load from a GeoPackage that has several.")
    private @Nullable String layer;

    @Option(
            names = "--rejects",
            paramLabel = "PATH",
            description = "File for rejected rows, each with its line and the reason (default: FILE.rejects.csv).")
    private @Nullable Path rejects;

    @Option(
            names = "--most-rejects",
            paramLabel = "N|N%",
            defaultValue = "1%",
            description = "Publish nothing if more rows than this are rejected (default: ${DEFAULT-VALUE}).")
    private String mostRejects = "1%";

    @Option(names = "--restart", description = "Discard an interrupted load of this collection and start again.")
    private boolean restart;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() throws Exception {
        Path rejectsFile = rejects == null ? Path.of(file + ".rejects.csv") : rejects;
        LoadRequest request =
                new LoadRequest(file, collection, mapping, layer, rejectsFile, RejectLimit.parse(mostRejects), restart);
        try (LoadProgress progress = LoadProgress.of(file)) {
            LoadSummary summary = database.use(found -> new Loader(found, request, progress).load());
            progress.close();
            print(summary, rejectsFile);
            return ExitCode.OK;
        } catch (InvalidCatalogException e) {
            return FaultPrinter.print(e, mapping, "nothing was loaded");
        }
    }

    private void print(LoadSummary summary, Path rejectsFile) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d records, %,d of them without a place; %,d of %,d rows rejected%s%n",
                collection,
                summary.records(),
                summary.unlocated(),
                summary.rejected(),
                summary.rows(),
                summary.rejected() == 0 ? "" : ", see " + rejectsFile);
        summary.notes().forEach(note -> System.out.println(collection + ": note: " + note));
        StringBuilder steps = new StringBuilder();
        summary.steps()
                .forEach((step, took) -> steps.append(String.format(
                        Locale.ROOT, "%s%s %.1f s", steps.isEmpty() ? "" : ", ", step, took.toMillis() / 1000.0)));
        System.out.println(steps);
    }
}
