package org.dateline.draw.map;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Frame;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.jspecify.annotations.Nullable;

/**
 * The map of an embed: one SVG that needs no other file. The ground is drawn once, but symbols and names twice, for a
 * wide and a narrow frame, because scaled type would be unreadable in one of them. The style sheet shows one of the two
 * ({@code at-wide}, {@code at-narrow}). Coordinates and classes are those of {@link StillMap}.
 */
public final class EmbedMap {

    /** The map's own size in frames of the usual height, in CSS pixels: what type is made for. */
    private record Size(double width, double height) {}

    private static final Size WIDE = new Size(680, 448);

    private static final Size NARROW = new Size(400, 350);

    /** How many times as wide as high a frame's map can be: the embed's style sheet makes it higher in a wider frame. */
    private static final double WIDEST = 5.6;

    /** How many times as high as wide a frame's map can be: the embed's style sheet limits it in a taller frame. */
    private static final double TALLEST = 4.4;

    private final MapContent wide;
    private final MapContent narrow;
    private final List<ReliefCrop.Piece> relief;
    private final List<Mark> land;
    private final String ground;
    private final @Nullable String place;

    /**
     * Cuts the ground, so it must not be called during startup.
     *
     * @param source the catalog's basemap; null for none
     * @param quotes the number of excerpts by feature id; 0 for none
     * @throws IOException if a file of the basemap has another format than expected
     */
    public EmbedMap(Catalog catalog, MapView view, @Nullable GroundSource source, ToIntFunction<String> quotes)
            throws IOException {
        Frame frame = frame(view, WIDE);
        Basemap.File beyond = source == null ? null : source.beyond(frame).orElse(null);
        Backdrop backdrop = source == null ? null : new Backdrop(source, beyond, frame);
        wide = MapContent.of(catalog, backdrop, view, frame, quotes);
        narrow = MapContent.of(catalog, backdrop, view, frame(view, NARROW), quotes);
        place = view.place();
        List<Basemap.Relief> reliefs = source == null ? List.of() : source.reliefs(frame);
        land = backdrop == null ? List.of() : backdrop.beneath(reliefs);
        relief = backdrop == null ? List.of() : ReliefCrop.of(reliefs, frame, backdrop.land());
        // To cut it takes longer than all else, and a heavy view is written several times.
        ground = backdrop == null ? "" : MapSvg.group(frame, "backdrop", backdrop.decimals(), backdrop.marks());
    }

    private EmbedMap(MapContent wide, MapContent narrow, EmbedMap all) {
        this.wide = wide;
        this.narrow = narrow;
        this.relief = all.relief;
        this.land = all.land;
        this.ground = all.ground;
        this.place = all.place;
    }

    /** The same map with some of its features with quotes only; those without quotes stay. */
    public EmbedMap holding(Predicate<Feature> kept) {
        Predicate<MapContent.Drawn> drawn = one -> one.quotes() == 0 || kept.test(one.feature());
        return new EmbedMap(wide.holding(drawn), narrow.holding(drawn), this);
    }

    private static Frame frame(MapView view, Size size) {
        return Frame.of(view.bbox(), size.width, size.height, WIDEST, TALLEST);
    }

    /**
     * The features with quotes in the view, in drawing order, bottom first, including those that contain the whole
     * view.
     */
    public List<Feature> shown() {
        return wide.features().stream()
                .filter(drawn -> drawn.quotes() > 0
                        && (drawn.on() || drawn.feature().id().equals(place)))
                .filter(drawn -> drawn.meets(wide.frame().page()))
                .map(MapContent.Drawn::feature)
                .toList();
    }

    /** The signs that its key has to explain. */
    public Set<Sign> signs() {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        wide.shown(place)
                .filter(one -> one.meets(wide.frame().page()))
                .filter(one -> !one.dot() || one.leastZoom() <= wide.frame().zoom())
                .forEach(one -> Sign.add(one, one.feature().id().equals(place), signs));
        return signs;
    }

    /**
     * @param links the links; their relief and backdrop are not used
     */
    public String svg(String language, MapLinks links) {
        MapSvg svg = MapSvg.still(wide.frame(), language, links.mapLabel(), MapSvg.sea(wide.backdrop()));
        if (wide.backdrop() != null) {
            svg.ground(wide.frame(), wide.backdrop(), land);
        }
        relief.forEach(piece -> svg.picture("relief", piece.href(), piece.box()));
        svg.xml().written(ground);
        for (MapContent content : List.of(wide, narrow)) {
            List<Mark> marks = MapLayout.withScale(content, language, place, links, true);
            write(svg, content == wide ? "at-wide" : "at-narrow", content.frame(), marks);
        }
        return svg.toString();
    }

    private void write(MapSvg svg, String part, Frame frame, List<Mark> marks) {
        svg.xml().open("g").attribute("class", part).inside();
        svg.writer(frame, wide.frame().decimals()).write(marks);
        svg.xml().close("g");
    }
}
