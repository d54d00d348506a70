package org.dateline.site.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dateline.draw.map.EmbedMap;
import org.dateline.draw.map.GroundSource;
import org.dateline.draw.map.MapLinks;
import org.dateline.draw.map.StreetStyle;
import org.dateline.formats.OEmbed;
import org.dateline.geo.Location;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.dateline.model.View;
import org.dateline.site.embed.EmbedPage.Entry;
import org.dateline.site.page.Page;
import org.dateline.site.page.PageMap;
import org.dateline.site.page.Quote;
import org.dateline.site.page.Sharing;
import org.dateline.site.page.SiteContext;
import org.dateline.site.page.Templates;
import org.dateline.site.resource.BrandFiles;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.PagePolicy;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.Resource.Caching;
import org.dateline.site.resource.SlowResource;
import org.dateline.work.CachePart;
import org.jspecify.annotations.Nullable;

/**
 * Renders views as pages for others to frame. Each is one file, complete without script, that fetches nothing until the
 * reader wants to move the map.
 */
public final class Embeds {

    /** The colours of an embed. */
    public enum Theme {
        /** The colours that the reader's system prefers. */
        AUTO,
        LIGHT,
        DARK;

        /** The name in addresses and pages: auto, light, dark. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The theme with an {@link #id}. */
        public static Optional<Theme> of(String id) {
            return Arrays.stream(values())
                    .filter(theme -> theme.id().equals(id))
                    .findFirst();
        }

        /** The end of an embed's path: {@code ""}, {@code light/}, {@code dark/}. */
        String path() {
            return this == AUTO ? "" : id() + "/";
        }
    }

    /** The approximate size of a map in bytes; lines are simplified for its size, so all are about alike. */
    private static final int WEIGHT = 800_000;

    private final SiteContext site;
    private final PageMap map;
    private final @Nullable GroundSource ground;
    private final String policy;
    private final @Nullable FrozenEmbeds frozen;
    /** The pictures of frozen embeds, by path. */
    private final Map<String, Resource> pictures = new LinkedHashMap<>();
    /** Drawing a map takes time, and all languages and colours share it. */
    private final CachePart drawn;

    /**
     * @param ground the catalog's basemap; null for none
     * @param drawn  the cache of maps
     * @param frozen the folder of frozen embeds; null to freeze none
     */
    public Embeds(
            SiteContext site, PageMap map, @Nullable GroundSource ground, CachePart drawn, @Nullable Path frozen) {
        this.site = site;
        this.map = map;
        this.ground = ground;
        this.drawn = drawn;
        this.frozen = frozen == null ? null : frozen(frozen, site.hosting());
        // The Content-Security-Policy of embeds: nothing from other origins and, inline, only this program's own script
        // and styles.
        String brand = BrandFiles.css(site.catalog().brand());
        this.policy = "default-src 'none'; script-src 'self' '"
                + PagePolicy.digest(site.assets().embedScript())
                + "'; style-src 'self' '" + PagePolicy.digest(site.assets().embedStyle())
                + "' '" + PagePolicy.digest(site.assets().arabicStyle())
                + (site.catalog().streets() == null ? "" : "' '" + PagePolicy.digest(StreetStyle.css()))
                + (brand.isEmpty() ? "" : "' '" + PagePolicy.digest(brand))
                + "'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
    }

    /** The pages of the named views, by path. */
    public Map<String, Resource> resources() {
        Catalog catalog = site.catalog();
        Map<String, Resource> resources = new LinkedHashMap<>();
        for (String language : catalog.languages()) {
            for (View view : catalog.views()) {
                resources.putAll(discovery(page(language, "embed/" + view.id() + "/", view.id()), view));
                for (Theme theme : Theme.values()) {
                    Page live = page(language, "embed/" + view.id() + "/" + theme.path(), view.id());
                    resources.put(
                            live.links().self(),
                            new SlowResource(
                                    MediaTypes.HTML, Caching.REVALIDATE, policy, () -> named(live, view, theme)));
                    if (frozen != null) {
                        Page still = page(language, FrozenEmbeds.path(view.id(), catalog.hash(), theme), view.id());
                        resources.putAll(discovery(still, view));
                        resources.put(
                                still.links().self(),
                                frozen.keeping(
                                        view.id(),
                                        language,
                                        theme,
                                        catalog.hash(),
                                        () -> named(still, view, theme),
                                        () -> keepPicture(view.id(), language)));
                    }
                }
            }
        }
        if (frozen != null) {
            resources.putAll(frozen.kept(catalog));
        }
        return resources;
    }

