package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.Fault;
import org.dateline.catalog.ReportCompleter;
import org.dateline.catalog.SourceTexts;
import org.dateline.catalog.TextVerifier;
import org.dateline.catalog.Verdict;
import org.dateline.catalog.VerifiedFile;
import org.dateline.model.Counted;
import org.dateline.model.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Compares every quote with the text it was taken from. It also fails if nothing could be compared: a run that verified
 * nothing must not look like one that found no fault.
 */
@Command(
        name = "verify",
        description = "Compare every quote with its text, character by character; exits with 1 if one differs "
                + "or nothing could be compared.",
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder with the texts of the reports; they are recognised by their SHA-256 or, where a report "
                            + "records none, by its name or its quotes.")
    private Path texts = Path.of("texts");

    @Option(
            names = "--record",
            description =
                    "Record the verified reports in the catalog's verified.yaml, so that its pages show them as verified.")
    private boolean record;

    @Option(
            names = "--write",
            description =
                    "Write into the reports' files what can be derived from their texts, and repair it: ids, offsets, "
                            + "SHA-256 and length. Nothing else in the files changes.")
    private boolean write;

    @Option(names = "--numbers", description = "List the numbers in quotes that no claim covers.")
    private boolean numbers;

    @Override
    public Integer call() throws IOException {
        Path folder = geodata.folder();
        if (!Files.isDirectory(texts)) {
            throw new UsageException("got --texts " + texts + ", expected a folder that exists (looked at "
                    + texts.toAbsolutePath().normalize() + ")");
        }
        SourceTexts source = SourceTexts.read(texts);
        if (write) {
            ReportCompleter.complete(folder, source).forEach(Verify::print);
        }
        CatalogLoader.Reports loaded = CatalogLoader.loadReports(folder, source);
        List<Verdict> verdicts = TextVerifier.verify(folder, loaded.reports(), source);
        VerdictLines lines = new VerdictLines(texts, numbers);
        verdicts.forEach(verdict -> lines.of(verdict).forEach(System.out::println));
        lines.ofFiles(loaded.reports(), source, verdicts).forEach(System.out::println);
        if (record) {
            record(folder, verdicts, loaded.faults());
        }
        System.out.println(VerdictLines.summary(verdicts));
        if (!loaded.faults().isEmpty()) {
            return FaultPrinter.print(loaded.faults(), folder, "what has faults was not compared; everything else was");
        }
        boolean changed = verdicts.stream().anyMatch(Verdict.Changed.class::isInstance);
        boolean compared = verdicts.stream().anyMatch(Verdict.Verified.class::isInstance);
        return compared && !changed ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(ReportCompleter.Written written) {
        System.out.println("wrote " + written.file() + ": "
                + written.fields().entrySet().stream()
                        .map(field -> field.getValue() + " " + field.getKey())
                        .collect(Collectors.joining(", ")));
    }

    private static void record(Path folder, List<Verdict> verdicts, List<Fault> faults) throws IOException {
        Set<String> faulty = faults.stream().map(Fault::file).collect(Collectors.toSet());
        List<Report> verified = verdicts.stream()
                .filter(Verdict.Verified.class::isInstance)
                .map(Verdict::report)
                .filter(report -> !faulty.contains("reports/" + report.id() + ".yaml"))
                .toList();
        if (!verified.isEmpty()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            VerifiedFile.record(folder, verified, today);
            System.out.printf(
                    "recorded %s as verified on %s in %s%n",
                    Counted.of(verified.size(), "report"), today, folder.resolve("verified.yaml"));
        }
    }
}
