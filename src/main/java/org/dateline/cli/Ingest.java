package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.ingest.DraftMaker;
import org.dateline.ingest.PlaceModels;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes drafts of reports from files; scores the reading of places, and learns it again. */
@Command(
        name = "ingest",
        description =
                "Make a draft of a report from each file: what it states of itself, the places that it names and the "
                        + "sentences that name them. Drafts show nowhere until they are published.",
        mixinStandardHelpOptions = true)
final class Ingest implements Callable<Integer> {

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "A text in any encoding, an HTML, PDF or DOCX file.")
    private List<Path> files = List.of();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(
            names = "--evaluate",
            paramLabel = "DIR",
            description = "Print scores on the labelled texts of a folder (LGL, TR-News, GeoVirus, GeoWebNews as XML).")
    private @Nullable Path evaluate;

    @Option(
            names = "--train",
            paramLabel = "DIR",
            description = "Learn the weights from GeoVirus in a folder, and write them (see --out).")
    private @Nullable Path train;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where --train writes the weights (default: ${DEFAULT-VALUE}).",
            defaultValue = "src/main/resources/ingest")
    private Path out = Path.of("src/main/resources/ingest");

    @Override
    public Integer call() throws IOException {
        int tasks = (files.isEmpty() ? 0 : 1) + (evaluate == null ? 0 : 1) + (train == null ? 0 : 1);
        if (tasks != 1) {
            throw new UsageException("got " + (tasks == 0 ? "nothing" : "several things")
                    + " to do, expected either files, --evaluate DIR or --train DIR");
        }
        if (evaluate != null) {
            PlaceModels.evaluate(evaluate).forEach(System.out::println);
            return ExitCode.OK;
        }
        if (train != null) {
            PlaceModels.train(train, out).forEach(file -> System.out.println("wrote " + file));
            return ExitCode.OK;
        }
        report.check(files.size());
        return drafts(geodata.folder());
    }

    /** Makes a draft of each file that can be read; a file that cannot does not stop the others. */
    private int drafts(Path folder) throws IOException {
        @Nullable Catalog catalog = null;
        try {
            catalog = CatalogLoader.load(folder);
        } catch (InvalidCatalogException _) {
            System.err.println(folder + ": has faults, so its own places are not known; see \"check\"");
        }
        DraftMaker maker = new DraftMaker(folder, catalog);
        int failed = 0;
        for (Path file : files) {
            try {
                print(maker.make(file, report.idOf(file), report.language()), folder);
            } catch (IOException e) {
                failed++;
                System.err.println("dateline: " + Failure.said(e));
            }
        }
        if (failed < files.size()) {
            System.out.println("next: decide on the proposals; check --geodata " + folder
                    + " names what a draft still lacks, and \"status: published\" publishes it");
        }
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(DraftMaker.Made made, Path folder) {
        System.out.printf(
                "wrote %s from %s: %s quoted; places: %d of the catalog, %d of the gazetteer, %d in no list; "
                        + "figures: %d; stated: %s; %s set aside; text in %s%n",
                folder.resolve(made.added().file()),
                made.kind(),
                Counted.of(made.excerpts(), "sentence"),
                made.known(),
                made.proposed(),
                made.unknown(),
                made.claims(),
                made.added().stated().isEmpty()
                        ? "nothing"
                        : String.join(", ", made.added().stated()),
                Counted.of(made.aside(), "line"),
                folder.resolve(made.added().text()));
    }
}
