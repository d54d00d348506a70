package org.dateline.site.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dateline.draw.figure.Look;
import org.dateline.formats.SchemaOrgWriter;
import org.dateline.model.Comparison;
import org.dateline.model.Feature;
import org.dateline.model.Measure;
import org.dateline.model.Mention;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.dateline.site.resource.Assets;
import org.dateline.site.resource.Resource;
import org.dateline.site.stories.StoriesCatalog;
import org.dateline.site.stories.StorySummary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Renders each page of the site from its template in {@code src/main/jte}; UTF-8. */
public final class PageRenderer {

    private static final String BUSY = Assets.sheet("busy.css");

    private final SiteContext site;
    private final PageMap map;
    private final SchemaOrgWriter schemaOrg;

    public PageRenderer(SiteContext site, PageMap map) {
        this.site = site;
        this.map = map;
        this.schemaOrg = site.schemaOrg();
    }

    public byte[] home(String language) {
        StoriesCatalog stories = site.stories();
        if (stories != null) {
            Page page = homePage(language);
            return render(
                    "stories.jte",
                    page,
                    Map.of(
                            "stories",
                            stories,
                            "data",
                            schemaOrg.page(about(page, site.catalog().title()))));
        }
        List<List<Quote>> byReport =
                site.catalog().reports().stream().map(PageRenderer::quotes).toList();
        Page page = homePage(language);
        return render(
                "home.jte",
                page,
                Map.of(
                        "byReport",
                        byReport,
                        "data",
                        schemaOrg.page(about(page, site.catalog().title()))));
    }

    public byte[] place(String language, Feature feature) {
        Page page = Page.of(site, language, "places/" + feature.id() + "/", Page.Kind.PLACE, feature.id());
        StorySummary story = site.story(feature.id());
        if (story != null) {
            return render(
                    "story.jte",
                    page,
                    Map.of("story", story, "data", schemaOrg.place(feature, about(page, feature.name()))));
        }
        return render(
                "place.jte",
                page,
                Map.of(
                        "feature", feature,
                        "quotes", Quote.about(feature.id(), site),
                        "reports", site.reports(feature.id()),
                        "data", schemaOrg.place(feature, about(page, feature.name()))));
    }

    public byte[] report(String language, Report report) {
        Page page = Page.of(site, language, "reports/" + report.id() + "/", Page.Kind.REPORT, report.id());
        List<Feature> named = report.excerpts().stream()
                .flatMap(excerpt -> excerpt.mentions().stream())
                .map(Mention::feature)
                .distinct()
                .map(site::feature)
                .toList();
        return render(
                "report.jte",
                page,
                Map.of(
                        "report",
                        report,
                        "quotes",
                        quotes(report),
                        "named",
                        named,
                        "data",
                        schemaOrg.report(report, about(page, report.label()))));
    }

    public byte[] claims(String language, Measure measure) {
        Page page = Page.of(site, language, "claims/" + measure.id() + "/", Page.Kind.CLAIMS, measure.id());
        List<Comparison> comparisons = page.claims().of(measure);
        SiteLists lists = site.lists();
        List<Comparison> described = lists.beginningOf(measure).stream()
                .map(one -> new Comparison(measure, one.subject(), lists.beginningOf(one)))
                .toList();
        return render(
                "claims.jte",
                page,
                Map.of(
                        "measure",
                        measure,
                        "comparisons",
                        comparisons,
                        "quotes",
                        Quote.of(comparisons),
                        "data",
                        schemaOrg.claims(described, about(page, measure.label()))));
    }

    /** What a party says: its figures and its quotes. */
    public byte[] party(String language, Party party) {
        Page page = Page.of(site, language, "parties/" + party.id() + "/", Page.Kind.PARTY, party.id());
        return render(
                "party.jte",
                page,
                Map.of(
                        "party",
                        party,
                        "quotes",
                        Quote.saidBy(party, site.catalog()),
                        "data",
                        schemaOrg.page(about(page, party.name()))));
    }

    /** All pages of lists that are too long for others, by their paths in the default language. */
    public Map<String, Function<String, byte[]>> lists() {
        Map<String, Function<String, byte[]>> pages = new LinkedHashMap<>();
        for (SiteLists.Part part : site.lists().parts()) {
            pages.put(part.path(), language -> list(language, part));
        }
        return pages;
    }

    private byte[] list(String language, SiteLists.Part part) {
        Page page = Page.of(site, language, part.path(), Page.Kind.LIST, "");
        return render("list.jte", page, Map.of("list", ListPage.of(part, page)));
    }

    /** The messages of the embed builder as JSON: only the few readers who open it fetch them. */
    public byte[] builderWords(String language) {
        ObjectNode words = JsonMapper.shared().createObjectNode();
        homePage(language).ui().patterns("builder.").forEach(words::put);
        return Resource.utf8(words.toString());
    }

    /** The corrections as an Atom feed. */
    public byte[] corrections(String language) {
        return new CorrectionFeed(homePage(language)).write();
    }

    public byte[] notFound(String language) {
        return render("error.jte", Page.anywhere(site, language), Map.of());
    }

    /** The page for readers who have to come back in a moment: it needs no other file than fonts. */
    public byte[] busy(String language) {
        Page page = Page.anywhere(site, language);
        String fonts = Assets.fonts(site.assets().resources(), page.links().file(""));
        return Templates.render("busy.jte", Map.of("page", page, "style", fonts + Look.css() + BUSY));
    }

    private Page homePage(String language) {
        return Page.of(site, language, "", Page.Kind.HOME, "");
    }

    private static List<Quote> quotes(Report report) {
        return report.excerpts().stream()
                .map(excerpt -> Quote.of(report, excerpt, null))
                .toList();
    }

    private static SchemaOrgWriter.About about(Page page, Text name) {
        return new SchemaOrgWriter.About(
                page.ui().language(), page.links().root(), page.links().self(), page.text(name));
    }

    private byte[] render(String template, Page page, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("page", page);
        parameters.put("map", map.of(page));
        return Templates.render(template, parameters);
    }
}
