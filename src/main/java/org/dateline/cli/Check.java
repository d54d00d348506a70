package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.VerifiedFile;
import org.dateline.draw.map.BasemapCheck;
import org.dateline.model.Catalog;
import org.dateline.model.Claim;
import org.dateline.model.Counted;
import org.dateline.model.Layer;
import org.dateline.model.Report;
import org.dateline.site.publish.GonePages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a catalog and prints every fault in it; changes nothing. */
@Command(
        name = "check",
        description = "Check a catalog; exits with 1 if it has faults. Notes, about what is probably a slip, are none.",
        mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(names = "--strict", description = "Exit with 1 if there are notes, too.")
    private boolean strict;

    @Option(
            names = "--published",
            paramLabel = "DIR",
            description = "Also list what an earlier publish wrote to this folder and the catalog no longer has.")
    private @Nullable Path published;

    @Mixin
    private StateOption state = new StateOption();

    @Override
    public Integer call() throws IOException {
        try {
            CatalogLoader.Loaded loaded = CatalogLoader.loadWithNotes(geodata.folder());
            Catalog catalog = loaded.catalog();
            BasemapCheck.require(catalog);
            ViewCheck.require(catalog);
            System.out.printf(
                    "%s: no faults; %s, %s, %s, %s, %s, %s%n",
                    geodata.folder(),
                    Counted.of(catalog.reports().size(), "report"),
                    Counted.of(total(catalog.reports(), Report::excerpts), "excerpt"),
                    Counted.of(total(catalog.reports(), Report::claims), "claim"),
                    Counted.of(catalog.layers().size(), "layer"),
                    Counted.of(total(catalog.layers(), Layer::features), "feature"),
                    Counted.of(catalog.parties().size(), "party"));
            claimsNotRead(catalog).forEach(System.out::println);
            CatalogLoader.drafts(geodata.folder()).forEach(Check::print);
            List<String> notes = new ArrayList<>(changedSinceVerified(catalog));
            notes.addAll(CatalogNotes.of(geodata.folder(), loaded));
            notes.addAll(gone(catalog));
            notes.forEach(System.out::println);
            return strict && !notes.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
        } catch (InvalidCatalogException e) {
            return FaultPrinter.print(e, geodata.folder(), "the catalog is not valid");
        }
    }

    private static <T> int total(List<T> things, Function<T, List<?>> parts) {
        return things.stream().map(parts).mapToInt(List::size).sum();
    }

    /** What a draft still lacks is no fault: nobody sees it yet. */
    private static void print(CatalogLoader.Draft draft) {
        System.out.printf(
                "%s: a draft, shown nowhere; %s%n",
                draft.file(),
                draft.lacks().isEmpty()
                        ? "complete: \"status: published\" publishes it"
                        : Counted.of(draft.lacks().size(), "thing") + " to decide before it can be published:");
        draft.lacks().forEach(lack -> System.out.println("  " + lack));
    }

    /** Lists the addresses that were published and lead nowhere now, one line each. */
    private List<String> gone(Catalog catalog) throws IOException {
        List<String> gone = new ArrayList<>();
        if (published != null) {
            GonePages.inFolder(published, catalog).forEach(page -> gone.add(goneLine(page, published.toString())));
        }
        Path frozen = state.frozen(geodata.folder());
        GonePages.inFrozen(frozen, catalog).forEach(page -> gone.add(goneLine(page, frozen.toString())));
        return gone;
    }

    private static String goneLine(String page, String where) {
        return "note: %s/: in %s, but no longer in the catalog; if something took its place, give that \"aliases: [%s]\""
                .formatted(page, where, page.substring(page.indexOf('/') + 1));
    }

    /** Lists the reports with figures that the program could not check completely, one line each. */
    private static List<String> claimsNotRead(Catalog catalog) {
        List<String> lines = new ArrayList<>();
        for (Report report : catalog.reports()) {
            long numberOnly = count(report, Claim.Check.NumberOnly.class);
            long vouched = count(report, Claim.Check.Vouched.class);
            if (numberOnly > 0) {
                lines.add(
                        "reports/%s.yaml: wording not checked in %s: the program does not know the words for numbers in \"%s\""
                                .formatted(report.id(), Counted.of(numberOnly, "claim"), report.language()));
            }
            if (vouched > 0) {
                lines.add("reports/%s.yaml: %s vouched for by an editor, not checked"
                        .formatted(report.id(), Counted.of(vouched, "claim")));
            }
        }
        return lines;
    }

    private static long count(Report report, Class<? extends Claim.Check> check) {
        return report.claims().stream()
                .map(Claim::check)
                .filter(check::isInstance)
                .count();
    }

    /** Lists the reports that were edited since verified.yaml recorded them, one line each: they no longer show as verified. */
    private List<String> changedSinceVerified(Catalog catalog) {
        Map<String, VerifiedFile.Entry> entries = VerifiedFile.read(geodata.folder());
        return catalog.reports().stream()
                .filter(report -> report.verification() == null && entries.containsKey(report.id()))
                .map(report ->
                        "note: reports/%s.yaml: edited since its quotes were verified on %s; \"verify --record\" verifies it again"
                                .formatted(report.id(), entries.get(report.id()).on()))
                .toList();
    }
}
