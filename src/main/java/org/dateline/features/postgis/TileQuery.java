package org.dateline.features.postgis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.features.ShapeSizes;
import org.dateline.features.TileContent;
import org.dateline.features.TileContent.Cell;
import org.dateline.geo.Geometries;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the content of a tile in two or three queries: shapes, then single records if there are few, otherwise squares,
 * from the table of cells if it has their level and every record counts.
 */
final class TileQuery {

    private final StoredCollection collection;
    private final ItemsTable table;
    private final FeatureRows rows;
    private final QueryRunner queries;
    private final SqlShapes shapes;

    TileQuery(StoredCollection collection, FeatureRows rows, QueryRunner queries) {
        this.collection = collection;
        this.table = collection.table();
        this.rows = rows;
        this.queries = queries;
        this.shapes = new SqlShapes(table.schema().geometry());
    }

    /** @param places the condition for records drawn by position only: all that are not shapes in this tile */
    private record Drawn(List<SimpleFeature> shapes, boolean all, SqlFragment places) {}

    TileContent content(Tile tile, SqlFragment condition) {
        Drawn drawn = drawn(tile, condition);
        List<SimpleFeature> features = new ArrayList<>(drawn.shapes);
        List<Cell> cells = new ArrayList<>();
        int level = tile.zoom() + TileContent.CELL_LEVELS;
        SqlFragment within = SqlFragment.all(
                SqlFragment.of("quad >= ? and quad < ?", tile.firstCode(), tile.endCode()), drawn.places, condition);
        if (condition.equals(SqlFragment.TRUE) && drawn.all && level <= collection.cellLevels()) {
            if (squares(stored(tile, level), level, true, cells, features) <= TileContent.MOST_ALONE) {
                cells.clear();
                features.subList(drawn.shapes.size(), features.size()).clear();
                alone(within, cells, features);
            }
        } else if (!alone(within, cells, features)) {
            squares(counted(level, within), level, false, cells, features);
        }
        return new TileContent(cells, features);
    }

    private record SingleRecords(long seq, long quad, SimpleFeature feature) {}

    /** The shapes of a tile, and which records remain. */
    private Drawn drawn(Tile tile, SqlFragment condition) {
        float smallest = (float) ShapeSizes.smallest(tile.zoom());
        if (table.points()) {
            return new Drawn(List.of(), true, SqlFragment.TRUE);
        }
        Geometry box = Geometries.FACTORY.toGeometry(tile.reach(TileContent.MARGIN));
        SqlFragment query = SqlFragment.of(
                "select " + rows.columns() + ", i.size from " + table.name()
                        + " i where ? order by size desc, seq limit " + (TileContent.MOST_REACHING + 1),
                SqlFragment.all(SqlFragment.of("size >= ?", smallest), shapes.intersects(box), condition));
        return queries.ask(query, false, result -> {
            List<SimpleFeature> largest = new ArrayList<>();
            float size = 0;
            long seq = 0;
            while (result.next()) {
                if (largest.size() == TileContent.MOST_REACHING) {
                    return new Drawn(
                            largest, false, SqlFragment.of("(size < ? or size = ? and seq > ?)", size, size, seq));
                }
                largest.add(rows.feature(result));
                size = result.getFloat(rows.count() + 1);
                seq = rows.seq(result);
            }
            return new Drawn(largest, true, SqlFragment.of("size < ?", smallest));
        });
    }

    /** Adds single records, and a cell for those in the same place; returns false if there are too many. */
    private boolean alone(SqlFragment within, List<Cell> cells, List<SimpleFeature> features) {
        SqlFragment query = SqlFragment.of(
                "select " + rows.columns() + ", i.quad from " + table.name() + " i where ? limit "
                        + (TileContent.MOST_ALONE + 1),
                within);
        return queries.ask(query, false, result -> {
            List<SingleRecords> all = new ArrayList<>();
            while (result.next()) {
                if (all.size() == TileContent.MOST_ALONE) {
                    return false;
                }
                all.add(new SingleRecords(rows.seq(result), result.getLong(rows.count() + 1), rows.feature(result)));
            }
            // Sorted here, so that the query can stop at the first record too many.
            all.sort(Comparator.comparingLong(SingleRecords::seq));
            Map<Long, List<SimpleFeature>> places = new LinkedHashMap<>();
            all.forEach(one ->
                    places.computeIfAbsent(one.quad, _ -> new ArrayList<>()).add(one.feature));
            places.forEach((quad, here) -> {
                if (here.size() == 1) {
                    features.addAll(here);
                } else {
                    cells.add(cell(quad, here));
                }
            });
            return true;
        });
    }

    private static Cell cell(long quad, Collection<SimpleFeature> records) {
        double longitude = 0;
        double latitude = 0;
        for (SimpleFeature record : records) {
            Coordinate place = Geometries.representative((Geometry) record.getDefaultGeometry());
            longitude += place.x / records.size();
            latitude += place.y / records.size();
        }
        return new Cell(records.size(), longitude, latitude, Quad.DEEPEST, quad);
    }

    private SqlFragment stored(Tile tile, int level) {
        return SqlFragment.of(
                "select number, records, seq, longitude, latitude from " + table.cells()
                        + " where level = ? and number >= ? and number < ?",
                level,
                Quad.number(level, tile.firstCode()),
                Quad.number(level, tile.endCode()));
    }

    private SqlFragment counted(int level, SqlFragment within) {
        String place = table.points()
                ? "geometry"
                : "case geometrytype(geometry) when 'POINT' then geometry else st_pointonsurface(geometry) end";
        return SqlFragment.of(
                "select quad >> ? as number, count(*) as records, min(seq) as seq, avg(st_x(place)) as longitude,"
                        + " avg(st_y(place)) as latitude from (select quad, seq, " + place + " as place from "
                        + table.name() + " where ?) as places group by 1",
                2 * (Quad.DEEPEST - level),
                within);
    }

    /**
     * Adds cells for squares with several records and the records alone in theirs; returns the number of all records.
     */
    private long squares(SqlFragment squares, int level, boolean kept, List<Cell> cells, List<SimpleFeature> features) {
        SqlFragment query = SqlFragment.of(
                "select " + rows.columns() + ", records, number, longitude, latitude from (?) as square left join "
                        + table.name() + " i on records = 1 and i.seq = square.seq",
                squares);
        return queries.ask(query, kept, result -> {
            long all = 0;
            while (result.next()) {
                long records = result.getLong(rows.count() + 1);
                all += records;
                if (records == 1) {
                    features.add(rows.feature(result));
                } else {
                    cells.add(cell(result, records, level));
                }
            }
            return all;
        });
    }

    private Cell cell(ResultSet row, long records, int level) throws SQLException {
        int next = rows.count() + 2;
        return new Cell(records, row.getDouble(next + 1), row.getDouble(next + 2), level, row.getLong(next));
    }
}
