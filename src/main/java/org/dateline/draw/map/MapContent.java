package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.dateline.draw.figure.Look;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Shape;
import org.dateline.draw.plane.ShapeMaker;
import org.dateline.geo.Bbox;
import org.dateline.geo.Location;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Text;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The content of a view's map that is the same on all pages.
 *
 * @param features in drawing order, bottom first, including those of layers that are off, because a page may select one
 * @param names    the names of the basemap, the most important first
 * @param streets  the names of streets, the most important first
 * @param backdrop null for none
 * @param reliefs  in drawing order; empty for none
 */
record MapContent(
        Frame frame,
        List<Drawn> features,
        List<Name> names,
        List<StreetName> streets,
        @Nullable Backdrop backdrop,
        List<Basemap.Relief> reliefs) {

    MapContent {
        features = List.copyOf(features);
        names = List.copyOf(names);
        streets = List.copyOf(streets);
        reliefs = List.copyOf(reliefs);
    }

    /**
     * @param view   the view, which states the layers that are on
     * @param quotes the number of excerpts by feature id; 0 for none
     */
    static MapContent of(
            Catalog catalog, @Nullable Backdrop backdrop, MapView view, Frame frame, ToIntFunction<String> quotes) {
        ShapeMaker shapes = new ShapeMaker(
                frame,
                new ShapeMaker.Measures(
                        Look.size("bracket"),
                        Look.number("metres", "vast"),
                        Look.number("placing", "line-room"),
                        (int) Look.number("placing", "grid"),
                        (int) Look.number("placing", "spots"),
                        Look.numbers("along")));
        List<Name> names = new ArrayList<>();
        for (BasemapLabel label : backdrop == null ? List.<BasemapLabel>of() : backdrop.labels()) {
            frame.locate(label.position(), 0)
                    .map(frame::toPage)
                    .ifPresent(at -> names.add(new Name(
                            label.text(catalog.defaultLanguage()),
                            at.x,
                            at.y,
                            LabelStyle.ofKind(label.kind()),
                            label.rank(),
                            label.minZoom())));
        }
        names.sort(Comparator.comparing(Name::rank));
        List<Drawn> features = new ArrayList<>();
        for (Layer layer : catalog.layers()) {
            boolean on = view.layers().contains(layer.id());
            for (Feature feature : catalog.places(layer)) {
                Admission.check();
                shapes.shape(feature.location())
                        .ifPresent(shape -> features.add(new Drawn(
                                feature,
                                layer.style(),
                                on,
                                quotes.applyAsInt(feature.id()),
                                shape,
                                extent(feature, frame),
                                backdrop != null,
                                named(feature, shape, names))));
            }
        }
        Basemap basemap = catalog.basemap();
        return new MapContent(
                frame,
                features,
                names,
                backdrop == null ? List.of() : backdrop.streetNames(),
                backdrop,
                basemap == null ? List.of() : basemap.reliefs());
    }

    /**
     * The features to draw: those of layers that are on, except features that contain the whole view, and the selected
     * one.
     */
    Stream<Drawn> shown(@Nullable String selected) {
        return features.stream().filter(one -> one.feature().id().equals(selected) || one.on() && !one.around());
    }

    /** The same without features that do not pass. */
    MapContent holding(Predicate<Drawn> kept) {
        return new MapContent(frame, features.stream().filter(kept).toList(), names, streets, backdrop, reliefs);
    }

    /** The positions within a wide feature's outline at which the basemap writes its name. */
    private static List<Coordinate> named(Feature feature, Shape shape, List<Name> names) {
        return names.stream()
                .filter(name -> !name.town()
                        && name.text().first().equalsIgnoreCase(feature.name().first()))
                .filter(name -> switch (shape) {
                    case Shape.Outline outline -> outline.path().contains(name.x(), name.y());
                    case Shape.Disc disc ->
                        disc.vast() && Math.hypot(name.x() - disc.x(), name.y() - disc.y()) < disc.radius();
                    case Shape.Track _, Shape.Bracket _, Shape.Spot _ -> false;
                })
                .map(name -> new Coordinate(name.x(), name.y()))
                .toList();
    }

    /** The longer side of a feature's box, including invisible parts, in pixels of the page. */
    private static double extent(Feature feature, Frame frame) {
        return switch (feature.location()) {
            case Location.Area(Geometry polygons) -> extent(polygons, frame);
            case Location.Line(Geometry lines) -> extent(lines, frame);
            case Location.Between(Geometry along) -> extent(along, frame);
            case Location.Radius(Coordinate centre, double metres) ->
                2 * metres * Frame.WORLD.pixelsPerMetre(centre.y) / frame.pixel();
            case Location.Point _, Location.Unlocated _ -> 0;
        };
    }

    private static double extent(Geometry degrees, Frame frame) {
        return Bbox.of(degrees)
                .map(Frame::box)
                .map(box -> Math.max(box.width(), box.height()) / frame.pixel())
                .orElse(0.0);
    }

    /**
     * A feature with its shape.
     *
     * @param on       whether the view shows its layer
     * @param quotes   the number of its excerpts
     * @param extent   the longer side of its box, in pixels of the page; 0 for a point
     * @param grounded whether there is a basemap, which draws the borders of countries and provinces
     * @param named    where the basemap writes the same name; chosen by cartographers, so a good position for a wide
     *                 feature
     */
    record Drawn(
            Feature feature,
            Layer.Style style,
            boolean on,
            int quotes,
            Shape shape,
            double extent,
            boolean grounded,
            List<Coordinate> named) {

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

        /** The zoom from which a dot is named. */
        double leastZoomOfName() {
            return Look.zoom(feature.kind().equals("stop") ? "stop-names" : "station-names");
        }

        /**
         * Whether it is a country or province, whose border belongs to the basemap and is drawn faintly if there is
         * none.
         */
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

    /**
     * A name of the basemap where the window shows it.
     *
     * @param leastZoom the lowest zoom at which the name is written
     */
    record Name(Text text, double x, double y, LabelStyle style, int rank, double leastZoom) {

        /** Whether it names a town and is therefore placed beside a dot. */
        boolean town() {
            return style == LabelStyle.CAPITAL || style == LabelStyle.TOWN;
        }
    }
}