    /**
     * The pictures of the named views that stay with their frozen embeds, by path.
     *
     * @param images the live pictures, by path
     */
    public Map<String, Resource> frozenPictures(Map<String, Resource> images) {
        if (frozen != null) {
            Catalog catalog = site.catalog();
            for (String language : catalog.languages()) {
                String prefix = LanguageFolder.of(catalog, language);
                for (View view : catalog.views()) {
                    Resource live = images.get(prefix + "embed/" + view.id() + ".png");
                    if (live != null) {
                        pictures.put(
                                prefix + FrozenEmbeds.picturePath(view.id(), catalog.hash()),
                                frozen.keepingPicture(view.id(), language, catalog.hash(), live::content));
                    }
                }
            }
        }
        return new LinkedHashMap<>(pictures);
    }

    /** Whether a path is that of a frozen embed or its picture, which another server may have. */
    public boolean mayBeShared(String path) {
        return frozen != null && frozen.mayBeShared(site.catalog(), path);
    }

    /**
     * A frozen embed or picture that is not part of the site: another server froze it. This asks the database.
     *
     * @return empty if no server has it
     */
    public Optional<Resource> shared(String path) {
        return frozen == null ? Optional.empty() : frozen.shared(site.catalog(), path);
    }

    /** A published folder keeps its own frozen embeds. */
    private static FrozenEmbeds frozen(Path folder, Hosting hosting) {
        return new FrozenEmbeds(folder, !hosting.files() && hosting.canWrite(), hosting.shared());
    }

    /**
     * Stores frozen embeds that only this server has in the database that servers share, and takes those of the others.
     *
     * @param paths of those in the database
     * @throws IOException if the database does not answer, or a file cannot be written
     */
    public static void share(Hosting hosting, Collection<String> paths) throws IOException {
        Path folder = hosting.frozen();
        if (folder != null) {
            frozen(folder, hosting).share(paths);
        }
    }

    private void keepPicture(String view, String language) {
        Resource picture = pictures.get(LanguageFolder.of(site.catalog(), language)
                + FrozenEmbeds.picturePath(view, site.catalog().hash()));
        if (picture != null) {
            picture.content();
        }
    }

    /** The oEmbed responses as files, for a published site; a server answers at /oembed. */
    private Map<String, Resource> discovery(Page page, View view) {
        URI base = site.hosting().base();
        if (!site.hosting().files() || base == null) {
            return Map.of();
        }
        String path = page.links().self();
        OEmbed oembed = Sharing.oembed(
                base,
                page.publisher(),
                view,
                page.ui().language(),
                LanguageFolder.of(site.catalog(), page.ui().language()),
                path,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE);
        return Map.of(
                path + "oembed.json",
                new Resource(MediaTypes.JSON, () -> Resource.utf8(oembed.json())),
                path + "oembed.xml",
                new Resource(MediaTypes.XML, () -> Resource.utf8(oembed.xml())));
    }

    private byte[] named(Page page, View view, Theme theme) {
        return render(page, view, theme, this::kept, _ -> usual(page.ui().language(), view))
                .page();
    }

    private EmbedMap kept(MapView view) {
        return drawn.get(view, WEIGHT, () -> draw(view));
    }

    private record Usual(String language, String view) {}

    /**
     * The part of a heavy view that the live embed in the system's colours holds. Others try it first: they weigh about the
     * same, and to find out how much fits takes several attempts.
     */
    private Portion usual(String language, View view) {
        return drawn.get(
                new Usual(language, view.id()),
                Long.BYTES,
                () -> render(
                                page(language, "embed/" + view.id() + "/", view.id()),
                                view,
                                Theme.AUTO,
                                this::kept,
                                Portion::smaller)
                        .portion());
    }

    /** The Content-Security-Policy of every embed. */
    public String policy() {
        return policy;
    }

