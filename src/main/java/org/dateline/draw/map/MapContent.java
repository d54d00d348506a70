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
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is the same on every page that shows a view.
 *
 * @param features in drawing order, bottom first; those of layers that are off too, since a page may select one
 * @param names    of the basemap, the most important first
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
     * @param view   its layers are on
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
            // What the catalog shows itself is not named twice.
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

    /** What of it a map shows: the layers that are on, without what the view lies within, and what is selected. */
    Stream<Drawn> shown(@Nullable String selected) {
        return features.stream().filter(one -> one.feature().id().equals(selected) || one.on() && !one.around());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * A feature with its shape.
     *
     * @param on     whether the view shows its layer
     * @param quotes the number of its excerpts
     * @param named  where the basemap writes the same name: chosen by cartographers, so a good place for a wide thing
     */
    record Drawn(Feature feature, Layer.Style style, boolean on, int quotes, Shape shape, List<Coordinate> named) {

        public Drawn {
            named = List.copyOf(named);
        }

        boolean incident() {
            return style == Layer.Style.INCIDENT;
        }

        /** One of many along a route that no report names: a dot without a link, from some zoom on. */
        boolean dot() {
            return quotes == 0 && style == Layer.Style.ROUTE && shape instanceof Shape.Spot;
        }

        /** The zoom from which a dot shows. */
        double leastZoom() {
            return Look.zoom(feature.kind().equals("stop") ? "stops" : "stations");
        }

        /** A country or a province: its border is the basemap's matter, and drawn faintly. */
        boolean faint() {
            return feature.kind().equals("country") || feature.kind().equals("province");
        }

        /** Whether it lies under others: an area, or a circle as wide as one. */
        boolean areal() {
            return shape instanceof Shape.Outline || shape instanceof Shape.Disc disc && disc.vast();
        }

        /** Whether the view lies within it: its name would stand for nothing that shows. */
        boolean around() {
            return shape instanceof Shape.Outline outline && outline.around();
        }

        /** Whether a box shows something of it, or lies within it. */
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

    /** A name of the basemap where the window shows it. */
    record Name(Text text, double x, double y, LabelStyle style, int rank) {

        /** Whether it names a spot, and so stands beside a dot. */
        boolean town() {
            return style == LabelStyle.CAPITAL || style == LabelStyle.TOWN;
        }
    }
}
