package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dateline.ingest.PlaceModels;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Reads places in texts: scores and weights. */
@Command(
        name = "ingest",
        description = "Score the reading of places on labelled texts, or learn its weights again.",
        mixinStandardHelpOptions = true)
final class Ingest implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Task task = new Task();

    private static final class Task {

        @Option(
                names = "--evaluate",
                paramLabel = "DIR",
                description =
                        "Print scores on the labelled texts of a folder (LGL, TR-News, GeoVirus, GeoWebNews as XML).")
        private @Nullable Path evaluate;

        @Option(
                names = "--train",
                paramLabel = "DIR",
                description = "Learn the weights from GeoVirus in a folder, and write them (see --out).")
        private @Nullable Path train;
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where --train writes the weights (default: ${DEFAULT-VALUE}).",
            defaultValue = "src/main/resources/ingest")
    private Path out = Path.of("src/main/resources/ingest");

    @Override
    public Integer call() throws IOException {
        if (task.evaluate != null) {
            PlaceModels.evaluate(task.evaluate).forEach(System.out::println);
        } else if (task.train != null) {
            PlaceModels.train(task.train, out).forEach(file -> System.out.println("wrote " + file));
        }
        return ExitCode.OK;
    }
}
