package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.dateline.draw.figure.Look;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Shape;
import org.dateline.draw.plane.ShapeMaker;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Text;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The content of a view's map that is the same on all pages.
 *
 * @param features in drawing order, bottom first, including those of layers that are off, because a page may select one
 * @param names    the names of the basemap, the most important first
 * @param backdrop null for none
 * @param relief   null for none
 */
record MapContent(
        Frame frame,
        List<Drawn> features,
        List<Name> names,
        @Nullable Backdrop backdrop,
        Basemap.@Nullable Relief relief) {

    MapContent {
        features = List.copyOf(features);
        names = List.copyOf(names);
    }

    /**
     * @param view   the view, which states the layers that are on
     * @param quotes the number of excerpts by feature id; 0 for none
     */
    static MapContent of(
            Catalog catalog, @Nullable Backdrop backdrop, MapView view, Frame frame, ToIntFunction<String> quotes) {
        ShapeMaker shapes = new ShapeMaker(
                frame,
                backdrop == null ? _ -> false : backdrop::drawsBorderOf,
                Look.size("bracket"),
                Look.number("metres", "vast"));
        List<BasemapLabel> labels = backdrop == null ? List.of() : backdrop.labels();
        List<Drawn> features = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (Layer layer : catalog.layers()) {
            boolean on = view.layers().contains(layer.id());
            for (Feature feature : catalog.places(layer)) {
                Admission.check();
                shapes.shape(feature.location()).ifPresent(shape -> {
                    String name = folded(feature.name().in(catalog.defaultLanguage()));
                    List<Coordinate> named = labels.stream()
                            .filter(label -> folded(label.name()).equals(name))
                            .flatMap(label -> frame.locate(label.position(), 0).map(frame::toPage).stream())
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
            // Leave out names of features that the catalog shows itself.
            if (label.minZoom() <= frame.zoom() && !shown.contains(folded(label.name()))) {
                frame.locate(label.position(), 0)
                        .map(frame::toPage)
                        .ifPresent(at -> names.add(new Name(
                                label.text(catalog.defaultLanguage()),
                                at.x,
                                at.y,
                                LabelStyle.ofKind(label.kind()),
                                label.rank())));
            }
        }
        names.sort(Comparator.comparing(Name::rank));
        Basemap basemap = catalog.basemap();
        return new MapContent(frame, features, names, backdrop, basemap == null ? null : basemap.relief());
    }

    /**
     * The features to draw: those of layers that are on, except features that contain the whole view, and the selected
     * one.
     */
    Stream<Drawn> shown(@Nullable String selected) {
        return features.stream().filter(one -> one.feature().id().equals(selected) || one.on() && !one.around());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * A feature with its shape.
     *
     * @param on     whether its layer is on
     * @param quotes the number of its excerpts
     * @param named  where the basemap writes the same name; chosen by cartographers, so a good position for a wide
     *               feature
     */
    record Drawn(Feature feature, Layer.Style style, boolean on, int quotes, Shape shape, List<Coordinate> named) {

        public Drawn {
            named = List.copyOf(named);
        }

        boolean incident() {
            return style == Layer.Style.INCIDENT;
        }

        /** Whether it is a station that no report names, drawn as a dot without a link from a zoom on. */
        boolean dot() {
            return quotes == 0 && style == Layer.Style.ROUTE && shape instanceof Shape.Spot;
        }

        /** The zoom from which a dot is shown. */
        double leastZoom() {
            return Look.zoom(feature.kind().equals("stop") ? "stops" : "stations");
        }

        /** Whether it is a country or province, whose border belongs to the basemap and is drawn faintly. */
        boolean faint() {
            return feature.kind().equals("country") || feature.kind().equals("province");
        }

        /** Whether it is drawn beneath others: an area, or a circle as large as one. */
        boolean areal() {
            return shape instanceof Shape.Outline || shape instanceof Shape.Disc disc && disc.vast();
        }

        /** Whether it contains the whole view, so that its name would point to nothing visible. */
        boolean around() {
            return shape instanceof Shape.Outline outline && outline.around();
        }

        /** Whether a box overlaps its shape or lies within it. */
        boolean meets(Box box) {
            return switch (shape) {
                case Shape.Spot spot -> box.contains(spot.x(), spot.y());
                case Shape.Disc disc -> box.overlaps(Box.around(disc.x(), disc.y(), disc.radius(), disc.radius()));
                case Shape.Outline outline ->
                    outline.around() || !outline.inside().isEmpty();
                case Shape.Track track -> !track.stops().isEmpty();
                case Shape.Bracket bracket -> !bracket.stops().isEmpty();
            };
        }

        boolean linear() {
            return shape instanceof Shape.Track || shape instanceof Shape.Bracket;
        }

        LabelStyle labelStyle() {
            if (incident()) {
                return LabelStyle.INCIDENT;
            }
            if (linear()) {
                return LabelStyle.LINE;
            }
            if (areal()) {
                return switch (feature.kind()) {
                    case "country" -> LabelStyle.COUNTRY;
                    case "province" -> LabelStyle.PROVINCE;
                    case "sea" -> LabelStyle.SEA;
                    default -> LabelStyle.AREA;
                };
            }
            return dot() ? LabelStyle.STATION : LabelStyle.PLACE;
        }
    }

    /** A name of the basemap within the window. */
    record Name(Text text, double x, double y, LabelStyle style, int rank) {

        /** Whether it names a town and is therefore placed beside a dot. */
        boolean town() {
            return style == LabelStyle.CAPITAL || style == LabelStyle.TOWN;
        }
    }
}
