package org.dateline.draw.map;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.jspecify.annotations.Nullable;

/**
 * The map of a view as inline SVG, for pages that work without script. The parts common to all pages (projected and
 * simplified shapes) are computed once; {@link #svg} only places names and writes. Immutable and thread-safe.
 *
 * <p>Coordinates are Web Mercator in pixels of the world at zoom 8, and the view box is the view's bbox. Type, strokes
 * and symbols are sized for a map about 1000 pixels wide. Colours come from the page's style sheet, by class; the
 * attributes written here are only geometry, as a strict Content-Security-Policy requires.
 */
public final class StillMap {

    /**
     * How much around the view is certain to have a relief, in sizes of the view: a page does not load that of the whole
     * world for what lies beyond that of a continent.
     */
    private static final double BESIDE = 0.2;

    private final MapContent content;
    private final Set<Sign> lines;

    /**
     * @param backdrop null for a catalog without a basemap
     * @param view     the view, with the map's bbox and layers
     * @param quotes   the number of excerpts by feature id; 0 for none
     */
    public StillMap(Catalog catalog, @Nullable Backdrop backdrop, MapView view, ToIntFunction<String> quotes) {
        lines = EnumSet.noneOf(Sign.class);
        catalog.layers().forEach(layer -> lines.addAll(LineSymbol.signs(layer.style(), catalog.places(layer))));
        content = MapContent.of(catalog, backdrop, view, Frame.of(view.bbox()), quotes);
    }

    /** The signs of the catalog's roads, rivers and so on, which a legend has to explain. */
    public Set<Sign> lines() {
        return Collections.unmodifiableSet(lines);
    }

    /**
     * The signs of the lines among all records of a layer. Of a layer in the database, they are not known: then those of all
     * lines, if it is a layer of lines.
     */
    public static Set<Sign> linesOf(Layer layer) {
        return layer.store() == Layer.Store.DATABASE && layer.style() == Layer.Style.ROUTE
                ? LineSymbol.all()
                : LineSymbol.signs(layer.style(), layer.features());
    }

    /** The sign of most lines of a layer of lines, as a legend shows it. */
    public static Optional<Sign> lineOf(Layer layer) {
        return layer.style() == Layer.Style.ROUTE
                ? LineSymbol.ofMost(layer.style(), layer.features())
                : Optional.empty();
    }

    /**
     * The map as one {@code <svg class="map-still">}.
     *
     * @param selected the feature to emphasise, drawn even if its layer is off; null for none
     */
    public String svg(String language, @Nullable String selected, MapLinks links) {
        Frame frame = content.frame();
        List<Basemap.Relief> reliefs = frame.visible(content.reliefs(), frame.near(BESIDE));
        MapSvg svg = MapSvg.still(frame, language, links.mapLabel(), sea(content.backdrop(), frame, reliefs));
        if (content.backdrop() != null) {
            svg.ground(frame, content.backdrop(), content.backdrop().beneathRelief());
        }
        for (Basemap.Relief relief : reliefs) {
            for (Box at : frame.turned(Frame.box(relief.bbox()))) {
                svg.picture("relief", links.relief().apply(relief), at);
            }
        }
        if (content.backdrop() != null && links.backdropHref() != null) {
            svg.picture("backdrop", links.backdropHref(), content.backdrop().box());
        }
        svg.writer(frame, frame.decimals()).write(MapLayout.withScale(content, language, selected, links, false));
        return svg.toString();
    }

    /** Where the map is sea unless it is land: where a relief, if there is one, shows which. */
    private static @Nullable Box sea(@Nullable Backdrop backdrop, Frame frame, List<Basemap.Relief> reliefs) {
        Box sea = MapSvg.sea(backdrop);
        return sea == null
                ? null
                : reliefs.stream()
                        .flatMap(relief -> frame.turned(Frame.box(relief.bbox())).stream())
                        .reduce(Box::union)
                        .map(sea::intersection)
                        .orElse(sea);
    }
}
