package org.dateline.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dateline.geo.Tile;
import org.dateline.work.Admission;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.api.filter.sort.SortOrder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Features in memory with a packed Hilbert R-tree over their boxes (JTS {@link HPRtree}). The tree only selects
 * candidates for the filter; features without a geometry are always candidates.
 */
final class MemoryItems implements Items {

    /** If the index leaves more than this share of the features, checking all of them in order is faster. */
    private static final double INDEX_WORTH = 0.5;

    /** To check the time at each feature takes longer than most filters do. */
    private static final int CHECK_EACH = 16;

    private final List<SimpleFeature> features;
    private final Map<String, SimpleFeature> byId = new HashMap<>();
    private final HPRtree index = new HPRtree();
    private final int[] unlocated;
    /** By index: whether the feature is a single point. */
    private final BitSet isPoint = new BitSet();
    /** Made for the first requested tile. */
    private @Nullable MemoryTiles tiles;

    MemoryItems(List<SimpleFeature> features) {
        this.features = List.copyOf(features);
        int[] without = new int[features.size()];
        int count = 0;
        for (int i = 0; i < features.size(); i++) {
            SimpleFeature feature = features.get(i);
            byId.put(feature.getID(), feature);
            Geometry geometry = (Geometry) feature.getDefaultGeometry();
            if (geometry == null) {
                without[count++] = i;
            } else {
                isPoint.set(i, geometry instanceof Point && !geometry.isEmpty());
                // Index each part, because the box of a geometry cut at the antimeridian would span the whole earth.
                for (int part = 0; part < geometry.getNumGeometries(); part++) {
                    index.insert(geometry.getGeometryN(part).getEnvelopeInternal(), i);
                }
            }
        }
        unlocated = Arrays.copyOf(without, count);
        // Built now, because otherwise the first query would build it, and queries run concurrently.
        index.build();
    }

    @Override
    public SortedMap<String, Long> dates(Schema.Time time, int most) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (int grain : GRAINS) {
            counts = new TreeMap<>();
            for (SimpleFeature feature : features) {
                Object date = feature.getAttribute(time.date().name());
                if (date == null && time.range().isPresent()) {
                    date = feature.getAttribute(time.range().get().start().name());
                }
                if (date != null) {
                    String stated = date.toString();
                    counts.merge(stated.substring(0, Math.min(grain, stated.length())), 1L, Long::sum);
                }
            }
            if (counts.size() <= most) {
                break;
            }
        }
        return counts;
    }

    @Override
    public Result find(Query query, @Nullable String after) {
        if (after != null) {
            throw new QueryRefusedException("after=" + after, "offset, because this collection has no page tokens");
        }
        List<SimpleFeature> matches = matches(query.getFilter());
        SortBy[] order = query.getSortBy();
        if (order != null && order.length > 0) {
            matches = new ArrayList<>(matches);
            matches.sort(comparator(order));
        }
        int start = query.getStartIndex() == null ? 0 : query.getStartIndex();
        int from = Math.min(start, matches.size());
        int to = (int) Math.min((long) from + query.getMaxFeatures(), matches.size());
        return new Result(OptionalLong.of(matches.size()), matches.subList(from, to), null);
    }

    @Override
    public Optional<SimpleFeature> feature(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public TileContent tile(Tile tile, Filter filter) {
        return tiles().tile(tile, filter);
    }

    private synchronized MemoryTiles tiles() {
        if (tiles == null) {
            tiles = new MemoryTiles(features);
        }
        return tiles;
    }

    private List<SimpleFeature> matches(Filter filter) {
        if (filter == Filter.INCLUDE) {
            return features;
        }
        List<Envelope> bounds = SpatialBounds.of(filter);
        long points = FilterPoints.of(filter);
        List<SimpleFeature> found = new ArrayList<>();
        if (bounds == null) {
            for (int i = 0; i < features.size(); i++) {
                addIfMatching(features.get(i), i, filter, points, found);
            }
        } else {
            int[] candidates = candidates(bounds);
            boolean pointsMatch = candidates.length < features.size() && SpatialBounds.selectAllPoints(filter);
            for (int i = 0; i < candidates.length; i++) {
                if (pointsMatch && isPoint.get(candidates[i])) {
                    // The index holds points themselves.
                    found.add(features.get(candidates[i]));
                } else {
                    addIfMatching(features.get(candidates[i]), i, filter, points, found);
                }
            }
        }
        return found;
    }

    private static void addIfMatching(
            SimpleFeature feature, int index, Filter filter, long points, List<SimpleFeature> found) {
        if (index % CHECK_EACH == 0) {
            Admission.checkAndMakeRoom();
        }
        if (matches(filter, points, feature)) {
            found.add(feature);
        }
    }

    private static boolean matches(Filter filter, long points, SimpleFeature feature) {
        if (points > 0 && feature.getDefaultGeometry() instanceof Geometry geometry) {
            FilterPoints.require(points, feature.getID(), geometry);
        }
        return filter.evaluate(feature);
    }

    /** Indices in the order of the collection, without duplicates. */
    private int[] candidates(List<Envelope> bounds) {
        List<Integer> hits = new ArrayList<>();
        for (Envelope envelope : bounds) {
            index.query(envelope, hit -> hits.add((Integer) hit));
        }
        if (hits.size() > features.size() * INDEX_WORTH) {
            int[] all = new int[features.size()];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int[] found = new int[hits.size() + unlocated.length];
        for (int i = 0; i < hits.size(); i++) {
            found[i] = hits.get(i);
        }
        System.arraycopy(unlocated, 0, found, hits.size(), unlocated.length);
        Arrays.sort(found);
        int different = 0;
        for (int i = 0; i < found.length; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[different++] = found[i];
            }
        }
        return Arrays.copyOf(found, different);
    }

    /** Missing values come last in either direction. */
    private static Comparator<SimpleFeature> comparator(SortBy[] order) {
        Comparator<SimpleFeature> all = null;
        for (SortBy key : order) {
            String name = key.getPropertyName().getPropertyName();
            Comparator<@Nullable Object> values = MemoryItems::compare;
            Comparator<@Nullable Object> directed =
                    key.getSortOrder() == SortOrder.DESCENDING ? values.reversed() : values;
            Comparator<SimpleFeature> one =
                    Comparator.comparing(feature -> feature.getAttribute(name), Comparator.nullsLast(directed));
            all = all == null ? one : all.thenComparing(one);
        }
        return all == null ? (a, b) -> 0 : all;
    }

    private static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof Instant x && b instanceof Instant y) {
            return x.compareTo(y);
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        // ISO 8601 dates sort in order of time; 2025 before 2025-03 before 2025-03-11.
        return TextOrder.compare(a.toString(), b.toString());
    }
}
