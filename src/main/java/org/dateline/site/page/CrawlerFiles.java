package org.dateline.site.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.model.Catalog;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.dateline.site.stories.StoriesCatalog;

/**
 * The files for search engines: {@code robots.txt} and, if the site's address is known, {@code sitemap.xml} (<a
 * href="https://www.sitemaps.org/protocol.html">Sitemaps protocol</a>) with every page in every language; for a list of
 * stories, an index of their sitemaps.
 */
public final class CrawlerFiles {

    private static final String SITEMAP = "sitemap.xml";

    /** The pages of a list of stories, whose sitemap names those of the stories. */
    private static final String OWN_SITEMAP = "sitemap-list.xml";

    private final SiteContext site;
    private final Catalog catalog;

    public CrawlerFiles(SiteContext site) {
        this.site = site;
        this.catalog = site.catalog();
    }

    /** The files by their paths. */
    public Map<String, Resource> resources() {
        Map<String, Resource> files = new LinkedHashMap<>();
        files.put("robots.txt", new Resource(MediaTypes.of("robots.txt"), () -> utf8(robots())));
        URI base = site.hosting().base();
        if (base != null) {
            StoriesCatalog stories = site.stories();
            if (stories == null) {
                files.put(SITEMAP, new Resource(MediaTypes.XML, () -> utf8(sitemap(base))));
            } else {
                files.put(SITEMAP, new Resource(MediaTypes.XML, () -> utf8(index(base, stories))));
                files.put(OWN_SITEMAP, new Resource(MediaTypes.XML, () -> utf8(sitemap(base))));
            }
        }
        return files;
    }

    /** Queries have no end: crawlers keep to the pages. */
    private String robots() {
        String root = site.hosting().absoluteRoot();
        String robots = "User-agent: *\nDisallow: %sogc/\nDisallow: %srecords/\nDisallow: %ssearch/\n"
                .formatted(root, root, root);
        if (site.stories() != null) {
            robots += "Disallow: %s*/ogc/\nDisallow: %s*/records/\nDisallow: %s*/search/\n".formatted(root, root, root);
        }
        URI base = site.hosting().base();
        return base == null ? robots : robots + "Sitemap: " + base.resolve(SITEMAP) + "\n";
    }

    private static String index(URI base, StoriesCatalog stories) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        Stream.concat(Stream.of(OWN_SITEMAP), stories.stories().stream().map(story -> story.name() + "/" + SITEMAP))
                .forEach(path -> xml.append("<sitemap><loc>")
                        .append(base.resolve(path).toASCIIString().replace("&", "&amp;"))
                        .append("</loc></sitemap>\n"));
        return xml.append("</sitemapindex>\n").toString();
    }

    private String sitemap(URI base) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        for (String path : paths()) {
            for (String language : catalog.languages()) {
                xml.append("<url><loc>").append(address(base, language, path)).append("</loc>");
                for (String other : catalog.languages()) {
                    alternate(xml, other, address(base, other, path));
                }
                alternate(xml, "x-default", address(base, catalog.defaultLanguage(), path));
                xml.append("</url>\n");
            }
        }
        return xml.append("</urlset>\n").toString();
    }

    private static void alternate(StringBuilder xml, String language, String address) {
        xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                .append(language)
                .append("\" href=\"")
                .append(address)
                .append("\"/>");
    }

    private String address(URI base, String language, String path) {
        return base.resolve(LanguageFolder.of(catalog, language) + path)
                .toASCIIString()
                .replace("&", "&amp;");
    }

    /** Pages with something to read: no place without a quote, no measure without a figure. */
    private List<String> paths() {
        return Stream.of(
                        Stream.of(""),
                        catalog.layers().stream()
                                .flatMap(layer -> site.places(layer).stream())
                                .filter(feature -> site.quoteCount(feature.id()) > 0)
                                .map(feature -> "places/" + feature.id() + "/"),
                        catalog.reports().stream().map(report -> "reports/" + report.id() + "/"),
                        catalog.measures().stream()
                                .filter(measure -> Sharing.hasContent(site, Page.Kind.CLAIMS, measure.id()))
                                .map(measure -> "claims/" + measure.id() + "/"),
                        catalog.parties().stream().map(party -> "parties/" + party.id() + "/"))
                .flatMap(paths -> paths)
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
