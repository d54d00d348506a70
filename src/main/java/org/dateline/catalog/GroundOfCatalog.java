package org.dateline.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.geo.Bbox;
import org.dateline.geo.Location;
import org.dateline.ground.BoundaryRule;
import org.dateline.ground.Focus;
import org.dateline.ground.GroundStore;
import org.dateline.model.Basemap;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.View;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground of a catalog that names no basemap: detailed in its views and around its places. The last grounds are kept
 * in memory, because most edits of a catalog move nothing, and on disk, so that a start does not wait for one.
 */
final class GroundOfCatalog {

    /** Around a place, in degrees: positions within the same box share one. */
    private static final double NEAR = 0.5;

    /** The zoom of the ground around a place. */
    private static final double CLOSE = 9;

    /** A catalog of very many places is detailed in this many parts of the earth, and in its views. */
    private static final int MOST = 200;

    private static final int KEPT = 4;

    private record Key(List<Focus> foci, List<String> languages, List<BoundaryRule> rules) {}

    private static final Map<Key, Basemap> LAST = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Basemap> eldest) {
            return size() > KEPT;
        }
    };

    private GroundOfCatalog() {}

    static Basemap of(List<Layer> layers, List<View> views, List<String> languages, List<BoundaryRule> rules) {
        Key key = new Key(foci(layers, views), List.copyOf(languages), List.copyOf(rules));
        synchronized (LAST) {
            return LAST.computeIfAbsent(key, _ -> derive(key));
        }
    }

    private static Basemap derive(Key key) {
        return GroundStore.ground(key.foci, key.languages, key.rules);
    }

    private static List<Focus> foci(List<Layer> layers, List<View> views) {
        List<Focus> foci = new ArrayList<>();
        for (View view : views) {
            if (view instanceof MapView map) {
                foci.add(Focus.ofView(map.bbox()));
            }
        }
        Map<Bbox, Focus> near = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Feature feature : layer.features()) {
                if (near.size() < MOST) {
                    focus(feature.location(), near);
                }
            }
        }
        foci.addAll(near.values());
        return List.copyOf(foci);
    }

    private static void focus(Location location, Map<Bbox, Focus> near) {
        switch (location) {
            case Location.Point(Coordinate at, double _) -> add(around(at), near);
            case Location.Radius(Coordinate centre, double _) -> add(around(centre), near);
            case Location.Line(Geometry lines) -> add(lines, near);
            case Location.Between(Geometry along) -> add(along, near);
            case Location.Area(Geometry polygons) -> add(polygons, near);
            case Location.Unlocated _ -> {}
        }
    }

    private static void add(Geometry geometry, Map<Bbox, Focus> near) {
        Bbox.of(geometry).ifPresent(box -> near.putIfAbsent(box, Focus.ofView(box)));
    }

    private static void add(Bbox box, Map<Bbox, Focus> near) {
        near.putIfAbsent(box, new Focus(box, CLOSE));
    }

    private static Bbox around(Coordinate at) {
        double west = Math.max(-180, Math.floor(at.x / NEAR) * NEAR);
        double south = Math.max(-90, Math.floor(at.y / NEAR) * NEAR);
        return new Bbox(west, south, Math.min(180, west + NEAR), Math.min(90, south + NEAR));
    }
}
