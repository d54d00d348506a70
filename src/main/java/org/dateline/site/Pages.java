package org.dateline.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dateline.formats.SchemaOrgWriter;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.Comparison;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Measure;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.dateline.site.Page.Chapter;

/** Makes the HTML of each page from its template in {@code src/main/jte}. */
final class Pages {

    private final Chapter chapter;
    private final MapOfPage map;
    private final SchemaOrgWriter schemaOrg;

    Pages(Chapter chapter, MapOfPage map) {
        this.chapter = chapter;
        this.map = map;
        this.schemaOrg = new SchemaOrgWriter(chapter.catalog());
    }

    byte[] home(Ui ui) {
        Page page = page(ui, "", "home", "");
        List<List<Quote>> byReport = chapter.catalog().reports().stream()
                .map(report -> quotes(report, page))
                .toList();
        return render("home.jte", page, Map.of("byReport", byReport));
    }

    byte[] place(Ui ui, Feature feature) {
        Page page = page(ui, "places/" + feature.id() + "/", "place", feature.id());
        List<Quote> quotes = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        for (Citation citation : chapter.citations().getOrDefault(feature.id(), List.of())) {
            quotes.add(Quote.of(citation.report(), citation.excerpt(), feature.id()));
            if (!reports.contains(citation.report())) {
                reports.add(citation.report());
            }
        }
        String data = schemaOrg.place(feature, ui.language(), page.root());
        return render(
                "place.jte", page, Map.of("feature", feature, "quotes", quotes, "reports", reports, "data", data));
    }

    byte[] report(Ui ui, Report report) {
        Page page = page(ui, "reports/" + report.id() + "/", "report", report.id());
        List<Feature> named = report.excerpts().stream()
                .flatMap(excerpt -> excerpt.mentions().stream())
                .map(Mention::feature)
                .distinct()
                .map(page::feature)
                .toList();
        String data = schemaOrg.report(report, ui.language(), page.root());
        return render(
                "report.jte",
                page,
                Map.of("report", report, "quotes", quotes(report, page), "named", named, "data", data));
    }

    byte[] claims(Ui ui, Measure measure) {
        Page page = page(ui, "claims/" + measure.id() + "/", "claims", measure.id());
        List<Comparison> comparisons = page.claims().of(measure);
        List<ClaimPlot> plots = comparisons.stream()
                .map(comparison -> ClaimPlot.of(comparison, page))
                .toList();
        List<Quote> quotes = comparisons.stream()
                .flatMap(comparison -> comparison.claims().stream())
                .map(attributed -> Quote.of(attributed.report(), attributed.excerpt(), null))
                .distinct()
                .toList();
        String data = schemaOrg.claims(comparisons, ui.language(), page.root());
        return render(
                "claims.jte",
                page,
                Map.of(
                        "measure", measure,
                        "comparisons", comparisons,
                        "plots", plots,
                        "quotes", quotes,
                        "data", data));
    }

    byte[] corrections(Ui ui) {
        return new CorrectionFeed(page(ui, "", "home", "")).write();
    }

    byte[] notFound(Ui ui) {
        return render("error.jte", page(ui, "", "error", ""), Map.of());
    }

    private Page page(Ui ui, String path, String kind, String id) {
        return new Page(chapter, ui, path, LanguageFolder.of(chapter.catalog(), ui.language()), kind, id);
    }

    private static List<Quote> quotes(Report report, Page page) {
        List<Quote> quotes = new ArrayList<>();
        for (Excerpt excerpt : report.excerpts()) {
            quotes.add(Quote.of(report, excerpt, page.subject()));
        }
        return quotes;
    }

    private byte[] render(String template, Page page, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("page", page);
        parameters.put("map", map.of(page));
        return Templates.render(template, parameters);
    }
}
