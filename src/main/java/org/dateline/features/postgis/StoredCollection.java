package org.dateline.features.postgis;

import java.time.LocalDate;
import java.util.Optional;
import org.dateline.features.ItemCollection;
import org.dateline.features.TileContent;
import org.dateline.features.TimeSpan;
import org.dateline.geo.Bbox;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A collection as the registry knows it.
 *
 * @param records    how many there are
 * @param unlocated  how many of these have no geometry
 * @param cellLevels the deepest level in the table of cells, which has all from {@link TileContent#CELL_LEVELS} on; 0 where
 *                   it is empty
 */
public record StoredCollection(
        String id,
        About about,
        ItemsTable table,
        Optional<Bbox> extent,
        @Nullable LocalDate timeFirst,
        @Nullable LocalDate timeLast,
        long records,
        long unlocated,
        int cellLevels) {

    /** What it says of itself. */
    public record About(Text title, Text description, String source, String licence) {}

    /** The same as it is offered to clients. */
    public ItemCollection offered(Database database) {
        return new ItemCollection(
                id,
                about.title(),
                about.description(),
                table.schema(),
                extent,
                timeFirst == null || timeLast == null
                        ? Optional.empty()
                        : Optional.of(TimeSpan.ofDays(timeFirst, timeLast)),
                about.source(),
                about.licence(),
                Long.toString(table.version()),
                new PostgisItems(database, this));
    }
}
