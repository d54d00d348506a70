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
 * A collection in the registry.
 *
 * @param id         unique in the database: that of the layer or, of a story's collection, {@code {story}/{layer}}
 * @param records    the number of records
 * @param unlocated  how many of them have no geometry
 * @param cellLevels the deepest level in the table of cells, which has all levels from {@link TileContent#CELL_LEVELS}
 *                   on; 0 if it is empty
 */
public record StoredCollection(
        String id,
        Description about,
        ItemsTable table,
        Optional<Bbox> extent,
        @Nullable LocalDate timeFirst,
        @Nullable LocalDate timeLast,
        long records,
        long unlocated,
        int cellLevels) {

    /** How the collection describes itself. */
    public record Description(Text title, Text description, String source, String licence) {}

    /** The name of the story that it belongs to; empty if it belongs to a server's single catalog. */
    public String story() {
        return id.substring(0, Math.max(0, id.indexOf('/')));
    }

    /** The collection as offered to clients. */
    public ItemCollection offered(Database database) {
        return new ItemCollection(
                id.substring(id.indexOf('/') + 1),
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
