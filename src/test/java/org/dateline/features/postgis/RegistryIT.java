package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;

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
