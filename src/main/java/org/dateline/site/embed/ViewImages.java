package org.dateline.site.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.map.GroundSource;
import org.dateline.draw.map.MapPanel;
import org.dateline.draw.plate.Card;
import org.dateline.draw.plate.ClaimsPlate;
import org.dateline.draw.plate.MapPlate;
import org.dateline.draw.render.PdfRenderer;
import org.dateline.draw.render.PngRenderer;
import org.dateline.draw.render.SvgRenderer;
import org.dateline.geo.Surroundings;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Measure;
import org.dateline.model.View;
import org.dateline.site.page.Page;
import org.dateline.site.page.Sharing;
import org.dateline.site.page.SiteContext;
import org.dateline.site.resource.DrawnResource;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.ResizableImage;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SlowResource;
import org.dateline.work.CachePart;
import org.jspecify.annotations.Nullable;

/**
 * The images of each named view, in each language: {@code embed/{view}.svg}, {@code .png}, {@code @2x.png}, {@code .pdf}
 * and {@code embed/{view}/card.png}; and a card beside each page of a place with quotes or of claims. They are drawn on
 * demand.
 */
public final class ViewImages {

    /** The endings of image names after the view's id. */
    public static final List<String> ENDINGS = List.of(".svg", ".png", "@2x.png", ".pdf");

    /** The approximate size of a figure in bytes; lines are simplified for its size, so all are about alike. */
    private static final int WEIGHT = 700_000;

    /** The key of a figure in the cache. */
    private record Key(String language, String view) {}

    private final SiteContext site;
    private final @Nullable GroundSource ground;
    private final CachePart drawn;

    /**
     * @param ground the catalog's basemap; null for none
     * @param drawn  the cache of figures, of which each is rendered in several formats and sizes
     */
    public ViewImages(SiteContext site, @Nullable GroundSource ground, CachePart drawn) {
        this.site = site;
        this.ground = ground;
        this.drawn = drawn;
    }

    /** All images by their paths in the site. */
    public Map<String, Resource> resources() {
        Map<String, Resource> images = new LinkedHashMap<>();
        Catalog catalog = site.catalog();
        for (String language : catalog.languages()) {
            for (View view : catalog.views()) {
                String path = LanguageFolder.of(catalog, language) + "embed/" + view.id();
                Supplier<Page> page =
                        () -> Page.of(site, language, "embed/" + view.id() + "/", Page.Kind.VIEW, view.id());
                Key key = new Key(language, view.id());
                Supplier<Figure> figure = () -> drawn.get(key, WEIGHT, () -> figure(view, page.get()));
                images.put(path + ".svg", new SlowResource(MediaTypes.SVG, () -> SvgRenderer.render(figure.get())));
                images.put(
                        path + ".png",
                        new ResizableImage(MediaTypes.PNG, (int) MapPlate.WIDTH, width -> png(key, width, figure)));
                images.put(
                        path + "@2x.png",
                        new SlowResource(
                                MediaTypes.PNG, () -> PngRenderer.render(figure.get(), 2 * (int) MapPlate.WIDTH)));
                images.put(path + ".pdf", new SlowResource(MediaTypes.PDF, () -> PdfRenderer.render(figure.get())));
                images.put(path + "/card.png", cardImage(() -> card(view, page.get())));
            }
        }
        for (String language : catalog.languages()) {
            for (Layer layer : catalog.layers()) {
                for (Feature place : site.places(layer)) {
                    if (Sharing.hasCard(site, Page.Kind.PLACE, place.id())) {
                        card(
                                images,
                                Page.of(site, language, "places/" + place.id() + "/", Page.Kind.VIEW, place.id()),
                                view(place));
                    }
                }
            }
            for (Measure measure : catalog.measures()) {
                if (Sharing.hasCard(site, Page.Kind.CLAIMS, measure.id())) {
                    card(
                            images,
                            Page.of(site, language, "claims/" + measure.id() + "/", Page.Kind.VIEW, measure.id()),
                            new ClaimsView("", measure.label(), measure.counts(), measure.id()));
                }
            }
        }
        return images;
    }

    private record Png(Key figure, int width) {}

    /** Kept, because the picture of a frozen embed is the same. */
    private byte[] png(Key key, int width, Supplier<Figure> figure) {
        return drawn.get(new Png(key, width), picture -> picture.length, () -> PngRenderer.render(figure.get(), width));
    }

    /** The preview image of a page that no named view shows. */
    private void card(Map<String, Resource> images, Page page, View view) {
        images.put(page.links().self() + "card.png", cardImage(() -> card(view, page)));
    }

    private static Resource cardImage(Supplier<Figure> card) {
        return new DrawnResource(MediaTypes.PNG, card, figure -> PngRenderer.render(figure, (int) Card.WIDTH));
    }

    /** The map around a place; that of the default view around one without a location. */
    private MapView view(Feature place) {
        MapView usual = site.catalog().defaultView();
        return new MapView(
                "",
                place.name(),
                site.catalog().title(),
                usual.layers(),
                Surroundings.of(place.location()).orElse(usual.bbox()),
                place.id());
    }

    private Figure figure(View view, Page page) {
        ImageTexts texts = new ImageTexts(view, page);
        try {
            return switch (view) {
                case MapView map -> {
                    double height = MapPlate.mapHeight(map);
                    MapPanel panel = panel(map, MapPlate.MAP_WIDTH, height, 1);
                    yield MapPlate.figure(panel, texts.map(map, panel), height);
                }
                case ClaimsView claims -> ClaimsPlate.figure(new ClaimsImageTexts(texts, page).of(claims));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Figure card(View view, Page page) {
        ImageTexts texts = new ImageTexts(view, page);
        try {
            return switch (view) {
                case MapView map ->
                    Card.map(panel(map, Card.MAP_WIDTH, Card.HEIGHT, Card.ENLARGED), texts.card(), texts.attribution());
                case ClaimsView claims ->
                    Card.claims(new ClaimsImageTexts(texts, page).of(claims), texts.attribution());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MapPanel panel(MapView view, double width, double height, double enlarged) throws IOException {
        return new MapPanel(site.catalog(), view, ground, site::quoteCount, width, height, enlarged);
    }
}
