package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.dateline.Postgres;
import org.dateline.features.FigureTitle;
import org.dateline.features.Items;
import org.dateline.features.Property.Type;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.features.TileContent;
import org.dateline.features.cql2.Cql2;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.Registry;
import org.dateline.features.postgis.StoredCollection;
import org.dateline.geo.Bbox;
import org.dateline.geo.Tile;
import org.geotools.api.data.Query;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadIT {

    private static final int CHUNK = 10;

    private static Database database;

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        database = new Database(Postgres.shared().database());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** @param kept hears how many rows are kept, after each chunk */
    private record Listening(LongConsumer kept, Runnable step) implements LoadListener {

        @Override
        public void kept(long rows, long rejected, double share) {
            kept.accept(rows);
        }

        @Override
        public void step(String what) {
            step.run();
        }
    }

    private static final Listening NOBODY = new Listening(_ -> {}, () -> {});

    private LoadSummary load(Path file, String collection, String most, boolean restart, LoadListener listener)
            throws Exception {
        LoadRequest request =
                new LoadRequest(file, collection, null, null, rejects(collection), RejectLimit.parse(most), restart);
        return new Loader(database, request, listener, CHUNK).load();
    }

    private LoadSummary load(Path file, String collection) throws Exception {
        return load(file, collection, "0", false, NOBODY);
    }

    private Path rejects(String collection) {
        return folder.resolve(collection + ".rejects.csv");
    }

    private Path csv(String name, String... rows) throws Exception {
        return Files.writeString(
                folder.resolve(name + ".csv"), "id,date,longitude,latitude\n" + String.join("\n", rows) + "\n");
    }

    private static String[] points(int count) {
        String[] rows = new String[count];
        for (int i = 0; i < count; i++) {
            rows[i] = "p" + i + ",2025-03-" + (10 + i % 20) + "," + (60 + i % 17 * 0.9) + "," + (23 + i % 13 * 1.1);
        }
        return rows;
    }

    /** All rows of a query, values joined by commas. */
    static List<String> rows(String query) throws Exception {
        try (Connection connection = database.primary();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(",", values));
            }
            return rows;
        }
    }

    private static StoredCollection stored(String id) throws Exception {
        try (Connection connection = database.primary()) {
            return Registry.all(connection).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void readers_see_the_whole_old_collection_until_they_see_the_whole_new_one() throws Exception {
        load(csv("old", points(3)), "swap");
        StoredCollection old = stored("swap");
        List<Long> seen = new ArrayList<>();
        Runnable look = () -> {
            try {
                StoredCollection now = stored("swap");
                seen.add(now.table().version());
                assertThat(rows("select count(*) from " + now.table().name())).containsExactly("3");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
        load(csv("new", points(35)), "swap", "0", false, new Listening(_ -> look.run(), look));

        assertThat(seen).hasSizeGreaterThan(7).containsOnly(old.table().version());
        assertThat(stored("swap").records()).isEqualTo(35);
        assertThat(stored("swap").table().version()).isGreaterThan(old.table().version());
    }

    @Test
    void readers_of_the_old_version_are_not_disturbed_and_the_version_before_it_is_dropped() throws Exception {
        load(csv("one", points(2)), "versions");
        String first = stored("versions").table().name();
        load(csv("two", points(3)), "versions");
        String second = stored("versions").table().name();
        try (Connection reader = database.primary();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select * from " + second).close();
            load(csv("three", points(4)), "versions");
            try (ResultSet still = statement.executeQuery("select count(*) from " + second)) {
                still.next();
                assertThat(still.getInt(1)).isEqualTo(3);
            }
        }
        assertThat(rows("select to_regclass('" + first + "')")).containsExactly("null");
    }

    @Test
    void an_interrupted_load_continues_where_it_stopped() throws Exception {
        String[] rows = points(95);
        rows[4] = "bad,2025-03-11,x,30";
        rows[33] = "worse,2025-02-30,66,30";
        Path file = csv("long", rows);
        Listening unplugged = new Listening(
                kept -> {
                    if (kept == 30) {
                        throw new IllegalStateException("unplugged");
                    }
                },
                () -> {});
        assertThatThrownBy(() -> load(file, "resumed", "5", false, unplugged)).hasMessage("unplugged");
        assertThat(rows("select rows_read, rejected from load where collection = 'resumed'"))
                .containsExactly("30,1");
        // What was written behind the last chunk that is kept is written again.
        Files.writeString(rejects("resumed"), "36,again,x\r\n", java.nio.file.StandardOpenOption.APPEND);

        List<Long> kept = new ArrayList<>();
        LoadSummary summary = load(file, "resumed", "5", false, new Listening(kept::add, () -> {}));

        assertThat(kept).startsWith(40L);
        assertThat(summary.records()).isEqualTo(93);
        String table = stored("resumed").table().name();
        assertThat(rows("select count(*), count(distinct seq), min(seq), max(seq) from " + table))
                .containsExactly("93,93,1,95");
        assertThat(rows("select * from load where collection = 'resumed'")).isEmpty();
        assertThat(Files.readString(rejects("resumed"))).isEqualToNormalizingNewlines("""
                line,reason,id,date,longitude,latitude,geometry
                6,"longitude: got ""x"", expected a number",bad,2025-03-11,x,30
                35,"date: got ""2025-02-30"", expected an existing date, as YYYY-MM-DD, YYYY-MM or YYYY",worse,2025-02-30,66,30
                """);
    }

    @Test
    void another_file_cannot_continue_an_interrupted_load_unless_it_is_discarded() throws Exception {
        Listening unplugged = new Listening(
                _ -> {
                    throw new IllegalStateException("unplugged");
                },
                () -> {});
        assertThatThrownBy(() -> load(csv("first", points(15)), "other", "0", false, unplugged))
                .hasMessage("unplugged");
        String half = "items_"
                + rows("select version from load where collection = 'other'").getFirst();
        Path second = csv("second", points(12));

        assertThatThrownBy(() -> load(second, "other"))
                .isInstanceOf(LoadException.class)
                .hasMessage("got another file or mapping than the interrupted load of other (first.csv, 10 rows read),"
                        + " expected the same; --restart discards that load");
        assertThat(load(second, "other", "0", true, NOBODY).records()).isEqualTo(12);
        assertThat(rows("select to_regclass('" + half + "')")).containsExactly("null");
    }

    @Test
    void more_rejects_than_allowed_publish_nothing_and_a_higher_limit_continues() throws Exception {
        String[] rows = points(40);
        rows[1] = "bad,2025-03-11,181,30";
        rows[2] = "short,2025-03-11";
        Path file = csv("rejects", rows);
        assertThatThrownBy(() -> load(file, "limited", "4%", false, NOBODY))
                .isInstanceOf(LoadException.class)
                .hasMessageStartingWith(
                        "got 2 of 40 rows that cannot be loaded, expected no more than 4.0 % of the rows;"
                                + " nothing was published.");
        assertThatThrownBy(() -> stored("limited")).isInstanceOf(java.util.NoSuchElementException.class);
        assertThat(load(file, "limited", "5%", false, NOBODY).records()).isEqualTo(38);
    }

    @Test
    void a_later_row_with_the_same_id_is_rejected_with_its_line() throws Exception {
        String[] rows = points(30);
        rows[20] = rows[3];
        rows[25] = rows[3];
        Path file = csv("twice", rows);
        assertThatThrownBy(() -> load(file, "twice", "1", false, NOBODY)).hasMessageContaining("got 2 of 30 rows");

        LoadSummary summary = load(file, "twice", "2", false, NOBODY);

        assertThat(summary.records()).isEqualTo(28);
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(Files.readAllLines(rejects("twice")))
                .filteredOn(line -> line.contains("which an earlier row has"))
                .extracting(line -> line.substring(0, 3))
                .containsExactly("22,", "27,");
        assertThat(rows("select seq from " + stored("twice").table().name() + " where id = 'p3'"))
                .containsExactly("4");
    }

    @Test
    void cells_count_every_record_at_every_level_but_those_that_are_drawn_as_shapes_there() throws Exception {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double x = 60 + i % 5 + i * 0.0001;
            double y = 25 + i % 3;
            double side = Math.pow(2, i % 19) * 0.00001;
            String shape = i % 2 == 0
                    ? "{\"type\":\"Point\",\"coordinates\":[" + x + "," + y + "]}"
                    : "{\"type\":\"Polygon\",\"coordinates\":[[[" + x + "," + y + "],[" + (x + side) + "," + y + "],["
                            + x + "," + (y + side) + "],[" + x + "," + y + "]]]}";
            features.add("{\"type\":\"Feature\",\"id\":\"f" + i + "\",\"properties\":{},\"geometry\":" + shape + "}");
        }
        Path file = Files.write(folder.resolve("shapes.geojsonl"), features);
        load(file, "cells");

        StoredCollection stored = stored("cells");
        int first = TileContent.CELL_LEVELS;
        assertThat(stored.cellLevels()).isGreaterThan(first);
        List<String> expected = new ArrayList<>();
        for (int level = first; level <= stored.cellLevels(); level++) {
            expected.addAll(rows("select " + level + ", count(*), count(distinct quad >> " + 2 * (24 - level)
                    + "), round(avg(st_x(st_pointonsurface(geometry)))::numeric, 6) from "
                    + stored.table().name()
                    + " where size * " + (1 << level - first) + " < " + TileContent.SMALLEST_SHAPE));
        }
        assertThat(rows(
                        "select level, sum(records), count(*), round((sum(longitude * records) / sum(records))::numeric, 6)"
                                + " from " + stored.table().cells() + " group by level order by level"))
                .isEqualTo(expected);
        assertThat(expected.getFirst()).startsWith(first + ",200,");
        assertThat(expected.getLast()).doesNotContain(",200,");
    }

    @Test
    void date_times_are_moments_with_a_zone() throws Exception {
        Path mapping = Files.writeString(folder.resolve("times.yaml"), """
                title: T
                description: D.
                source: S.
                licence: L.
                id: id
                geometry: { longitude: longitude, latitude: latitude }
                properties: [{ column: seen, type: datetime, zone: Asia/Karachi }, { column: told, type: datetime }]
                """);
        Path file = Files.writeString(folder.resolve("times.csv"), """
                id,longitude,latitude,seen,told
                a,66,30,2025-03-11 13:30:00,2025-03-11T08:30:00.25+05:00
                b,66,30,2025-03-11T08:30:00Z,2025-03-12 00:00
                c,66,30,2025-03-11,
                """);
        LoadRequest request = new LoadRequest(
                file, "times", mapping.toString(), null, rejects("times"), RejectLimit.parse("1"), false);
        LoadSummary summary = new Loader(database, request, NOBODY, CHUNK).load();
        assertThat(summary.notes())
                .containsExactly("told: 1 date-time without a zone, read as UTC; a mapping can state another (zone)");
        assertThat(Files.readString(rejects("times")))
                .contains("seen: got \"\"2025-03-11\"\", expected a date and time such as 2025-03-11T08:30:00Z");
        assertThat(found("times", "seen", Filter.INCLUDE))
                .containsExactly("a 2025-03-11T08:30:00Z", "b 2025-03-11T08:30:00Z");
        Schema schema = stored("times").table().schema();
        assertThat(found(
                        "times",
                        "told",
                        Cql2.ofText("told < TIMESTAMP('2025-03-11T04:00:00Z')", schema, ReferenceSystem.CRS84)))
                .containsExactly("a 2025-03-11T03:30:00.250Z");
    }

    @Test
    void titles_of_properties_are_kept_in_each_language() throws Exception {
        Path mapping = Files.writeString(folder.resolve("titles.yaml"), """
                title: T
                description: D.
                source: S.
                licence: L.
                id: id
                geometry: { longitude: longitude, latitude: latitude }
                figures: [{ measure: killed_side_a, title: { en: People killed of side A, de: Tote der Seite A }, best: best, by: X }]
                properties: [{ column: prec, title: { en: Code of the place, de: Code des Ortes } }, { column: plain, title: Plain }]
                """);
        Path file = Files.writeString(
                folder.resolve("titles.csv"), "id,longitude,latitude,best,prec,plain\na,66,30,4,5,x\n");
        LoadRequest request = new LoadRequest(
                file, "titles", mapping.toString(), null, rejects("titles"), RejectLimit.parse("0"), false);
        new Loader(database, request, NOBODY, CHUNK).load();
        Schema schema = stored("titles").table().schema();
        assertThat(schema.find("prec").orElseThrow().titleIn("de")).isEqualTo("Code des Ortes");
        assertThat(schema.find("prec").orElseThrow().titleIn("ur")).isEqualTo("Code of the place");
        assertThat(schema.find("plain").orElseThrow().titleIn("de")).isEqualTo("Plain");
        assertThat(FigureTitle.counted(
                        schema.find("killed_side_a_best").orElseThrow().titleIn("de")))
                .isEqualTo("Tote der Seite A");
    }

    @Test
    void crowded_shapes_are_drawn_or_counted_as_in_memory() throws Exception {
        List<String> features = new ArrayList<>();
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 2_500; i++) {
            double x = i % 10 == 0 ? 67.5 + random.nextDouble() : 67.5 - random.nextDouble();
            double y = 31 + random.nextDouble();
            double side = 0.1 + random.nextDouble();
            features.add(
                    "{\"type\":\"Feature\",\"id\":\"f%1$d\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%2$s,%3$s],[%4$s,%3$s],[%4$s,%5$s],[%2$s,%5$s],[%2$s,%3$s]]]}}"
                            .formatted(i, x - side, y - side, x + side, y + side));
        }
        load(Files.write(folder.resolve("crowded.geojsonl"), features), "crowded");
        Items items = items("crowded");
        for (int zoom = 4; zoom <= 8; zoom++) {
            java.util.Set<String> alone = new java.util.HashSet<>();
            long counted = 0;
            for (int column = (1 << zoom) / 2; column < 1 << zoom; column++) {
                for (int row = (1 << zoom) / 4; row < (1 << zoom) / 2; row++) {
                    TileContent content = items.tile(new Tile(zoom, column, row), Filter.INCLUDE);
                    content.features().forEach(feature -> alone.add(feature.getID()));
                    counted += content.cells().stream()
                            .mapToLong(TileContent.Cell::records)
                            .sum();
                }
            }
            assertThat(alone.size() + counted).as("zoom %d", zoom).isEqualTo(2_500);
            assertThat(alone).hasSizeGreaterThanOrEqualTo(TileContent.MOST_SHAPES);
        }
        assertThat(rows("select count(distinct size) from "
                        + stored("crowded").table().name() + " where size = "
                        + org.dateline.features.ShapeSizes.smallest(5) + "::real"))
                .containsExactly("1");
    }

    @Test
    void a_collection_states_its_extent_across_the_antimeridian_its_dates_and_unlocated_records() throws Exception {
        load(csv("edge", "a,2024,179.5,60", "ü".repeat(500) + ",2025-02,-179.25,65", "c,,,"), "edge");
        StoredCollection stored = stored("edge");
        assertThat(stored.extent()).contains(new Bbox(179.5, 60, -179.25, 65));
        assertThat(stored.timeFirst()).hasToString("2024-01-01");
        assertThat(stored.timeLast()).hasToString("2025-02-28");
        assertThat(stored.records()).isEqualTo(3);
        assertThat(stored.unlocated()).isEqualTo(1);
        assertThat(stored.table().schema().geometry()).isEqualTo("point");
    }

    @Test
    void a_table_without_rows_is_a_collection_without_records() throws Exception {
        load(csv("none"), "none");
        assertThat(stored("none").records()).isZero();
        assertThat(stored("none").extent()).isEmpty();
        assertThat(stored("none").cellLevels()).isEqualTo(TileContent.CELL_LEVELS);
    }

    @Test
    void a_text_that_the_database_cannot_hold_costs_one_row() throws Exception {
        load(csv("nul", "a,2025,1,2", "b\0,2025,1,2", "c,2025,1,2"), "nul", "1", false, NOBODY);
        assertThat(stored("nul").records()).isEqualTo(2);
        assertThat(Files.readString(rejects("nul"))).contains("expected a text without the character NUL");
    }

    @Test
    void two_loads_of_one_collection_do_not_run_at_the_same_time() throws Exception {
        Path file = csv("once", points(5));
        Listening second = new Listening(
                _ -> assertThatThrownBy(() -> load(file, "once"))
                        .hasMessage("got a load of once in progress, expected none"),
                () -> {});
        assertThat(load(file, "once", "0", false, second).records()).isEqualTo(5);
    }

    @Test
    void an_unloaded_collection_is_removed_with_its_tables() throws Exception {
        load(csv("gone", points(5)), "gone");
        String table = stored("gone").table().name();
        assertThat(CollectionAdmin.unload(database, "gone")).isTrue();
        assertThat(CollectionAdmin.unload(database, "gone")).isFalse();
        assertThat(rows("select to_regclass('" + table + "')")).containsExactly("null");
    }

    @Test
    void a_file_of_something_else_is_not_overwritten_with_rejects() throws Exception {
        Files.writeString(rejects("precious"), "my notes\n");
        assertThatThrownBy(() -> load(csv("precious", points(1)), "precious"))
                .hasMessageContaining("which holds something else");
        assertThat(rejects("precious")).hasContent("my notes\n");
    }

    private static Items items(String collection) throws Exception {
        return stored(collection).offered(database).items();
    }

    private static List<Object> found(String collection, String property, Filter filter) throws Exception {
        Query query = new Query(collection, filter);
        query.setMaxFeatures(100);
        return items(collection).find(query, null).features().stream()
                .map(feature -> feature.getID() + " " + feature.getAttribute(property))
                .map(Object.class::cast)
                .toList();
    }

    @Test
    void a_bad_date_in_a_date_column_is_rejected_with_its_reason() throws Exception {
        LoadSummary summary = load(Tables.FOLDER.resolve("date8.gpkg"), "days", "1", false, NOBODY);
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(Files.readString(rejects("days")))
                .contains("seen: got \"\"2016/11/18\"\", expected an existing date, as YYYY-MM-DD");
        assertThat(found("days", "seen", Filter.INCLUDE)).containsExactly("b 2025-03-11");
    }

    @Test
    void dates_that_are_all_whole_days_are_days_for_clients() throws Exception {
        load(csv("whole", "a,2025-03-11,67,30", "b,,67,30", "c,2025-03-12,-70,30"), "whole");
        load(csv("partly", "a,2025-03-11,67,30", "c,2025-03,-70,30"), "partly");
        load(csv("none", "a,,67,30"), "none");
        assertThat(List.of("whole", "partly", "none"))
                .extracting(id ->
                        stored(id).table().schema().find("date").orElseThrow().type())
                .containsExactly(Type.DATE, Type.PARTIAL_DATE, Type.PARTIAL_DATE);
        assertThat(found("whole", "date", Filter.INCLUDE))
                .containsExactlyInAnyOrder("a 2025-03-11", "b null", "c 2025-03-12");
    }

    @Test
    void a_bad_date_that_is_stored_hides_no_other_record() throws Exception {
        load(csv("old", points(3)), "old");
        try (Connection connection = database.primary();
                Statement statement = connection.createStatement()) {
            String table = stored("old").table().name();
            String column = stored("old")
                    .table()
                    .column(stored("old").table().schema().find("date").orElseThrow());
            statement.execute("update " + table + " set " + column + " = '2016/11/18' where id = 'p1'");
        }
        assertThat(found("old", "date", Filter.INCLUDE))
                .containsExactlyInAnyOrder("p0 2025-03-10", "p1 null", "p2 2025-03-12");
        assertThat(items("old").tile(new Tile(0, 0, 0), Filter.INCLUDE)).isNotNull();
    }

    @Test
    void infinities_are_rejected_and_match_no_filter() throws Exception {
        LoadSummary summary = load(Tables.FOLDER.resolve("nan.gpkg"), "deep", "4", false, NOBODY);
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(Files.readString(rejects("deep"))).contains("depth: got \"\"Infinity\"\", expected a number");
        assertThat(found("deep", "depth", ECQL.toFilter("depth > 1"))).containsExactly("d 1.5");
        load(Tables.FOLDER.resolve("nan.fgb"), "deeper", "4", false, NOBODY);
        assertThat(found("deeper", "depth", ECQL.toFilter("depth > 1"))).containsExactly("d 1.5");
    }

    @Test
    void rejected_rows_run_no_formula_in_a_spreadsheet() throws Exception {
        Path file = Files.writeString(
                folder.resolve("formula.csv"),
                "id,longitude,latitude,=cmd\n=HYPERLINK(1),-66.5,x,@SUM(A1)\nb,-66.5,30,ok\n");
        load(file, "formula", "1", false, NOBODY);
        assertThat(Files.readString(rejects("formula")).replace("\r\n", "\n")).isEqualTo("""
                line,reason,id,longitude,latitude,'=cmd,geometry
                2,"latitude: got ""x"", expected a number",'=HYPERLINK(1),-66.5,x,'@SUM(A1)
                """);
    }
}
