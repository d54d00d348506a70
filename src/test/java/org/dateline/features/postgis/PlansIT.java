package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.dateline.Postgres;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.features.TimeSpan;
import org.dateline.features.cql2.Cql2;
import org.dateline.geo.Bbox;
import org.dateline.model.Text;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries that leave little of 50 000 records read an index, not the table. */
class PlansIT {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private static Database database;
    private static StoredCollection points;
    private static StoredCollection anything;
    private static StoredCollection unlocated;

    @BeforeAll
    static void fill() throws Exception {
        database = new Database(Postgres.shared().database());
        database.migrate();
        points = crowd("point", 0);
        anything = crowd("any", 0);
        unlocated = crowd("point", 500);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static StoredCollection crowd(String geometry, long unlocated) throws SQLException {
        Schema schema = new Schema(
                List.of(
                        new Property("id", Property.Type.STRING, null, null, Property.Role.ID),
                        new Property("date", Property.Type.DATE, null, null, Property.Role.INSTANT)),
                geometry);
        try (Connection primary = database.primary();
                Statement statement = primary.createStatement()) {
            ResultSet next = statement.executeQuery("select nextval('version')");
            next.next();
            ItemsTable table = new ItemsTable(next.getLong(1), schema);
            Filled.create(statement, table);
            statement.execute("insert into " + table.name() + " (seq, id, p2, geometry, quad, size) select n, 'r' || n,"
                    + " to_char(date '2000-01-01' + n % 9000, 'YYYY-MM-DD'), case when n > " + unlocated
                    + " then st_point(60 + n % 180 / 10.0, 23 + n % 149 / 10.0, 4326) end,"
                    + " case when n > " + unlocated + " then n end, 0 from generate_series(1, 50000) n");
            StoredCollection stored = new StoredCollection(
                    "crowd",
                    new StoredCollection.Description(
                            new Text(java.util.Map.of("en", "x")), new Text(java.util.Map.of("en", "x")), "", ""),
                    table,
                    Optional.of(new Bbox(60, 23, 78, 38)),
                    null,
                    null,
                    50_000,
                    unlocated,
                    0);
            Filled.finish(statement, stored);
            return stored;
        }
    }

    @Test
    void a_small_box_reads_the_index_of_geometries() throws Exception {
        String box = "S_INTERSECTS(geometry, BBOX(67, 30, 67.4, 30.3))";
        for (StoredCollection collection : List.of(points, anything, unlocated)) {
            Filter orNone = FILTERS.or(cql(collection, "geometry IS NULL"), cql(collection, box));
            assertThat(plan(collection, orNone)).contains("_geometry").doesNotContain("Seq Scan");
        }
        assertThat(plan(points, cql(points, "geometry IS NULL OR " + box))).doesNotContain("IS NULL");
    }

    @Test
    void a_box_across_the_antimeridian_reads_the_index_twice() throws Exception {
        assertThat(plan(points, cql(points, "S_INTERSECTS(geometry, BBOX(179, 30, -179, 31))")))
                .contains("BitmapOr")
                .doesNotContain("Seq Scan");
    }

    @Test
    void an_identifier_reads_its_index() throws Exception {
        assertThat(plan(points, cql(points, "id = 'r117'"))).contains("_id").doesNotContain("Seq Scan");
    }

    @Test
    void a_few_days_read_the_index_of_dates() throws Exception {
        Schema.Time date = points.table().schema().time().orElseThrow();
        assertThat(plan(points, Cql2.atTime(date, TimeSpan.parse("2005-03-11/2005-03-12"))))
                .contains("_time")
                .doesNotContain("Seq Scan");
        assertThat(plan(points, cql(points, "date = DATE('2005-03-11')")))
                .contains("_time")
                .doesNotContain("Seq Scan");
        assertThat(plan(points, cql(points, "T_AFTER(date, DATE('2024-08-20'))")))
                .contains("_time")
                .doesNotContain("Seq Scan");
    }

    @Test
    void words_are_compared_within_the_query_without_calling_functions() throws Exception {
        assertThat(plan(points, cql(points, "CASEI(ACCENTI(id)) LIKE '%r117%'")))
                .contains("lower(", "(id IS NOT NULL)")
                .doesNotContain("folded(", "unaccented(");
    }

    private static Filter cql(StoredCollection collection, String cql) {
        return Cql2.ofText(cql, collection.table().schema(), ReferenceSystem.CRS84);
    }

    private static String plan(StoredCollection collection, Filter filter) throws SQLException {
        SqlFragment query = SqlFragment.of(
                "explain select * from " + collection.table().name() + " where ? order by seq limit 1001",
                new SqlFilter(collection).condition(filter));
        StringBuilder plan = new StringBuilder();
        try (Connection read = database.read();
                var statement = query.prepare(read, false);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
