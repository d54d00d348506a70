package org.dateline.site.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dateline.draw.EmbedMap;
import org.dateline.draw.Links;
import org.dateline.formats.OEmbed;
import org.dateline.geo.Location;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.Correction;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Measure;
import org.dateline.model.View;
import org.dateline.site.embed.EmbedPage.Entry;
import org.dateline.site.page.Page;
import org.dateline.site.page.PageMap;
import org.dateline.site.page.Quote;
import org.dateline.site.page.Sharing;
import org.dateline.site.page.SiteContext;
import org.dateline.site.page.Templates;
import org.dateline.site.page.UiTexts;
import org.dateline.site.resource.BasemapFiles;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.Resource.Caching;
import org.dateline.site.resource.SlowResource;
import org.jspecify.annotations.Nullable;

/**
 * Each view as a page of its own, for others to frame: one file, complete without script, that asks for no other until
 * the reader wants to move the map.
 */
public final class Embeds {

    /** Whose colours an embed has. */
    public enum Theme {
        /** The reader's. */
        AUTO,
        LIGHT,
        DARK;

        /** As it stands in addresses and pages: auto, light, dark. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its {@link #id}. */
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

    private final SiteContext context;
    private final PageMap map;
    private final BasemapFiles basemap;
    private final String policy;
    private final @Nullable FrozenEmbeds frozen;
    /** A map takes a while to draw and is the same in all languages and colours. */
    private final Map<MapView, EmbedMap> named = new ConcurrentHashMap<>();

    /** @param frozen where embeds are kept as they are; null to keep none */
    public Embeds(SiteContext context, PageMap map, BasemapFiles basemap, @Nullable Path frozen) {
        this.context = context;
        this.map = map;
        this.basemap = basemap;
        this.frozen = frozen == null
                ? null
                // A publication's own folder keeps what was frozen.
                : new FrozenEmbeds(frozen, !context.hosting().files());
        // Nothing from elsewhere; within the page, the very script and style that this program brings.
        this.policy = "default-src 'none'; script-src 'self' '"
                + digest(context.assets().embedScript())
                + "'; style-src 'self' '" + digest(context.assets().embedStyle())
                + "' '" + digest(context.assets().urduStyle())
                + "'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
    }

    /** The pages of the named views, by path. */
    public Map<String, Resource> resources() {
        Catalog catalog = context.catalog();
        Map<String, Resource> resources = new LinkedHashMap<>();
        for (String language : catalog.languages()) {
            for (View view : catalog.views()) {
                resources.putAll(discovery(page(language, "embed/" + view.id() + "/", view.id()), view));
                for (Theme theme : Theme.values()) {
                    Page live = page(language, "embed/" + view.id() + "/" + theme.path(), view.id());
                    resources.put(
                            live.prefix() + live.path(),
                            new SlowResource(
                                    MediaTypes.HTML, Caching.REVALIDATE, policy, () -> named(live, view, theme)));
                    if (frozen != null) {
                        Page still = page(language, FrozenEmbeds.path(view.id(), catalog.hash(), theme), view.id());
                        resources.put(
                                still.prefix() + still.path(),
                                frozen.keeping(
                                        view.id(), language, theme, catalog.hash(), () -> named(still, view, theme)));
                    }
                }
            }
        }
        if (frozen != null) {
            resources.putAll(frozen.kept(catalog));
        }
        return resources;
    }

    /** For a site of files: what a server would answer when it is asked how to embed a view. */
    private Map<String, Resource> discovery(Page page, View view) {
        URI base = context.hosting().base();
        if (page.isServed() || base == null) {
            return Map.of();
        }
        String path = page.prefix() + page.path();
        OEmbed oembed = Sharing.oembed(
                base, view, page.ui().language(), page.prefix(), path, Integer.MAX_VALUE, Integer.MAX_VALUE);
        return Map.of(
                path + "oembed.json",
                new Resource(MediaTypes.JSON, Caching.REVALIDATE, () -> Resource.utf8(oembed.json())),
                path + "oembed.xml",
                new Resource(MediaTypes.XML, Caching.REVALIDATE, () -> Resource.utf8(oembed.xml())));
    }

