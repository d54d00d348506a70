package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dateline.features.TileContent;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.features.postgis.StatementRunner;
import org.dateline.geo.Quad;

/**
 * Counts records by squares of the map, for tiles with too many records to draw each. The deepest level is counted from
 * the records, each other level from the one below it. A record that is drawn as a shape at a zoom is in no cell there:
 * {@code size * 2^(level - CELL_LEVELS) >= SMALLEST_SHAPE}.
 *
 * <p>Levels end where squares would contain fewer than {@link #WORTHWHILE} records on average: below that, counting a
 * tile's records by the index on {@code quad} is about as fast as reading its cells, and the table would outgrow the
 * records.
 */
final class CellTableBuilder {

    static final int FIRST_LEVEL = TileContent.CELL_LEVELS;
    private static final int DEEPEST_LEVEL = 16;
    private static final int WORTHWHILE = 4;

    private CellTableBuilder() {}

    /** Creates the table; returns its deepest level. */
    static int create(Connection connection, ItemsTable table) throws Exception {
        return StatementRunner.transaction(connection, () -> {
            int deepest = deepestLevel(connection, table);
            String cells = table.cells();
            StatementRunner.run(
                    connection,
                    "drop table if exists " + cells,
                    "create table " + cells + " (level int not null, number bigint not null, records bigint not null,"
                            + " seq bigint not null, longitude double precision not null,"
                            + " latitude double precision not null)",
                    "drop table if exists pg_temp.shaped",
                    "create temp table shaped on commit drop as select seq, quad, size, st_x(place) as x, st_y(place) as y"
                            + " from (select seq, quad, size, st_pointonsurface(geometry) as place from " + table.name()
                            + " where size > 0) as placed",
                    "analyze shaped",
                    fromRecords(table, deepest));
            for (int level = deepest - 1; level >= FIRST_LEVEL; level--) {
                StatementRunner.run(connection, fromBelow(cells, level));
            }
            StatementRunner.run(connection, "create unique index on " + cells + " (level, number)", "analyze " + cells);
            return deepest;
        });
    }

    /**
     * Takes one pass over all codes in order: where two successive codes first differ, a square starts at that level
     * and at all levels below.
     */
    private static int deepestLevel(Connection connection, ItemsTable table) throws SQLException {
        String starts = IntStream.rangeClosed(FIRST_LEVEL, DEEPEST_LEVEL)
                .mapToObj(level -> Long.toString(1L << shift(FIRST_LEVEL + DEEPEST_LEVEL - level)))
                .collect(Collectors.joining(", "));
        long[] begin = new long[DEEPEST_LEVEL - FIRST_LEVEL + 2];
        StatementRunner.all(
                connection,
                row -> begin[row.getInt(1)] = row.getLong(2),
                "select width_bucket(quad # before, array[" + starts
                        + "]::bigint[]) as bucket, count(*) from (select quad, lag(quad, 1, 0::bigint) over (order by quad)"
                        + " as before from " + table.name() + " where quad is not null) as ordered group by bucket");
        long records = Arrays.stream(begin).sum();
        // The first square may start at code 0, where no difference shows.
        long squares = 1;
        int level = FIRST_LEVEL - 1;
        while (level < DEEPEST_LEVEL
                && (level < FIRST_LEVEL || (squares + begin[DEEPEST_LEVEL - level]) * WORTHWHILE <= records)) {
            squares += begin[DEEPEST_LEVEL - level];
            level++;
        }
        return level;
    }

    private static int shift(int level) {
        return 2 * (Quad.DEEPEST - level);
    }

    private static String fromRecords(ItemsTable table, int level) {
        return "insert into " + table.cells() + " select " + level + ", quad >> " + shift(level)
                + " as number, count(*), min(seq), avg(x), avg(y) from (select quad, seq, st_x(geometry) as x,"
                + " st_y(geometry) as y from " + table.name() + " where size = 0"
                + " union all select quad, seq, x, y from shaped where not " + drawn(level)
                + ") as placed group by number";
    }

    private static String fromBelow(String cells, int level) {
        return "insert into " + cells + " select " + level + ", below >> 2 as number, sum(records), min(seq),"
                + " sum(longitude * records) / sum(records), sum(latitude * records) / sum(records)"
                + " from (select number as below, records, seq, longitude, latitude from " + cells + " where level = "
                + (level + 1) + " union all select quad >> " + shift(level + 1) + ", 1, seq, x, y from shaped where "
                + drawn(level + 1) + " and not " + drawn(level) + ") as parts group by 2";
    }

    /** The condition that a record in the table of shapes is drawn as one at the zoom with cells of a level. */
    private static String drawn(int level) {
        return String.format(
                Locale.ROOT, "size * %d >= %s", 1L << level - TileContent.CELL_LEVELS, TileContent.SMALLEST_SHAPE);
    }
}
