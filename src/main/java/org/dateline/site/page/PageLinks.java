package org.dateline.site.page;

import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Measure;
import org.dateline.model.Report;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.OpenDataFiles;
import org.dateline.site.stories.StorySummary;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a page links to. They are relative, so that the site works below any path and from a disk. On a
 * standalone page they are absolute, or null if the site's address is not known: then there are no links.
 */
public final class PageLinks {

    /** The start of every address of a page. */
    private enum Start {
        HERE,
        /** A state of the map, whose language is in its query. */
        STATE,
        /** The error page is shown at any address. */
        HOST,
        SITE
    }

    private final Catalog catalog;
    private final Hosting hosting;
    private final Start start;
    private final String path;
    private final String folder;
    private final @Nullable String root;

    private PageLinks(SiteContext site, String language, String path, Start start) {
        this.catalog = site.catalog();
        this.hosting = site.hosting();
        this.start = start;
        this.path = path;
        this.folder = LanguageFolder.of(catalog, language);
        this.root = switch (start) {
            case HERE ->
                "../".repeat((int) (folder + path).chars().filter(c -> c == '/').count());
            case STATE -> "../";
            case HOST -> hosting.absoluteRoot();
            case SITE -> hosting.base() == null ? null : hosting.base().toString();
        };
    }

    /** @param path the path of the page in the default language, as in {@code places/sibi/} */
    static PageLinks of(SiteContext site, String language, String path) {
        return new PageLinks(site, language, path, Start.HERE);
    }

    /** @param path the path of a state of the map with its query, as in {@code embed/?place=sibi} */
    static PageLinks ofState(SiteContext site, String language, String path) {
        return new PageLinks(site, language, path, Start.STATE);
    }

    /** Links of a page that the server shows at any address. */
    static PageLinks anywhere(SiteContext site, String language) {
        return new PageLinks(site, language, "", Start.HOST);
    }

    /** Links of a page outside of the site. */
    static PageLinks standalone(SiteContext site, String language, String path) {
        return new PageLinks(site, language, path, Start.SITE);
    }

    public boolean isStandalone() {
        return start == Start.SITE;
    }

    /** The relative path to the site's root: {@code ../../}, or empty at the root itself. */
    public @Nullable String root() {
        return root;
    }

    /** The folder of the page's language: empty for the default one, else {@code ur/}. */
    String folder() {
        return folder;
    }

    /** The path of the page itself from the site's root, with its query. */
    public String self() {
        return start == Start.STATE ? path : folder + path;
    }

    /** The path of the page in a language, from the site's root. */
    String selfIn(String language) {
        return LanguageFolder.of(catalog, language) + path;
    }

    /** A file that has no language. */
    public @Nullable String file(String target) {
        return root == null ? null : root + target;
    }

    /** A page in this page's language. */
    public @Nullable String page(String target) {
        return pageIn(folder, target);
    }

    private @Nullable String pageIn(String folder, String target) {
        return root == null ? null : isStandalone() ? root + folder + target : hosting.page(root + folder + target);
    }

    private @Nullable String page(String target, String fragment) {
        String page = page(target);
        return page == null ? null : page + "#" + fragment;
    }

    /** This page in another language. */
    public @Nullable String in(String language) {
        return pageIn(LanguageFolder.of(catalog, language), path);
    }

    public @Nullable String home() {
        return page("");
    }

    /** A page of one of the stories that this site lists, in the language of this page or else the story's own. */
    public @Nullable String story(StorySummary story, String language, String page) {
        String address = story.path(language, page);
        return root == null ? null : isStandalone() ? root + address : hosting.page(root + address);
    }

    /** The list of all stories, if the site is one of them. */
    public @Nullable String list() {
        return root == null || !hosting.story() ? null : hosting.page(root + "../");
    }

    /** A section of the home page. */
    public @Nullable String home(String fragment) {
        return page("", fragment);
    }

    public @Nullable String place(String feature) {
        return page("places/" + feature + "/");
    }

    public @Nullable String report(Report report) {
        return page("reports/" + report.id() + "/");
    }

    /** A section of a report's page, or an excerpt on it. */
    public @Nullable String report(Report report, String fragment) {
        return page("reports/" + report.id() + "/", fragment);
    }

    /** The excerpt on its report's page. */
    public @Nullable String source(Report report, Excerpt excerpt) {
        return report(report, excerpt.id());
    }

    public @Nullable String party(String id) {
        return page("parties/" + id + "/");
    }

    public @Nullable String claims(String measure) {
        return page("claims/" + measure + "/");
    }

    /** A claim, or the claims about a subject, on the page of their measure. */
    public @Nullable String claims(String measure, String fragment) {
        return page("claims/" + measure + "/", fragment);
    }

    /** The claims of a measure as data. */
    public @Nullable String data(Measure measure, String ending) {
        return file(OpenDataFiles.claims(measure.id(), ending));
    }

    /** The excerpt as a Web Annotation. */
    public @Nullable String annotation(Excerpt excerpt) {
        return file(OpenDataFiles.annotation(excerpt.id()));
    }

    /** The excerpt as a reference in CSL-JSON. */
    public @Nullable String reference(Excerpt excerpt) {
        return file(OpenDataFiles.reference(excerpt.id()));
    }
}
