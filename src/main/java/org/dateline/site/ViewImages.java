package org.dateline.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.dateline.draw.MapPanel;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.plate.Card;
import org.dateline.draw.plate.ClaimsPlate;
import org.dateline.draw.plate.MapPlate;
import org.dateline.draw.render.PdfRenderer;
import org.dateline.draw.render.PngRenderer;
import org.dateline.draw.render.SvgRenderer;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.MapView;
import org.dateline.model.View;

/**
 * The images of each named view, in each language: {@code embed/{view}.svg}, {@code .png}, {@code @2x.png}, {@code .pdf}
 * and {@code embed/{view}/card.png}. Nothing is drawn before it is asked for.
 */
final class ViewImages {

    private final Page.Chapter chapter;
    private final BasemapFiles basemap;
    private final Hosting hosting;
    private final SizedImages sized = new SizedImages();

    ViewImages(Page.Chapter chapter, BasemapFiles basemap, Hosting hosting) {
        this.chapter = chapter;
        this.basemap = basemap;
        this.hosting = hosting;
    }

    /** All images by their paths in the site. */
    Map<String, Resource> resources() {
        Map<String, Resource> images = new LinkedHashMap<>();
        Catalog catalog = chapter.catalog();
        for (String language : catalog.languages()) {
            for (View view : catalog.views()) {
                String prefix = LanguageFolder.of(catalog, language);
                String path = prefix + "embed/" + view.id();
                Supplier<Page> page = () ->
                        new Page(chapter, new Ui(language), "embed/" + view.id() + "/", prefix, "view", view.id());
                Kept<Figure> figure = new Kept<>(() -> figure(view, page.get()));
                images.put(path + ".svg", new Drawing(MediaTypes.SVG, () -> SvgRenderer.render(figure.get())));
                images.put(
                        path + ".png",
                        new ScalableDrawing(
                                MediaTypes.PNG,
                                path,
                                (int) MapPlate.WIDTH,
                                width -> PngRenderer.render(figure.get(), width),
                                sized));
                images.put(
                        path + "@2x.png",
                        new Drawing(MediaTypes.PNG, () -> PngRenderer.render(figure.get(), 2 * (int) MapPlate.WIDTH)));
                images.put(path + ".pdf", new Drawing(MediaTypes.PDF, () -> PdfRenderer.render(figure.get())));
                images.put(
                        path + "/card.png",
                        new Drawing(
                                MediaTypes.PNG, () -> PngRenderer.render(card(view, page.get()), (int) Card.WIDTH)));
            }
        }
        return images;
    }

    private Figure figure(View view, Page page) {
        ViewTexts texts = new ViewTexts(view, page, hosting);
        try {
            return switch (view) {
                case MapView map -> {
                    double height = MapPlate.mapHeight(map);
                    MapPanel panel = panel(map, MapPlate.MAP_WIDTH, height, 1);
                    yield MapPlate.figure(panel, texts.map(map, panel), height);
                }
                case ClaimsView claims -> ClaimsPlate.figure(new ClaimsViewTexts(texts, page).of(claims));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Figure card(View view, Page page) {
        ViewTexts texts = new ViewTexts(view, page, hosting);
        try {
            return switch (view) {
                case MapView map ->
                    Card.map(
                            panel(map, Card.MAP_WIDTH, Card.HEIGHT, Card.ENLARGED),
                            texts.plate(Set.of(), List.of()),
                            texts.attribution());
                case ClaimsView claims -> Card.claims(new ClaimsViewTexts(texts, page).of(claims), texts.attribution());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MapPanel panel(MapView view, double width, double height, double enlarged) throws IOException {
        return new MapPanel(
                chapter.catalog(),
                view,
                feature -> chapter.citations().getOrDefault(feature, List.of()).size(),
                basemap::content,
                width,
                height,
                enlarged);
    }
}
