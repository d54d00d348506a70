package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.dateline.features.ShapeSizes;
import org.dateline.features.TileContent;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.features.postgis.StatementRunner;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;

/** Changes the sizes of shapes in a table to those that they are drawn by ({@link ShapeSizes}). */
final class ShapeSizeUpdater {

    private ShapeSizeUpdater() {}

    static void update(Connection connection, ItemsTable table) throws Exception {
        StatementRunner.transaction(connection, () -> {
            StatementRunner.run(
                    connection,
                    "drop table if exists pg_temp.sizes",
                    "create temp table sizes on commit drop as select seq, quad, size, size as drawn from "
                            + table.name() + " where size > 0");
            boolean changed = false;
            for (int zoom = 0; zoom <= Tile.DEEPEST_ZOOM; zoom++) {
                if (isCrowded(connection, zoom)) {
                    changed = true;
                    StatementRunner.run(
                            connection,
                            "update sizes set drawn = " + ShapeSizes.smallest(zoom + 1)
                                    + "::real from (select seq, row_number() over (partition by " + square(zoom)
                                    + " order by size desc, seq) as place from sizes where " + large(zoom)
                                    + ") as ranked where ranked.seq = sizes.seq and place > "
                                    + TileContent.MOST_SHAPES);
                }
            }
            if (changed) {
                StatementRunner.run(
                        connection,
                        "update " + table.name() + " as item set size = drawn from sizes"
                                + " where item.seq = sizes.seq and drawn <> sizes.size");
            }
            return changed;
        });
    }

    private static boolean isCrowded(Connection connection, int zoom) throws SQLException {
        Optional<Boolean> found = StatementRunner.first(
                connection,
                _ -> true,
                "select 1 from sizes where " + large(zoom) + " group by " + square(zoom) + " having count(*) > "
                        + TileContent.MOST_SHAPES + " limit 1");
        return found.isPresent();
    }

    private static String large(int zoom) {
        return "size >= " + ShapeSizes.smallest(zoom) + "::real";
    }

    private static String square(int zoom) {
        return "quad >> " + 2 * (Quad.DEEPEST - zoom);
    }
}
