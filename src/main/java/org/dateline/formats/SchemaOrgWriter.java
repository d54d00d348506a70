package org.dateline.formats;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.dateline.model.Catalog;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Report;

/**
 * Describes a page in the terms of <a href="https://schema.org/">schema.org</a>, as JSON-LD for its script element:
 * reports as NewsArticle, excerpts as Quotation, claims as Claim, places as Place, incidents as Event. It says nothing
 * about a report that the report does not state. Ids are relative to the page, so they hold wherever the site is
 * published, and are the same on all its pages and in all languages.
 */
public final class SchemaOrgWriter {

    /** The most quotes, and the most claims, that the data in one page describes: it is read by machines with little patience. */
    private static final int MOST = 120;

    private final Catalog catalog;
    private final List<Comparison> comparisons;
    private final Map<String, List<Catalog.Citation>> citations;

    /**
     * The page that is described.
     *
     * @param language the page's language
     * @param root     the relative path from the page to the site's root, as in {@code ../../}
     * @param path     the page's path from the site's root, as in {@code places/sibi/}
     * @param name     what it is called
     */
    public record About(String language, String root, String path, String name) {}

    public SchemaOrgWriter(Catalog catalog) {
        this(catalog, catalog.comparisons(), catalog.citationsByFeature());
    }

    /**
     * A writer for whoever has these at hand: to find them takes as long as to describe many pages.
     *
     * @param comparisons the catalog's
     * @param citations   the catalog's, by the feature's id
     */
    public SchemaOrgWriter(
            Catalog catalog, List<Comparison> comparisons, Map<String, List<Catalog.Citation>> citations) {
        this.catalog = catalog;
        this.comparisons = comparisons;
        this.citations = citations;
    }

    /**
     * Describes a report's page: the report, its quotes, its claims, and the features they name.
     */
    public String report(Report report, About page) {
        List<Attributed> claims = comparisons.stream()
                .flatMap(comparison -> comparison.claims().stream())
                .filter(attributed -> attributed.report().equals(report))
                .toList();
        Set<String> named = new LinkedHashSet<>();
        report.excerpts().forEach(excerpt -> excerpt.mentions().forEach(mention -> named.add(mention.feature())));
        return graph(page, node -> {
            node.report(report);
            report.excerpts().forEach(excerpt -> node.quotation(report, excerpt));
            claims.forEach(node::claim);
            named.forEach(node::name);
        });
    }

    /**
     * Describes the page of a place or incident: the feature, its quotes with their reports, and the claims about it.
     */
    public String place(Feature feature, About page) {
        List<Catalog.Citation> cited = citations.getOrDefault(feature.id(), List.of()).stream()
                .limit(MOST)
                .toList();
        List<Attributed> claims = comparisons.stream()
                .filter(comparison -> comparison.subject().equals(feature.id()))
                .flatMap(comparison -> comparison.claims().stream())
                .limit(MOST)
                .toList();
        return graph(page, node -> {
            node.feature(feature);
            cited.stream().map(Catalog.Citation::report).distinct().forEach(node::report);
            cited.forEach(citation -> node.quotation(citation.report(), citation.excerpt()));
            claims.forEach(node::claim);
        });
    }

    /** Describes a page that compares claims: the claims, their quotes and their reports. */
    public String claims(List<Comparison> comparisons, About page) {
        List<Attributed> claims = comparisons.stream()
                .flatMap(comparison -> comparison.claims().stream())
                .limit(MOST)
                .toList();
        return graph(page, node -> {
            comparisons.stream().map(Comparison::subject).distinct().forEach(node::name);
            claims.stream().map(Attributed::report).distinct().forEach(node::report);
            List<Excerpt> quoted = new ArrayList<>();
            for (Attributed attributed : claims) {
                if (!quoted.contains(attributed.excerpt())) {
                    quoted.add(attributed.excerpt());
                    node.quotation(attributed.report(), attributed.excerpt());
                }
            }
            claims.forEach(node::claim);
        });
    }

    /** Describes a page by itself, without what is on it. */
    public String page(About page) {
        return graph(page, _ -> {});
    }

    private String graph(About page, Consumer<SchemaOrgNodes> nodes) {
        String written = JsonText.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@context", "https://schema.org");
            json.writeArrayPropertyStart("@graph");
            SchemaOrgNodes node = new SchemaOrgNodes(catalog, json, page.language(), page.root());
            // First, because link cards take the first author that they find: the page's, not that of a claim on it.
            node.page(page);
            nodes.accept(node);
            json.writeEndArray();
            json.writeEndObject();
        });
        // JSON without "<" cannot contain "</script>".
        return written.replace("<", "\\u003c");
    }
}
