package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.SourceTexts;
import org.dateline.catalog.TextVerifier;
import org.dateline.catalog.Verdict;
import org.dateline.catalog.VerifiedFile;
import org.dateline.model.Catalog;
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
                    "Folder with the texts of the reports; they are recognised by their SHA-256, not by their names.")
    private Path texts = Path.of("texts");

    @Option(
            names = "--record",
            description =
                    "Record the verified reports in the catalog's verified.yaml, so that its pages show them as verified.")
    private boolean record;

    @Override
    public Integer call() throws IOException {
        Path folder = geodata.folder();
        if (!Files.isDirectory(texts)) {
            throw new UsageException("got --texts " + texts + ", expected a folder that exists (looked at "
                    + texts.toAbsolutePath().normalize() + ")");
        }
        Catalog catalog;
        try {
            catalog = CatalogLoader.load(folder);
        } catch (InvalidCatalogException e) {
            return FaultPrinter.print(e, folder, "nothing was compared");
        }
        SourceTexts source = SourceTexts.read(texts);
        List<Verdict> verdicts = TextVerifier.verify(folder, catalog, source);
        VerdictLines lines = new VerdictLines(texts);
        verdicts.forEach(verdict -> lines.of(verdict).forEach(System.out::println));
        lines.ofFiles(catalog, source, verdicts).forEach(System.out::println);
        if (record) {
            record(folder, verdicts);
        }
        System.out.println(VerdictLines.summary(verdicts));
        boolean changed = verdicts.stream().anyMatch(Verdict.Changed.class::isInstance);
        boolean compared = verdicts.stream().anyMatch(Verdict.Verified.class::isInstance);
        return compared && !changed ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void record(Path folder, List<Verdict> verdicts) throws IOException {
        List<Report> verified = verdicts.stream()
                .filter(Verdict.Verified.class::isInstance)
                .map(Verdict::report)
                .toList();
        if (!verified.isEmpty()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            VerifiedFile.record(folder, verified, today);
            System.out.printf(
                    "recorded %d report(s) as verified on %s in %s%n",
                    verified.size(), today, folder.resolve("verified.yaml"));
        }
    }
}