    private byte[] named(Page page, View view, Theme theme) {
        return render(page, view, theme, mapView -> named.computeIfAbsent(mapView, this::draw));
    }

    /** The Content-Security-Policy of every embed. */
    public String policy() {
        return policy;
    }

    /**
     * The page of a state of the map that has no name, at {@code embed/} itself.
     *
     * @param language one of the catalog's
     */
    public byte[] page(View view, String language, Theme theme) {
        return render(page(language, "embed/", ""), view, theme, this::draw);
    }

    private Page page(String language, String path, String id) {
        String prefix = LanguageFolder.of(context.catalog(), language);
        return new Page(context, new UiTexts(language), path, prefix, "embed", id);
    }

    private byte[] render(Page page, View view, Theme theme, Function<MapView, EmbedMap> drawing) {
        EmbedPage embed = switch (view) {
            case MapView mapView -> ofMap(page, mapView, theme, drawing.apply(mapView));
            case ClaimsView claims -> ofClaims(page, claims, theme);
        };
        return Templates.render("embed.jte", Map.of("page", page, "embed", embed));
    }

    private EmbedPage ofMap(Page page, MapView view, Theme theme, EmbedMap drawn) {
        Set<String> shown = drawn.shown().stream().map(Feature::id).collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>();
        for (Layer layer : page.layersFromTop()) {
            if (view.layers().contains(layer.id())) {
                for (Feature feature : page.places(layer)) {
                    if (page.quotes(feature) > 0
                            && (shown.contains(feature.id()) || feature.location() instanceof Location.Unlocated)) {
                        entries.add(entry(feature));
                    }
                }
            }
        }
        Set<String> listed = entries.stream().map(entry -> entry.feature().id()).collect(Collectors.toSet());
        Links links = new Links(
                feature -> listed.contains(feature.id()) ? "#" + EmbedPage.anchor(feature) : page.place(feature.id()),
                feature -> page.say(
                        "embed.mark",
                        page.text(feature.name()),
                        page.quotes(feature),
                        page.ui().kind(feature)),
                page.ui()::number,
                null,
                null,
                page.say("map.label", page.text(view.title())));
        Basemap ground = context.catalog().basemap();
        return new EmbedPage(
                view,
                theme,
                frozen(page),
                context.assets(),
                policy,
                entries,
                List.of(),
                context.catalog().correctionsOf(Correction.Kind.PLACE, listed),
                drawn.svg(page.ui().language(), links),
                frozen(page) != null ? "" : map.config(page, view),
                ground == null ? "" : page.text(ground.attribution()));
    }

    private EmbedMap draw(MapView view) {
        try {
            return new EmbedMap(
                    context.catalog(),
                    view,
                    basemap::content,
                    feature ->
                            context.citations().getOrDefault(feature, List.of()).size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbedPage ofClaims(Page page, ClaimsView view, Theme theme) {
        Measure measure = context.catalog().measure(view.measure()).orElseThrow();
        return new EmbedPage(
                view,
                theme,
                frozen(page),
                context.assets(),
                policy,
                List.of(),
                page.claims().of(measure),
                context.catalog().correctionsOf(Correction.Kind.MEASURE, Set.of(measure.id())),
                "",
                "",
                "");
    }

    private @Nullable String frozen(Page page) {
        return page.path().contains("/@") ? context.catalog().hash().substring(0, FrozenEmbeds.DIGITS) : null;
    }

    private Entry entry(Feature feature) {
        List<Quote> quotes = context.citations().getOrDefault(feature.id(), List.of()).stream()
                .map((Catalog.Citation citation) -> Quote.of(citation.report(), citation.excerpt(), feature.id()))
                .toList();
        return new Entry(feature, quotes);
    }

    /** As a Content-Security-Policy names a script or style within the page. */
    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
