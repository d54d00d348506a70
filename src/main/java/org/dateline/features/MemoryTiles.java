package org.dateline.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dateline.features.TileContent.Cell;
import org.dateline.geo.Geometries;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Makes tiles of features in memory. Features are sorted by their {@link Quad} codes, so those in a tile or a cell form
 * one range: counting them means finding its two ends, and running totals of positions give their mean. So a tile of
 * the whole world costs no more than one of a street.
 */
final class MemoryTiles {

    private final SimpleFeature[] features;
    private final long[] codes;
    /** Running totals in degrees: the mean of a range is a difference divided by a count. */
    private final double[] longitudes;

    private final double[] latitudes;

    /** Features other than points, which may be shapes in some tile. */
    private final HPRtree extended = new HPRtree();

    private record ExtendedFeature(int at, SimpleFeature feature, Geometry geometry, double size) {}

    MemoryTiles(List<SimpleFeature> all) {
        record PlacedFeature(SimpleFeature feature, Coordinate position, long code) {}
        List<PlacedFeature> placed = new ArrayList<>(all.size());
        for (SimpleFeature feature : all) {
            if (feature.getDefaultGeometry() instanceof Geometry geometry && !geometry.isEmpty()) {
                Coordinate position = Geometries.representative(geometry);
                placed.add(new PlacedFeature(feature, position, Quad.code(position)));
            }
        }
        placed.sort(Comparator.comparingLong(PlacedFeature::code));
        int count = placed.size();
        features = new SimpleFeature[count];
        codes = new long[count];
        longitudes = new double[count + 1];
        latitudes = new double[count + 1];
        double[] sizes = new double[count];
        for (int i = 0; i < count; i++) {
            PlacedFeature one = placed.get(i);
            sizes[i] = Quad.size((Geometry) one.feature.getDefaultGeometry());
            features[i] = one.feature;
            codes[i] = one.code;
            longitudes[i + 1] = longitudes[i] + one.position.x;
            latitudes[i + 1] = latitudes[i] + one.position.y;
        }
        double[] drawn = ShapeSizes.drawn(codes, sizes);
        for (int i = 0; i < count; i++) {
            Geometry geometry = (Geometry) features[i].getDefaultGeometry();
            if (sizes[i] > 0) {
                ExtendedFeature shape = new ExtendedFeature(i, features[i], geometry, drawn[i]);
                for (int part = 0; part < geometry.getNumGeometries(); part++) {
                    extended.insert(geometry.getGeometryN(part).getEnvelopeInternal(), shape);
                }
            }
        }
        extended.build();
    }

    TileContent tile(Tile tile, Filter filter) {
        List<ExtendedFeature> large = shapes(tile, ShapeSizes.smallest(tile.zoom()));
        int begin = lowerBound(tile.firstCode());
        int end = lowerBound(tile.endCode());
        boolean all =
                filter == Filter.INCLUDE && large.stream().noneMatch(shape -> begin <= shape.at && shape.at < end);
        int[] counted = null;
        List<SimpleFeature> alone = new ArrayList<>();
        if (!all) {
            List<ExtendedFeature> drawn = large.stream()
                    .filter(shape -> matches(filter, shape.feature))
                    .toList();
            Set<SimpleFeature> shapes = new HashSet<>();
            drawn.forEach(shape -> shapes.add(shape.feature));
            alone.addAll(shapes);
            counted = IntStream.range(begin, end)
                    .filter(i -> !shapes.contains(features[i]) && matches(filter, features[i]))
                    .toArray();
        } else {
            large.forEach(shape -> alone.add(shape.feature));
        }
        int total = counted == null ? end - begin : counted.length;
        int level = total <= TileContent.MOST_ALONE ? Quad.DEEPEST : tile.zoom() + TileContent.CELL_LEVELS;
        List<Cell> cells = new ArrayList<>();
        if (counted == null) {
            stretches(begin, end, level, cells, alone);
        } else {
            gathered(counted, level, cells, alone);
        }
        return new TileContent(cells, alone);
    }

    /** Features that are large enough at the tile's zoom and reach into it, largest first. */
    private List<ExtendedFeature> shapes(Tile tile, double smallest) {
        Envelope reach = tile.reach(TileContent.MARGIN);
        Geometry box = Geometries.FACTORY.toGeometry(reach);
        Set<ExtendedFeature> found = new HashSet<>();
        extended.query(reach, hit -> {
            Admission.check();
            ExtendedFeature shape = (ExtendedFeature) hit;
            if (shape.size >= smallest && shape.geometry.intersects(box)) {
                found.add(shape);
            }
        });
        return found.stream()
                .sorted(Comparator.comparingDouble(ExtendedFeature::size)
                        .reversed()
                        .thenComparingInt(ExtendedFeature::at))
                .toList();
    }

    /** Finds each non-empty square of a level within a range, from one to the next. */
    private void stretches(int begin, int end, int level, List<Cell> cells, List<SimpleFeature> alone) {
        for (int from = begin; from < end; ) {
            long number = Quad.number(level, codes[from]);
            int to = lowerBound(Quad.first(level, number + 1), from, end);
            if (to - from == 1) {
                alone.add(features[from]);
            } else {
                double count = to - from;
                cells.add(new Cell(
                        to - from,
                        (longitudes[to] - longitudes[from]) / count,
                        (latitudes[to] - latitudes[from]) / count,
                        level,
                        number));
            }
            from = to;
        }
    }

    /** The content of a tile, for selected features only. */
    private void gathered(int[] counted, int level, List<Cell> cells, List<SimpleFeature> alone) {
        for (int from = 0; from < counted.length; ) {
            long number = Quad.number(level, codes[counted[from]]);
            int to = from;
            double longitude = 0;
            double latitude = 0;
            for (; to < counted.length && Quad.number(level, codes[counted[to]]) == number; to++) {
                longitude += longitudes[counted[to] + 1] - longitudes[counted[to]];
                latitude += latitudes[counted[to] + 1] - latitudes[counted[to]];
            }
            if (to - from == 1) {
                alone.add(features[counted[from]]);
            } else {
                cells.add(new Cell(to - from, longitude / (to - from), latitude / (to - from), level, number));
            }
            from = to;
        }
    }

    private int lowerBound(long code) {
        return lowerBound(code, 0, codes.length);
    }

    /** The first index in a range with this code or a greater one. */
    private int lowerBound(long code, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (codes[middle] < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean matches(Filter filter, SimpleFeature feature) {
        Admission.checkAndMakeRoom();
        return filter.evaluate(feature);
    }
}