    /**
     * The page of a view without a name, at {@code embed/} itself.
     *
     * @param language one of the catalog's
     * @param query    a query that asks for it, with its question mark
     */
    public byte[] page(View view, String language, Theme theme, String query) {
        return render(Page.ofState(site, language, query), view, theme, this::draw, Portion::smaller)
                .page();
    }

    /** What an article shows in place of an embed that does not exist: one quiet line with a link to the map. */
    public Resource note(String language) {
        Page page = Page.anywhere(site, language);
        return new SlowResource(
                MediaTypes.HTML,
                Caching.REVALIDATE,
                policy,
                () -> Templates.render("embedNote.jte", Map.of("page", page, "policy", policy)));
    }

    /** The page of a view for use outside of the site. */
    public byte[] standalone(View view, String language) {
        String path = "embed/" + view.id() + "/";
        return named(Page.standalone(site, language, path, Page.Kind.EMBED, view.id()), view, Theme.AUTO);
    }

    private Page page(String language, String path, String id) {
        return Page.of(site, language, path, Page.Kind.EMBED, id);
    }

    private Portion.Fitted render(
            Page page, View view, Theme theme, Function<MapView, EmbedMap> drawing, UnaryOperator<Portion> next) {
        return switch (view) {
            case MapView mapView -> {
                EmbedMap whole = drawing.apply(mapView);
                List<Feature> places = places(mapView, whole);
                yield Portion.fitting(
                        places.size(), next, portion -> render(ofMap(page, mapView, theme, whole, places, portion)));
            }
            case ClaimsView claims -> {
                List<Comparison> comparisons = page.claims().of(claims);
                yield Portion.fitting(
                        comparisons.size(),
                        next,
                        portion -> render(EmbedPage.ofClaims(page, view, theme, policy, comparisons, portion)));
            }
        };
    }

    private static byte[] render(EmbedPage embed) {
        return Templates.render("embed.jte", Map.of("page", embed.page(), "embed", embed));
    }

    /** The places with quotes that a view shows, and those of its layers without a location. */
    private List<Feature> places(MapView view, EmbedMap whole) {
        Set<String> shown = whole.shown().stream().map(Feature::id).collect(Collectors.toSet());
        return site.layersFromTop().stream()
                .filter(layer -> view.layers().contains(layer.id()))
                .flatMap(layer -> site.places(layer).stream())
                .filter(place -> site.quoteCount(place.id()) > 0
                        && (shown.contains(place.id()) || place.location() instanceof Location.Unlocated))
                .toList();
    }

    private EmbedPage ofMap(
            Page page, MapView view, Theme theme, EmbedMap whole, List<Feature> places, Portion portion) {
        Set<Feature> kept = portion.of(places, view, site);
        EmbedMap drawn = kept.size() == places.size() ? whole : whole.holding(kept::contains);
        List<Entry> entries = places.stream()
                .filter(kept::contains)
                .map(place -> new Entry(place, portion.of(Quote.about(place.id(), site))))
                .toList();
        Set<String> listed = EmbedPage.listed(entries);
        boolean ofStories = site.stories() != null;
        MapLinks links = new MapLinks(
                feature -> ofStories || site.quoteCount(feature.id()) > 0,
                feature -> ofStories || listed.contains(feature.id())
                        ? "#" + EmbedPage.anchor(feature.id())
                        : page.links().place(feature.id()),
                feature -> ofStories
                        ? page.text(feature.name())
                        : page.say(
                                "embed.mark",
                                page.text(feature.name()),
                                site.quoteCount(feature.id()),
                                page.ui().kind(feature)),
                quotes -> page.say("quote.badge", quotes),
                _ -> "",
                null,
                page.say("map.label", page.text(view.title())),
                page.ui()::distance);
        boolean still = FrozenEmbeds.stateOf(page) != null || page.links().isStandalone();
        return new EmbedPage(
                page,
                view,
                theme,
                policy,
                entries,
                List.of(),
                places.size(),
                drawn.svg(page.ui().language(), links),
                drawn.signs(),
                still ? "" : map.config(page, view));
    }

    private EmbedMap draw(MapView view) {
        try {
            return new EmbedMap(site.catalog(), view, ground, site::quoteCount);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source of an inline script or style, as a Content-Security-Policy names it. */
}
