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

/** Brings a table of events into the database. */
@Command(
        name = "load",
        description = "Load a table of events (CSV, GeoJSON, GeoPackage, FlatGeobuf) into a database, as a collection.",
        mixinStandardHelpOptions = true)
final class Load implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "The table; .csv, .geojson, .geojsonl, .gpkg or .fgb, in longitude and latitude on WGS 84.")
    private Path file = Path.of("");

    @Option(names = "--collection", paramLabel = "ID", required = true, description = "Id of the collection.")
    private String collection = "";

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description = "What the columns mean: acled, ucdp-ged, or the path of a YAML file. Without it columns bear "
                    + "Dateline's own names.")
    private @Nullable String mapping;

    @Option(names = "--layer", paramLabel = "NAME", description = "Layer of a GeoPackage that has several.")
    private @Nullable String layer;

    @Option(
            names = "--rejects",
            paramLabel = "PATH",
            description = "File for rows that cannot be taken, each with its line and why (FILE.rejects.csv).")
    private @Nullable Path rejects;

    @Option(
            names = "--most-rejects",
            paramLabel = "N|N%",
            defaultValue = "1%",
            description = "More rejected rows than this, and nothing is published (${DEFAULT-VALUE}).")
    private String mostRejects = "1%";

    @Option(names = "--restart", description = "Throw an interrupted load of this collection away.")
    private boolean restart;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() throws Exception {
        Path turnedAway = rejects == null ? Path.of(file + ".rejects.csv") : rejects;
        LoadRequest request =
                new LoadRequest(file, collection, mapping, layer, turnedAway, RejectLimit.parse(mostRejects), restart);
        try (LoadProgress progress = LoadProgress.of(file)) {
            LoadSummary summary = database.use(found -> new Loader(found, request, progress).load());
            progress.close();
            say(summary, turnedAway);
            return ExitCode.OK;
        } catch (InvalidCatalogException e) {
            e.faults().forEach(System.err::println);
            System.err.printf(
                    "%s: %d fault(s); nothing was loaded%n", mapping, e.faults().size());
            return ExitCode.SOFTWARE;
        }
    }

    private void say(LoadSummary summary, Path turnedAway) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d records, %,d of them without a place; %,d of %,d rows rejected%s%n",
                collection,
                summary.records(),
                summary.unlocated(),
                summary.rejected(),
                summary.rows(),
                summary.rejected() == 0 ? "" : ", see " + turnedAway);
        StringBuilder steps = new StringBuilder();
        summary.steps()
                .forEach((step, took) -> steps.append(String.format(
                        Locale.ROOT, "%s%s %.1f s", steps.isEmpty() ? "" : ", ", step, took.toMillis() / 1000.0)));
        System.out.println(steps);
    }
}
