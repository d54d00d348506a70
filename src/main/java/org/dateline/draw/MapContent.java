package org.dateline.draw;

import java.util.List;
import org.dateline.model.Basemap;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
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

        /** One of many along a route that no report names: a dot without a link. */
        boolean dot() {
            return quotes == 0 && style == Layer.Style.ROUTE && shape instanceof Shape.Spot;
        }

        /** Whether it lies under others: an area, or a circle as wide as one. */
        boolean areal() {
            return shape instanceof Shape.Outline || shape instanceof Shape.Disc disc && disc.vast();
        }

        /** Whether the view lies within it: its name would stand for nothing that shows. */
        boolean around() {
            return shape instanceof Shape.Outline outline && outline.around();
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
