package org.dateline.site.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.dateline.formats.OEmbed;
import org.dateline.model.ClaimsView;
import org.dateline.model.MapView;
import org.dateline.model.View;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a page for link previews and oEmbed clients: its address, its image, and the address of its oEmbed
 * response.
 */
public final class Sharing {

    private static final int MAP_HEIGHT = 640;
    private static final int CLAIMS_HEIGHT = 560;
    private static final int CARD_WIDTH = 1200;
    private static final int CARD_HEIGHT = 630;

    private final Page page;
    private final @Nullable URI base;

    Sharing(Page page) {
        this.page = page;
        this.base = page.site().hosting().base();
    }

    /** Whether the site's address is known, so that addresses are absolute. */
    public boolean isWhole() {
        return base != null;
    }

    /** The address of the page; relative if the site's address is not known. */
    public @Nullable String address() {
        return whole(page.links().self());
    }

    /** The page in another language, as an address for search engines; relative if the site's address is not known. */
    public @Nullable String addressIn(String language) {
        return base == null ? page.links().in(language) : whole(page.links().selfIn(language));
    }

    /**
     * The preview image: that of the named view that shows what the page is about, or else of the page's own place or
     * measure, or else of the catalog's default view.
     */
    public @Nullable String card() {
        if (exactView().isEmpty() && hasCard(page.site(), page.kind(), page.id())) {
            return whole(page.links().self() + "card.png");
        }
        return whole(page.links().folder() + "embed/" + nearestView().id() + "/card.png");
    }

    /** The preview image of an embed: of a state of the map, that of its place or measure; null if it has none. */
    public @Nullable String cardOf(View view) {
        if (!view.id().isEmpty()) {
            return card();
        }
        return switch (view) {
            case ClaimsView claims -> cardIn("claims/", Page.Kind.CLAIMS, claims.measure());
            case MapView map -> map.place() == null ? null : cardIn("places/", Page.Kind.PLACE, map.place());
        };
    }

    private @Nullable String cardIn(String folder, Page.Kind kind, String id) {
        return hasCard(page.site(), kind, id) ? whole(page.links().folder() + folder + id + "/card.png") : null;
    }

    /**
     * Whether a page has a preview image of its own: one of a place with quotes, or of claims. Nobody could ask for it if
     * the site's address is not known.
     */
    public static boolean hasCard(SiteContext site, Page.Kind kind, String id) {
        return site.hosting().base() != null && hasContent(site, kind, id);
    }

    /** Whether the page of a place or a measure has quotes or figures. */
    static boolean hasContent(SiteContext site, Page.Kind kind, String id) {
        return switch (kind) {
            case PLACE -> site.quoteCount(id) > 0;
            case CLAIMS ->
                site.comparisons().stream()
                        .anyMatch(comparison -> comparison.measure().id().equals(id));
            case HOME, REPORT, PARTY, LIST, RECORDS, RECORD, EMBED, VIEW, SEARCH, ERROR -> false;
        };
    }

    /** Whether there is an oEmbed answer for the page: from a server, or as a file if the site's address is known. */
    public boolean isDiscovered() {
        // No view shows records, a party, a list or what was found.
        return !page.kind().isOfRecords()
                && page.kind() != Page.Kind.LIST
                && page.kind() != Page.Kind.SEARCH
                && page.party() == null
                && (isServed() || isWhole());
    }

    /** Whether a server answers queries, and not a folder of files. */
    private boolean isServed() {
        return !page.site().hosting().files();
    }

    /**
     * The address of the oEmbed answer.
     *
     * @param format json or xml
     */
    public @Nullable String discovery(String format) {
        String self = page.links().self();
        if (!isServed() && page.kind() == Page.Kind.EMBED && self.contains("/@")) {
            // A frozen embed stays what it is wherever its address is pasted.
            return whole(self + "oembed." + format);
        }
        if (!isServed()) {
            return whole(page.links().folder() + "embed/" + nearestView().id() + "/oembed." + format);
        }
        String url = base == null
                ? page.site().hosting().absoluteRoot() + page.links().self()
                : address();
        return whole("oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + "&format=" + format);
    }

    private @Nullable String whole(String target) {
        return base == null ? page.links().file(target) : base.resolve(target).toString();
    }

    private View nearestView() {
        return exactView().orElse(page.catalog().defaultView());
    }

    private Optional<View> exactView() {
        Predicate<View> same = view -> switch (view) {
            case ClaimsView claims ->
                page.kind() == Page.Kind.CLAIMS && claims.measure().equals(page.id());
            case MapView map -> page.kind() == Page.Kind.PLACE && page.id().equals(map.place());
        };
        return page.catalog().views().stream()
                .filter(view -> page.kind() == Page.Kind.EMBED ? view.id().equals(page.id()) : same.test(view))
                .findFirst();
    }

    /**
     * The oEmbed answer for a view.
     *
     * @param publisher who publishes the catalog
     * @param prefix    the prefix of its language
     * @param path      the path of the embed, with its query
     * @param maxWidth  in pixels
     * @param maxHeight in pixels
     */
    public static OEmbed oembed(
            URI base,
            String publisher,
            View view,
            String language,
            String prefix,
            String path,
            int maxWidth,
            int maxHeight) {
        boolean pictured = !view.id().isEmpty() && maxWidth >= CARD_WIDTH && maxHeight >= CARD_HEIGHT;
        String card = prefix + "embed/" + view.id() + "/card.png";
        return new OEmbed(
                view.title().in(language),
                base.resolve(path).toString(),
                Math.min(OEmbed.WIDTH, maxWidth),
                Math.min(view instanceof ClaimsView ? CLAIMS_HEIGHT : MAP_HEIGHT, maxHeight),
                publisher,
                base.toString(),
                pictured ? new OEmbed.Thumbnail(base.resolve(card).toString(), CARD_WIDTH, CARD_HEIGHT) : null);
    }
}
