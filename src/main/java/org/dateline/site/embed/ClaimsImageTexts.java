package org.dateline.site.embed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.draw.PlotMarks.Stated;
import org.dateline.draw.PlotScale;
import org.dateline.draw.plate.ClaimsText;
import org.dateline.model.Claim;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Measure;
import org.dateline.model.Report;
import org.dateline.site.page.ClaimPlot;
import org.dateline.site.page.Page;
import org.dateline.site.page.UiTexts;

/** The words of an image of claims. */
final class ClaimsImageTexts {

    private final ImageTexts view;
    private final Page page;

    ClaimsImageTexts(ImageTexts view, Page page) {
        this.view = view;
        this.page = page;
    }

    ClaimsText of(ClaimsView claims) {
        Measure measure = page.catalog().measures().stream()
                .filter(one -> one.id().equals(claims.measure()))
                .findFirst()
                .orElseThrow();
        List<Comparison> comparisons = page.claims().of(measure);
        Set<Report> reports = new LinkedHashSet<>();
        comparisons.forEach(comparison -> comparison.claims().forEach(attributed -> reports.add(attributed.report())));
        return new ClaimsText(
                view.plate(reports, List.of()),
                comparisons.stream().map(this::comparison).toList(),
                page.say("claims.party"),
                page.say("claims.figure", page.text(measure.unit())),
                page.say("figure.words"),
                page.say("figure.source"),
                List.of(page.say("claims.about.marks")),
                tick -> page.ui().number((long) tick));
    }

    private ClaimsText.Comparison comparison(Comparison comparison) {
        List<Attributed> wholes = comparison.claims().stream()
                .filter(attributed -> !attributed.claim().isPart())
                .toList();
        List<String> times = ClaimPlot.times(wholes);
        Map<String, List<Attributed>> byParty = new LinkedHashMap<>();
        wholes.forEach(attributed -> byParty.computeIfAbsent(page.claims().speaker(attributed), _ -> new ArrayList<>())
                .add(attributed));
        List<ClaimsText.Row> rows = new ArrayList<>();
        byParty.forEach((party, given) -> rows.add(new ClaimsText.Row(
                party,
                page.colour(given.getFirst().claim().party()),
                times.stream().map(time -> stated(given, time)).toList())));
        return new ClaimsText.Comparison(
                page.text(page.feature(comparison.subject()).name()),
                page.claims().verdict(comparison),
                comparison.contested(),
                PlotScale.of(wholes.stream()
                        .map(attributed -> attributed.claim().value())
                        .toList()),
                times.stream().map(time -> ClaimPlot.time(time, page).label()).toList(),
                rows,
                comparison.claims().stream()
                        .map(attributed -> line(comparison, attributed))
                        .toList());
    }

    private List<Stated> stated(List<Attributed> given, String time) {
        return given.stream()
                .map(Attributed::claim)
                .filter(claim -> ClaimPlot.key(claim.asOf()).equals(time))
                .map(claim -> new Stated(claim.value(), page.ui().value(claim.value())))
                .distinct()
                .toList();
    }

    private ClaimsText.Line line(Comparison comparison, Attributed attributed) {
        Claim claim = attributed.claim();
        String against = page.claims().against(comparison, claim);
        String language = attributed.report().language();
        return new ClaimsText.Line(
                page.claims().speaker(attributed),
                page.colour(claim.party()),
                page.ui().value(claim.value()),
                page.claims().asOf(claim),
                words(claim),
                language,
                UiTexts.direction(language).equals("rtl"),
                details(comparison, attributed),
                against.isEmpty() ? "" : page.say("claims.against", against),
                view.letter(attributed.report()));
    }

    /** The words that give the value and, apart from them, those that say who was counted. */
    private static String words(Claim claim) {
        String words = "“" + claim.words() + "”";
        return claim.who() == null || claim.words().contains(claim.who()) ? words : words + " “" + claim.who() + "”";
    }

    private List<String> details(Comparison comparison, Attributed attributed) {
        List<String> details = new ArrayList<>();
        if (attributed.claim().isPart()) {
            details.add(page.say("claims.part"));
        }
        String group = page.claims().group(comparison, attributed.claim());
        if (group != null) {
            details.add(group);
        }
        if (attributed.excerpt().notVerified() != null) {
            details.add(page.say("quote.notVerified"));
        }
        if (attributed.excerpt().notConfirmed() != null) {
            details.add(page.say("quote.notConfirmed"));
        }
        return details;
    }
}
