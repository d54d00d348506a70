package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.Postgres;
import org.dateline.features.Property;
import org.dateline.features.Property.Role;
import org.dateline.features.Property.Type;
import org.dateline.features.Schema;
import org.dateline.geo.Bbox;
import org.dateline.model.Text;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistryIT {

    private static Database database;

    @BeforeAll
    static void migrate() {
        database = new Database(Postgres.shared().database());
        database.migrate();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_collection_comes_back_as_it_was_put() throws Exception {
        Map<String, String> title = new LinkedHashMap<>();
        title.put("ru", "События");
        title.put("en", "Events");
        StoredCollection put = new StoredCollection(
                "events",
                new StoredCollection.Description(
                        new Text(title), new Text(Map.of("en", "Invented.")), "A seed", "None"),
                new ItemsTable(
                        7,
                        new Schema(
                                List.of(
                                        new Property("id", Type.STRING, "Identifier", null, Role.ID),
                                        new Property("date", Type.PARTIAL_DATE, null, null, Role.INSTANT),
                                        new Property("depth; drop table", Type.NUMBER, null, "m", null)),
                                "point")),
                Optional.of(new Bbox(170, -10, -170, 20)),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                12,
                3,
                9);
        try (Connection primary = database.primary()) {
            Registry.put(primary, put);
            assertThat(Registry.all(primary)).containsExactly(put);
            assertThat(Registry.all(primary).getFirst().about().title().in("fr"))
                    .isEqualTo("События");
        }
    }

    @Test
    void migrating_again_changes_nothing() throws Exception {
        database.migrate();
        try (Connection read = database.read()) {
            assertThat(read.isReadOnly()).isTrue();
        }
    }

    @Test
    void a_database_of_the_first_version_keeps_its_catalogs_and_collections_and_takes_what_came_later()
            throws Exception {
        DatabaseAddress address = Postgres.shared().database();
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.userName().orElseThrow(), null)
                .schemas("dateline")
                .locations("classpath:db")
                .target("1")
                .load()
                .migrate();
        byte[] archive = "a catalog of then".getBytes(StandardCharsets.UTF_8);
        try (Database now = new Database(address);
                Connection primary = now.primary()) {
            StatementRunner.update(
                    primary,
                    "insert into catalog (version, hash, archive) values (nextval('version'), 'of then', ?)",
                    archive);
            StatementRunner.update(primary, """
                    insert into collection (id, version, about, schema, records, unlocated)
                    values ('towns', nextval('version'),
                        '{"title": {"en": "Towns"}, "description": {"en": "Invented."}, "source": "A seed", "licence": "None"}',
                        '{"properties": [{"name": "id", "type": "STRING", "role": "ID"}], "geometry": "point"}', 2, 0)""");
            now.migrate();

            assertThat(PushedCatalog.newerThan(primary, 0, 1_000)).hasValueSatisfying(kept -> {
                assertThat(kept.hash()).isEqualTo("of then");
                assertThat(kept.archive()).isEqualTo(archive);
            });
            assertThat(Registry.all(primary)).singleElement().satisfies(kept -> {
                assertThat(kept.id()).isEqualTo("towns");
                assertThat(kept.about().title().in("en")).isEqualTo("Towns");
                assertThat(kept.records()).isEqualTo(2);
            });
            long pushed = PushedStories.push(primary, "flood", "of now", archive);
            assertThat(PushedStories.latest(primary))
                    .containsExactly(new PushedStories.Latest("flood", pushed, "of now"));
            new FrozenFiles(now).keep("0123456789ab/vale.en.auto.html", archive);
            assertThat(new FrozenFiles(now).find("0123456789ab/vale.en.auto.html"))
                    .hasValue(archive);
        }
    }

    @Test
    void a_stated_date_is_the_days_that_it_may_be() throws Exception {
        try (Connection read = database.read();
                var statement = read.createStatement();
                var rows = statement.executeQuery("select first_day(d)::text || ' ' || last_day(d)::text"
                        + " from unnest(array['2024', '2024-02', '2024-02-11', null]) as d")) {
            StringBuilder said = new StringBuilder();
            while (rows.next()) {
                said.append(rows.getString(1)).append('\n');
            }
            assertThat(said.toString()).isEqualTo("""
                    2024-01-01 2024-12-31
                    2024-02-01 2024-02-29
                    2024-02-11 2024-02-11
                    null
                    """);
        }
    }
}
