package org.dateline.site.page;

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
import org.dateline.site.resource.LanguageFolder;

/** Makes the HTML of each page from its template in {@code src/main/jte}. */
public final class PageRenderer {

    private final SiteContext context;
    private final PageMap map;
    private final SchemaOrgWriter schemaOrg;

    public PageRenderer(SiteContext context, PageMap map) {
        this.context = context;
        this.map = map;
        this.schemaOrg = new SchemaOrgWriter(context.catalog());
    }

    public byte[] home(UiTexts ui) {
        Page page = page(ui, "", "home", "");
        List<List<Quote>> byReport = context.catalog().reports().stream()
                .map(report -> quotes(report, page))
                .toList();
        return render("home.jte", page, Map.of("byReport", byReport));
    }

    public byte[] place(UiTexts ui, Feature feature) {
        Page page = page(ui, "places/" + feature.id() + "/", "place", feature.id());
        List<Quote> quotes = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        for (Citation citation : context.citations().getOrDefault(feature.id(), List.of())) {
            quotes.add(Quote.of(citation.report(), citation.excerpt(), feature.id()));
            if (!reports.contains(citation.report())) {
                reports.add(citation.report());
            }
        }
        String data = schemaOrg.place(feature, ui.language(), page.root());
        return render(
                "place.jte", page, Map.of("feature", feature, "quotes", quotes, "reports", reports, "data", data));
    }

    public byte[] report(UiTexts ui, Report report) {
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

    public byte[] claims(UiTexts ui, Measure measure) {
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

    public byte[] corrections(UiTexts ui) {
        return new CorrectionFeed(page(ui, "", "home", "")).write();
    }

    public byte[] notFound(UiTexts ui) {
        return render("error.jte", page(ui, "", "error", ""), Map.of());
    }

    private Page page(UiTexts ui, String path, String kind, String id) {
        return new Page(context, ui, path, LanguageFolder.of(context.catalog(), ui.language()), kind, id);
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
