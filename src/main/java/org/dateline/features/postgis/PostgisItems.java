package org.dateline.features.postgis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dateline.features.Items;
import org.dateline.features.Property;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.Schema;
import org.dateline.features.SpatialBounds;
import org.dateline.features.StoreUnavailableException;
import org.dateline.features.TileContent;
import org.dateline.geo.Bbox;
import org.dateline.geo.Tile;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Features in PostGIS: each query becomes one SQL query that the database answers alone. */
final class PostgisItems implements Items {

    /** The highest offset of a page, because the rows before it are read as well. */
    static final int FARTHEST_START = 10_000;

    /** Matching features are counted up to this number. */
    static final int MOST_COUNTED = 100_000;

    /** Boxes up to this share of the collection's extent are assumed to contain few features. */
    private static final double SMALL_BOX = 0.01;

    /** The number of features without a geometry, which match every box, that still counts as few. */
    private static final long FEW_UNLOCATED = 1_000;

    private final StoredCollection collection;
    private final ItemsTable table;
    private final SqlFilter filters;
    private final FeatureRows rows;
    private final QueryRunner queries;
    private final TileQuery tiles;

    PostgisItems(Database database, StoredCollection collection) {
        this.collection = collection;
        this.table = collection.table();
        this.filters = new SqlFilter(collection);
        this.rows = new FeatureRows(table);
        this.queries = new QueryRunner(database);
        this.tiles = new TileQuery(collection, rows, queries);
    }

    private record Page(List<SimpleFeature> features, boolean more, long lastSeq) {}

    @Override
    public Result find(Query query, @Nullable String after) {
        int start = query.getStartIndex() == null ? 0 : query.getStartIndex();
        if (start > FARTHEST_START) {
            throw new QueryRefusedException(
                    "the offset " + start,
                    "one up to " + FARTHEST_START + "; to go further, follow each page's link to the next page");
        }
        SqlFragment condition = filters.condition(query.getFilter());
        SqlOrder order = new SqlOrder(table, query.getSortBy());
        SqlFragment all = SqlFragment.of(" from " + table.name() + " i where ? order by " + order.text(), condition);
        SqlFragment asked = all;
        if (after != null) {
            asked = SqlFragment.of(
                    " from " + table.name() + " i, ? where ? order by " + order.text(),
                    order.last(PageToken.read(all, after)),
                    SqlFragment.all(condition, order.afterLast()));
        }
        int limit = query.getMaxFeatures();
        Page page = queries.ask(
                SqlFragment.of("select " + rows.columns() + "? limit ? offset ?", asked, limit + 1L, (long) start),
                order.isThatOfTheCollection() && after == null && isSmall(query.getFilter()),
                result -> page(result, limit));
        OptionalLong matched =
                after == null ? matched(query.getFilter(), condition, start, page) : OptionalLong.empty();
        return new Result(matched, page.features, page.more ? PageToken.write(all, page.lastSeq) : null);
    }

    private Page page(ResultSet result, int limit) throws SQLException {
        List<SimpleFeature> features = new ArrayList<>();
        long seq = 0;
        while (result.next()) {
            if (features.size() == limit) {
                return new Page(features, true, seq);
            }
            features.add(rows.feature(result));
            seq = rows.seq(result);
        }
        return new Page(features, false, seq);
    }

    /** Whether a filter selects few features for any values, so that one plan suits them all. */
    private boolean isSmall(Filter filter) {
        List<Envelope> boxes = SpatialBounds.of(filter);
        if (boxes == null || collection.extent().isEmpty() || collection.unlocated() > FEW_UNLOCATED) {
            return false;
        }
        Bbox extent = collection.extent().get();
        double whole = (extent.unwrappedEast() - extent.west()) * (extent.north() - extent.south());
        return boxes.stream().mapToDouble(Envelope::getArea).sum() <= whole * SMALL_BOX;
    }

    private OptionalLong matched(Filter filter, SqlFragment condition, int start, Page page) {
        if (filter == Filter.INCLUDE) {
            return OptionalLong.of(collection.records());
        }
        if (!page.more && (start == 0 || !page.features.isEmpty())) {
            return OptionalLong.of(start + page.features.size());
        }
        try {
            long counted = queries.ask(
                    SqlFragment.of(
                            "select count(*) from (select 1 from " + table.name() + " where ? limit "
                                    + (MOST_COUNTED + 1) + ") as matches",
                            condition),
                    false,
                    result -> result.next() ? result.getLong(1) : 0);
            return counted > MOST_COUNTED ? OptionalLong.empty() : OptionalLong.of(counted);
        } catch (StoreUnavailableException e) {
            // The page is complete; counting may just take too long.
            return OptionalLong.empty();
        }
    }

    @Override
    public SortedMap<String, Long> dates(Schema.Time time, int most) {
        String date = day(time.date());
        String stated = time.range()
                .map(range -> "coalesce(" + date + ", " + day(range.start()) + ")")
                .orElse(date);
        SortedMap<String, Long> counts = new TreeMap<>();
        for (int grain : GRAINS) {
            counts = queries.ask(
                    SqlFragment.of("select left(" + stated + ", " + grain + ") as stated, count(*) from " + table.name()
                            + " where " + stated + " is not null group by 1 order by 1 limit " + (most + 1)),
                    true,
                    PostgisItems::counts);
            if (counts.size() <= most) {
                break;
            }
        }
        return counts;
    }

    /** The day of a property, in UTC, as text. */
    private String day(Property property) {
        String column = table.column(property);
        return property.type() == Property.Type.DATE_TIME ? "(" + column + " at time zone 'UTC')::date::text" : column;
    }

    private static SortedMap<String, Long> counts(ResultSet rows) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        while (rows.next()) {
            counts.put(rows.getString(1), rows.getLong(2));
        }
        return counts;
    }

    @Override
    public Optional<SimpleFeature> feature(String id) {
        if (!SqlValues.storable(id)) {
            return Optional.empty();
        }
        return queries.ask(
                SqlFragment.of("select " + rows.columns() + " from " + table.name() + " i where id = ?", id),
                true,
                result -> result.next() ? Optional.of(rows.feature(result)) : Optional.empty());
    }

    @Override
    public TileContent tile(Tile tile, Filter filter) {
        return tiles.content(tile, filters.condition(filter));
    }
}
