package org.dateline.site.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dateline.model.Correction;
import org.dateline.model.Correction.Kind;
import org.dateline.model.Measure;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;

/** The texts of a page about corrections. */
public record CorrectionTexts(Page page) {

    /** A page or part of one that a correction concerns. */
    public record Concern(String label, @Nullable String href) {}

    /** All corrections, the newest first. */
    public List<Correction> all() {
        return page.catalog().corrections();
    }

    /** Corrections of what this page is about, the newest first; empty on the home page, which lists all of them. */
    public List<Correction> here() {
        Set<String> id = Set.of(page.id());
        return switch (page.kind()) {
            case PLACE -> page.catalog().correctionsOf(Kind.PLACE, id);
            case REPORT -> page.catalog().correctionsOf(Kind.REPORT, id);
            case CLAIMS -> page.catalog().correctionsOf(Kind.MEASURE, id);
            default -> List.of();
        };
    }

    /** The Atom feed in this page's language. */
    public @Nullable String feed() {
        return page.links().page(CorrectionFeed.NAME);
    }

    public String date(Correction correction) {
        return page.ui().date(new PartialDate(correction.date()));
    }

    /** The language that a text is shown in: the page's if there is a translation. */
    public String language(Text text) {
        return text.languageFor(page.ui().language());
    }

    /** The address of a correction on the home page. */
    public @Nullable String href(Correction correction) {
        return page.links().home(fragment(correction));
    }

    public static String fragment(Correction correction) {
        return "correction-" + correction.id();
    }

    /** Links to everything that it names, without duplicates. */
    public List<Concern> concerns(Correction correction) {
        Set<Concern> concerns = new LinkedHashSet<>();
        PageLinks links = page.links();
        List<Report> reports = page.catalog().reports();
        correction.about(Kind.REPORT).stream()
                .flatMap(id -> page.catalog().report(id).stream())
                .forEach(report -> concerns.add(new Concern(page.text(report.label()), links.report(report))));
        for (Report report : reports) {
            String label = page.say("corrections.excerpt", page.text(report.label()));
            report.excerpts().stream()
                    .filter(excerpt -> correction.about(Kind.EXCERPT).contains(excerpt.id()))
                    .forEach(excerpt -> concerns.add(new Concern(label, links.source(report, excerpt))));
        }
        correction.about(Kind.PLACE).stream()
                .map(page.site()::feature)
                .forEach(place -> concerns.add(new Concern(page.text(place.name()), links.place(place.id()))));
        for (Measure measure : page.catalog().measures()) {
            String label = page.text(measure.label());
            if (correction.about(Kind.MEASURE).contains(measure.id())) {
                concerns.add(new Concern(label, links.claims(measure.id())));
            }
            reports.stream()
                    .flatMap(report -> report.claims().stream())
                    .filter(claim -> claim.measure().equals(measure.id())
                            && correction.about(Kind.CLAIM).contains(claim.id()))
                    .forEach(claim -> concerns.add(
                            new Concern(page.say("corrections.claim", label), links.claims(measure.id(), claim.id()))));
        }
        return List.copyOf(concerns);
    }
}
