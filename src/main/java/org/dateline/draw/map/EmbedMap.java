package org.dateline.draw.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.dateline.draw.plane.Frame;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.jspecify.annotations.Nullable;

/**
 * The map of a view for a page of its own: one SVG that asks for no other file. Its ground is drawn once, its symbols and
 * names twice, for a wide and for a narrow frame, since type that is read at both sizes cannot be scaled from one to the
 * other; the style sheet shows one of them ({@code at-wide}, {@code at-narrow}). Plane and classes are those of
 * {@link StillMap}.
 */
public final class EmbedMap {

    /** Widths that type is made for, in CSS pixels. */
    private static final double WIDE = 680;

    private static final double NARROW = 400;

    /** A frame has about this shape, and one taller than that shows less of the sides. */
    private static final double HEIGHT = 0.8;

    /** Frames differ little in shape from the view: so much is drawn beyond it, in sizes of the view. */
    private static final double REACH = 0.4;

    private final MapContent wide;
    private final MapContent narrow;
    private final List<ReliefCrop.Piece> relief;
    private final @Nullable String place;

    /**
     * Reads the basemap: call it off the start-up path.
     *
     * @param files  the content of a file of the basemap
     * @param quotes the number of excerpts by feature id; 0 for none
     * @throws IOException where a file of the basemap cannot be read or is not what it should be
     */
    public EmbedMap(Catalog catalog, MapView view, Function<Path, byte[]> files, ToIntFunction<String> quotes)
            throws IOException {
        Basemap basemap = catalog.basemap();
        Frame frame = frame(view, WIDE);
        Backdrop backdrop = basemap == null ? null : new Backdrop(basemap, frame, files::apply);
        wide = MapContent.of(catalog, backdrop, view, frame, quotes);
        narrow = MapContent.of(catalog, backdrop, view, frame(view, NARROW), quotes);
        place = view.place();
        relief = frame.shows(wide.relief()) && wide.relief() != null
                ? ReliefCrop.of(wide.relief(), frame, files.apply(wide.relief().file()))
                : List.of();
    }

    private static Frame frame(MapView view, double width) {
        return Frame.of(view.bbox(), width, width * HEIGHT, REACH);
    }

    /** What the view shows that has quotes, in drawing order, bottom first; what lies all around the view too. */
    public List<Feature> shown() {
        return wide.features().stream()
                .filter(drawn -> drawn.quotes() > 0
                        && (drawn.on() || drawn.feature().id().equals(place)))
                .filter(drawn -> drawn.meets(wide.frame().page()))
                .map(MapContent.Drawn::feature)
                .toList();
    }

    /** @param links its relief and backdrop are not asked for */
    public String svg(String language, MapLinks links) {
        MapSvg svg = MapSvg.still(wide.frame(), language, links.mapLabel());
        relief.forEach(piece -> svg.picture("relief", piece.href(), piece.box()));
        if (wide.backdrop() != null) {
            svg.xml().open("g").attribute("class", "backdrop").inside();
            svg.writer(wide.frame(), wide.backdrop().decimals())
                    .write(wide.backdrop().marks());
            svg.xml().close("g");
        }
        write(svg, "at-wide", wide, language, links);
        write(svg, "at-narrow", narrow, language, links);
        return svg.toString();
    }

    private void write(MapSvg svg, String part, MapContent content, String language, MapLinks links) {
        svg.xml().open("g").attribute("class", part).inside();
        svg.writer(content.frame(), wide.frame().decimals())
                .write(new MapLayout(content, language, place, Lettering.linked(links, true)).marks());
        svg.xml().close("g");
    }
}
