package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.Fault;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.ReportDraft;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes report files from texts. */
@Command(
        name = "add",
        description = "Make a report file from each text: what it states of itself, and its sentences to choose from.",
        mixinStandardHelpOptions = true)
final class Add implements Callable<Integer> {

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "A text file in UTF-8.")
    private List<Path> texts = List.of();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        Path folder = geodata.folder();
        report.check(texts.size());
        @Nullable Catalog catalog = null;
        List<Fault> faults = List.of();
        try {
            catalog = CatalogLoader.load(folder);
        } catch (InvalidCatalogException e) {
            faults = e.faults();
        }
        for (Path text : texts) {
            ReportDraft.Added added = ReportDraft.add(folder, catalog, text, report.idOf(text), report.language());
            System.out.printf(
                    "wrote %s: %s to choose from; stated: %s; language: %s; text in %s%n",
                    folder.resolve(added.file()),
                    Counted.of(added.sentences(), "sentence"),
                    added.stated().isEmpty() ? "nothing" : String.join(", ", added.stated()),
                    added.language(),
                    folder.resolve(added.text()));
        }
        if (!faults.isEmpty()) {
            // Last, so that it is not missed among the rest.
            faults.forEach(System.err::println);
            System.err.println(folder + ": " + Counted.of(faults.size(), "fault")
                    + ", so places were not looked up in the sentences; to have them, mend this, delete the files that"
                    + " were written here, and add the texts again");
            return ExitCode.OK;
        }
        System.out.println("next: keep the sentences that you quote, then check --geodata " + folder);
        return ExitCode.OK;
    }
}
