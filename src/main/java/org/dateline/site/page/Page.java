package org.dateline.site.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dateline.formats.LicenceAddress;
import org.dateline.model.Catalog;
import org.dateline.model.Text;
import org.dateline.site.resource.PagePolicy;
import org.jspecify.annotations.Nullable;

/**
 * The data that every template needs: the site, the texts of the interface in one language, and links.
 *
 * @param id the id of the place, report, measure, party, view or record; of the collection for its records; empty elsewhere
 */
public record Page(SiteContext site, UiTexts ui, PageLinks links, Kind kind, String id) {

    public enum Kind {
        HOME,
        PLACE,
        REPORT,
        CLAIMS,
        PARTY,
        LIST,
        RECORDS,
        RECORD,
        EMBED,
        /** An image of a view, which takes its texts from a page. */
        VIEW,
        /** What was found in all stories. */
        SEARCH,
        ERROR;

        /** The name in pages and in the script: home, place ... */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOfRecords() {
            return this == RECORDS || this == RECORD;
        }
    }

    /** @param path in the default language, as in {@code places/sibi/} */
    public static Page of(SiteContext site, String language, String path, Kind kind, String id) {
        return new Page(site, UiTexts.of(site.catalog(), language), PageLinks.of(site, language, path), kind, id);
    }

    /**
     * The embed of a state of the map.
     *
     * @param query the query that asks for it, with its question mark
     */
    public static Page ofState(SiteContext site, String language, String query) {
        return new Page(
                site,
                UiTexts.of(site.catalog(), language),
                PageLinks.ofState(site, language, "embed/" + query),
                Kind.EMBED,
                "");
    }

    /** The page for missing addresses. */
    public static Page anywhere(SiteContext site, String language) {
        return new Page(site, UiTexts.of(site.catalog(), language), PageLinks.anywhere(site, language), Kind.ERROR, "");
    }

    /** A page that is read outside of its site. */
    public static Page standalone(SiteContext site, String language, String path, Kind kind, String id) {
        return new Page(
                site, UiTexts.of(site.catalog(), language), PageLinks.standalone(site, language, path), kind, id);
    }

    public Catalog catalog() {
        return site.catalog();
    }

    public String say(String key, Object... arguments) {
        return ui.say(key, arguments);
    }

    public String text(Text text) {
        return ui.text(text);
    }

    /** The title of a page: its name, then the catalog's. */
    public String title(String name) {
        return name + " · " + text(catalog().title()) + " · " + publisher();
    }

    /** Who publishes the catalog: the newsroom's name, or the program's. */
    public String publisher() {
        return text(catalog().brand().name());
    }

    /** The address of the catalog's licence; null if its words are not known to have one. */
    public @Nullable String licence() {
        String words = catalog().brand().licence();
        return words == null ? null : LicenceAddress.of(words).orElse(null);
    }

    public List<String> otherLanguages() {
        return catalog().languages().stream()
                .filter(other -> !other.equals(ui.language()))
                .toList();
    }

    /** The id of the feature that a place's page is about; null on other pages. */
    public @Nullable String subject() {
        return kind == Kind.PLACE ? id : null;
    }

    /** The id of the party that a page is about; null on other pages. */
    public @Nullable String party() {
        return kind == Kind.PARTY ? id : null;
    }

    /** The family of symbols of the subject's layer; null for no subject. */
    public @Nullable String style() {
        return kind == Kind.PLACE ? site.layerOf(site.feature(id)).style().id() : null;
    }

    /** Addresses of the style sheets: the common one, those of lists that queries find and of stories, and the newsroom's. */
    public List<String> styleSheets() {
        Stream<String> all = site.assets().style().stream();
        Stream<String> own = kind.isOfRecords() || kind == Kind.LIST
                ? Stream.of(site.assets().recordStyle())
                : Stream.empty();
        Stream<String> ofStories = site.stories() == null
                ? Stream.empty()
                : Stream.of(site.assets().storiesStyle());
        Stream<String> brand = Stream.ofNullable(site.brand().sheet());
        return Stream.of(all, own, ofStories, brand)
                .flatMap(Function.identity())
                .map(links::file)
                .toList();
    }

    /** Address of the script. */
    public @Nullable String script() {
        return links.file(site.assets().script());
    }

    /** The metadata for link previews and oEmbed clients. */
    /** The policy that a file carries in itself, as its host may send none; null for a server's pages. */
    public @Nullable String policy() {
        return site.hosting().files() ? PagePolicy.of(site.hosting().tiles()) : null;
    }

    public Sharing sharing() {
        return new Sharing(this);
    }

    public ClaimTexts claims() {
        return new ClaimTexts(this);
    }

    public CorrectionTexts corrections() {
        return new CorrectionTexts(this);
    }

    public LayerTexts layers() {
        return new LayerTexts(this);
    }

    public QuoteTexts quotes() {
        return new QuoteTexts(this);
    }
}
