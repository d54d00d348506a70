package org.dateline.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.dateline.draw.MapContent.Drawn;
import org.dateline.draw.MapContent.Name;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The map of one view as inline SVG for pages that read well without a script. What is the same on every page (projected
 * and simplified shapes) is made once, here; {@link #svg} then only places names and writes. Immutable: any thread may
 * ask for any page.
 *
 * <p>The plane is Web Mercator in pixels of the world at zoom 8, and the view box is the view's bbox. Type, strokes and
 * symbols are sized for a map about 1000 pixels wide. All colours are left to the page's style sheet, by class: the
 * presentation attributes written here are geometry alone, as a strict content security policy wants it.
 */
public final class StillMap {

    private final MapContent content;

    /**
     * @param backdrop null for a catalog without a basemap
     * @param view     its bbox is the view box, its layers are drawn
     * @param quotes   the number of excerpts by feature id; 0 for none
     */
    public StillMap(Catalog catalog, @Nullable Backdrop backdrop, MapView view, ToIntFunction<String> quotes) {
        content = content(catalog, backdrop, view, Frame.of(view.bbox()), quotes);
    }

    /** What a view shows in a frame. */
    static MapContent content(
            Catalog catalog, @Nullable Backdrop backdrop, MapView view, Frame frame, ToIntFunction<String> quotes) {
        ShapeMaker shapes = new ShapeMaker(frame, backdrop == null ? _ -> false : backdrop::drawsBorderOf);
        List<BasemapLabel> labels = backdrop == null ? List.of() : backdrop.labels();
        List<Drawn> features = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (Layer layer : catalog.layers()) {
            boolean on = view.layers().contains(layer.id());
            for (Feature feature : layer.features()) {
                shapes.shape(feature.location()).ifPresent(shape -> {
                    String name = folded(feature.name().in(catalog.defaultLanguage()));
                    List<Coordinate> named = labels.stream()
                            .filter(label -> folded(label.name()).equals(name))
                            .flatMap(label -> frame.locate(label.position(), 0).stream())
                            .toList();
                    features.add(new Drawn(feature, layer.style(), on, quotes.applyAsInt(feature.id()), shape, named));
                    if (on) {
                        shown.add(name);
                    }
                });
            }
        }
        List<Name> names = new ArrayList<>();
        for (BasemapLabel label : labels) {
            // What the catalog shows itself is not named twice.
            if (label.minZoom() <= frame.zoom() && !shown.contains(folded(label.name()))) {
                frame.locate(label.position(), 0)
                        .ifPresent(at -> names.add(new Name(
                                label.text(catalog.defaultLanguage()),
                                at.x,
                                at.y,
                                LabelStyle.ofKind(label.kind()),
                                label.rank())));
            }
        }
        names.sort(Comparator.comparing(Name::town).thenComparing(Name::rank));
        Basemap basemap = catalog.basemap();
        return new MapContent(frame, features, names, backdrop, basemap == null ? null : basemap.relief());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * The map as one {@code <svg class="map-still">}.
     *
     * @param selected the feature to emphasise, drawn even if its layer is off; null for none
     */
    public String svg(String language, @Nullable String selected, Links links) {
        return new MapSheet(content, language, selected, links).svg();
    }
}
