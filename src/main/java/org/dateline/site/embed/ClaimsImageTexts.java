package org.dateline.site.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.draw.plate.ClaimsText;
import org.dateline.draw.plot.DotPlot.Stated;
import org.dateline.draw.plot.PlotScale;
import org.dateline.model.Claim;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Measure;
import org.dateline.model.Relation;
import org.dateline.model.Report;
import org.dateline.site.page.ClaimSteps;
import org.dateline.site.page.ClaimTexts;
import org.dateline.site.page.ClaimsByParty;
import org.dateline.site.page.Page;
import org.dateline.site.page.UiTexts;

/** The texts of an image of claims. */
record ClaimsImageTexts(ImageTexts view, Page page) {

    ClaimsText of(ClaimsView claims) {
        Measure measure = page.catalog().measure(claims.measure()).orElseThrow();
        List<Comparison> comparisons = page.claims().of(measure);
        Set<Report> reports = comparisons.stream()
                .flatMap(comparison -> comparison.claims().stream())
                .map(Attributed::report)
                .collect(Collectors.toSet());
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
        ClaimsByParty table = ClaimsByParty.of(comparison, page);
        List<ClaimsText.Row> rows = table.rows().stream()
                .map(row -> new ClaimsText.Row(
                        row.party(),
                        row.colour(),
                        row.cells().stream()
                                .map(cell -> stated(comparison, cell))
                                .toList()))
                .toList();
        return new ClaimsText.Comparison(
                page.text(page.site().feature(comparison.subject()).name()),
                page.claims().verdict(comparison),
                comparison.contested(),
                PlotScale.of(table.values()),
                table.times().stream().map(ClaimsByParty.Time::label).toList(),
                rows,
                ClaimSteps.of(comparison, page).map(this::steps).orElse(null),
                comparison.claims().stream()
                        .map(attributed -> line(comparison, attributed))
                        .toList());
    }

    private ClaimsText.Steps steps(ClaimSteps steps) {
        return new ClaimsText.Steps(
                steps.series(),
                steps.clashes(),
                steps.parties().stream().map(ClaimSteps.Party::name).toList(),
                ClaimSteps.words(page),
                page.say("claims.steps.clash"));
    }

    private List<Stated> stated(Comparison comparison, List<Attributed> cell) {
        return cell.stream()
                .map(attributed -> new Stated(
                        attributed.claim().value(),
                        page.ui().value(attributed.claim().value()),
                        page.claims().note(comparison, attributed)))
                .distinct()
                .toList();
    }

    private ClaimsText.Line line(Comparison comparison, Attributed attributed) {
        Claim claim = attributed.claim();
        String language = attributed.report().language();
        return new ClaimsText.Line(
                page.claims().speaker(attributed),
                page.site().colour(claim.party()),
                page.ui().value(claim.value()),
                page.claims().time(attributed),
                words(claim),
                language,
                UiTexts.isRightToLeft(language),
                details(comparison, attributed),
                page.claims().others(comparison, attributed).stream()
                        .map(other -> new ClaimsText.Other(other.text(), other.relation() == Relation.CONTRADICTS))
                        .toList(),
                view.letter(attributed.report()));
    }

    /** The words of the value and, if they are apart, those that say who was counted. */
    private static String words(Claim claim) {
        String words = "“" + claim.words() + "”";
        String who = ClaimTexts.who(claim);
        return who == null ? words : words + " “" + who + "”";
    }

    private List<String> details(Comparison comparison, Attributed attributed) {
        List<String> details = new ArrayList<>(page.claims().limits(comparison, attributed.claim()));
        details.addAll(page.claims().doubts(attributed.excerpt()));
        return details;
    }
}
