package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.Postgres;
import org.dateline.catalog.CatalogLoader;
import org.dateline.features.AttributeName;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.Items;
import org.dateline.features.Property;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.StoreUnavailableException;
import org.dateline.features.TestCollections;
import org.dateline.features.cql2.Cql2;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.api.filter.sort.SortOrder;
import org.geotools.filter.SortByImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgisItemsIT {

    private static DatabaseAddress address;
    private static Database database;
    private static ItemCollection things;
    private static StoredCollection storedThings;
    private static Items stored;

    @BeforeAll
    static void fill() throws Exception {
        address = Postgres.shared().database();
        database = new Database(address);
        database.migrate();
        things = TestCollections.things();
        storedThings = Filled.put(database, things, 0);
        stored = storedThings.offered(database).items();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static Stream<ItemCollection> collections() throws Exception {
        return Stream.concat(
                Stream.of(things, TestCollections.hardCases(), TestCollections.empty()),
                CatalogCollections.of(CatalogLoader.load(Catalogs.JAFFAR_EXPRESS)).all().stream());
    }

    @ParameterizedTest
    @MethodSource("collections")
    void dates_are_counted_as_in_memory(ItemCollection collection) throws Exception {
        Items items = Filled.put(database, collection, 0).offered(database).items();
        collection.schema().time().ifPresent(time -> {
            for (int most : new int[] {1_000, 4, 1}) {
                assertThat(items.dates(time, most)).isEqualTo(collection.items().dates(time, most));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("collections")
    void features_come_back_as_they_were_put(ItemCollection memory) throws Exception {
        Items items = Filled.put(database, memory, 0).offered(database).items();
        List<SimpleFeature> expected = all(memory.items()).features();
        Items.Result found = all(items);
        assertThat(found.matched()).hasValue(expected.size());
        assertThat(found.next()).isNull();
        assertThat(found.features()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(items.feature(expected.get(i).getID())).isPresent();
            for (Property property : memory.schema().properties()) {
                assertThat(plain(found.features().get(i).getAttribute(property.name())))
                        .as(expected.get(i).getID() + " " + property.name())
                        .isEqualTo(plain(expected.get(i).getAttribute(property.name())));
            }
            assertThat(found.features().get(i).getID())
                    .isEqualTo(expected.get(i).getID());
            assertThat(found.features().get(i).getDefaultGeometry())
                    .isEqualTo(expected.get(i).getDefaultGeometry());
        }
    }

    /** Numbers by their value, dates within JSON as the texts that they are there; half of a pair is no character. */
    private static Object plain(Object value) {
        return switch (value) {
            case null -> "none";
            case Number number -> number.doubleValue();
            case String text -> text.replace('\uD800', '?');
            case List<?> list -> list.stream().map(PostgisItemsIT::plain).toList();
            case java.util.Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + plain(entry.getValue()))
                        .sorted()
                        .toList();
            default -> value.toString();
        };
    }

    @ParameterizedTest
    @MethodSource("collections")
    void pages_go_through_all_features_once_in_any_order(ItemCollection memory) throws Exception {
        Items items = Filled.put(database, memory, 0).offered(database).items();
        List<SortBy[]> orders = new ArrayList<>(List.of(new SortBy[][] {{}}));
        List<Property> sortable =
                memory.schema().properties().stream().filter(Property::sortable).toList();
        for (int i = 0; i < sortable.size(); i++) {
            Property next = sortable.get((i + 1) % sortable.size());
            for (SortOrder way : SortOrder.values()) {
                orders.add(new SortBy[] {by(sortable.get(i), way)});
                orders.add(new SortBy[] {by(sortable.get(i), way), by(next, SortOrder.DESCENDING)});
                orders.add(new SortBy[] {by(next, SortOrder.ASCENDING), by(sortable.get(i), way)});
            }
        }
        for (SortBy[] order : orders) {
            Query query = query(Filter.INCLUDE, 3);
            query.setSortBy(order);
            List<String> walked = new ArrayList<>();
            String after = null;
            do {
                Items.Result page = items.find(query, after);
                assertThat(page.matched().isPresent()).isEqualTo(after == null);
                walked.addAll(ids(page));
                after = page.next();
            } while (after != null);
            query.setMaxFeatures(Integer.MAX_VALUE);
            assertThat(walked)
                    .as(List.of(order).toString())
                    .isEqualTo(ids(memory.items().find(query, null)));
        }
    }

    @Test
    void a_page_may_begin_by_its_offset() {
        Query query = query(Filter.INCLUDE, 2);
        query.setStartIndex(1);
        assertThat(ids(stored.find(query, null))).containsExactly("b", "c");
        query.setStartIndex(10);
        assertThat(stored.find(query, null)).isEqualTo(new Items.Result(OptionalLong.of(5), List.of(), null));
        query.setStartIndex(PostgisItems.FARTHEST_START + 1);
        assertThatThrownBy(() -> stored.find(query, null))
                .isInstanceOf(QueryRefusedException.class)
                .hasMessageContaining("next page");
    }

    @Test
    void matches_are_counted_on_the_first_page() {
        Query query = query(filter("count IS NOT NULL"), 2);
        Items.Result first = stored.find(query, null);
        assertThat(first.matched()).hasValue(3);
        assertThat(stored.find(query, first.next()).matched()).isEmpty();
        query.setMaxFeatures(3);
        assertThat(stored.find(query, null).matched()).hasValue(3);
        query.setStartIndex(100);
        assertThat(stored.find(query, null).matched()).hasValue(3);
    }

    @Test
    void a_page_token_is_valid_only_for_its_query() throws Exception {
        String token = stored.find(query(Filter.INCLUDE, 2), null).next();
        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(ids(stored.find(query(Filter.INCLUDE, 3), token))).containsExactly("c", "d", "e");

        List<String> others = new ArrayList<>(List.of("", "a", token + "A", token.substring(1), "' or 1=1 --"));
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            others.add(token.substring(0, i) + other + token.substring(i + 1));
        }
        for (String other : others) {
            assertThatThrownBy(() -> stored.find(query(Filter.INCLUDE, 2), other))
                    .as(other)
                    .isInstanceOf(QueryRefusedException.class);
        }
        Query sorted = query(Filter.INCLUDE, 2);
        sorted.setSortBy(by(things.schema().properties().getFirst(), SortOrder.ASCENDING));
        assertThatThrownBy(() -> stored.find(sorted, token)).isInstanceOf(QueryRefusedException.class);
        assertThatThrownBy(() -> stored.find(query(filter("count > 1"), 2), token))
                .isInstanceOf(QueryRefusedException.class);
        Items loadedAnew = Filled.put(database, things, 0).offered(database).items();
        assertThatThrownBy(() -> loadedAnew.find(query(Filter.INCLUDE, 2), token))
                .isInstanceOf(QueryRefusedException.class);
        String ofOne = stored.find(query(filter("name <> 'x'"), 1), null).next();
        assertThatThrownBy(() -> stored.find(query(filter("name <> 'y'"), 1), ofOne))
                .isInstanceOf(QueryRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "a\\b",
                "x' or '1'='1",
                "\"",
                "; drop table collection; --",
                "$1",
                "?",
                "%s",
                "{fn now()}"
            })
    void text_of_a_request_never_becomes_sql(String text) throws Exception {
        assertThat(stored.feature(text)).isEmpty();
        String literal = "'" + text.replace("'", "''") + "'";
        assertThat(ids(stored.find(query(filter("name = " + literal), 9), null)))
                .isEmpty();
        assertThat(ids(stored.find(query(filter("name LIKE " + literal), 9), null)))
                .isEmpty();
        assertThat(ids(stored.find(query(filter("A_OVERLAPS(tags, (" + literal + "))"), 9), null)))
                .isEmpty();
        Query byName = query(Filter.INCLUDE, 9);
        byName.setSortBy(new SortByImpl(new AttributeName(text), SortOrder.ASCENDING));
        assertThatThrownBy(() -> stored.find(byName, null)).isInstanceOf(QueryRefusedException.class);

        ItemCollection named = TestCollections.named(text);
        Items odd = Filled.put(database, named, 0).offered(database).items();
        Query query = query(Cql2.isEqual(named.schema().find(text).orElseThrow(), "it's " + text, named.schema()), 9);
        query.setSortBy(by(named.schema().find(text).orElseThrow(), SortOrder.DESCENDING));
        assertThat(odd.find(query, null).features().getFirst().getAttribute(text))
                .isEqualTo("it's " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000", "\uD800", "\uDC00x"})
    void a_text_that_no_database_holds_is_refused(String text) {
        assertThat(stored.feature(text)).isEmpty();
        Filter filter = Cql2.isEqual(things.schema().find("name").orElseThrow(), text, things.schema());
        assertThatThrownBy(() -> stored.find(query(filter, 9), null)).isInstanceOf(QueryRefusedException.class);
    }

    @Test
    void a_query_that_takes_too_long_is_aborted_and_others_are_answered() throws Exception {
        try (Database hasty = new Database(address, Duration.ofMillis(300))) {
            Items items = Filled.put(database, things, 0).offered(hasty).items();
            StoredCollection crowd = crowd(20_000);
            Items slow = crowd.offered(hasty).items();
            String heavy = "id LIKE '" + "%a%b_".repeat(3) + "' OR " + "CASEI(ACCENTI(id)) LIKE '%x%y%' OR ".repeat(40)
                    + "id = 'x'";
            Filter filter = Cql2.ofText(heavy, crowd.table().schema(), ReferenceSystem.CRS84);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> slowOnes = new ArrayList<>();
                for (int i = 0; i < Database.POOL - 1; i++) {
                    slowOnes.add(threads.submit(() -> assertThatThrownBy(() -> slow.find(query(filter, 10), null))
                            .isInstanceOf(StoreUnavailableException.class)
                            .hasMessage(
                                    "the query took longer than 0.3 s; ask for a smaller box or a simpler filter")));
                }
                for (int i = 0; i < 20; i++) {
                    assertThat(items.feature("a")).isPresent();
                }
                for (Future<?> one : slowOnes) {
                    one.get();
                }
            }
        }
    }

    /** Records of one point each, with long identifiers. */
    private static StoredCollection crowd(int count) throws SQLException {
        ItemCollection like = TestCollections.named("name");
        try (Connection primary = database.primary();
                Statement statement = primary.createStatement()) {
            var next = statement.executeQuery("select nextval('version')");
            next.next();
            ItemsTable table = new ItemsTable(next.getLong(1), like.schema());
            Filled.create(statement, table);
            statement.execute("insert into " + table.name()
                    + " (seq, id) select n, repeat(md5(n::text) || 'é', 20) from generate_series(1, " + count + ") n");
            StoredCollection stored = new StoredCollection(
                    "crowd", storedThings.about(), table, Optional.empty(), null, null, count, count, 0);
            Filled.finish(statement, stored);
            return stored;
        }
    }

    @Test
    void a_database_that_does_not_answer_is_reported_without_its_address() {
        try (Database nowhere = new Database(DatabaseAddress.parse("postgresql://dateline@127.0.0.1:9/none", null))) {
            Items items = storedThings.offered(nowhere).items();
            assertThatThrownBy(() -> items.feature("a"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("the collection's database does not answer");
        }
    }

    @Test
    void a_reloaded_collection_is_requested_again() throws Exception {
        StoredCollection old = Filled.put(database, things, 0);
        Items items = old.offered(database).items();
        assertThat(items.feature("a")).isPresent();
        try (Connection primary = database.primary();
                Statement statement = primary.createStatement()) {
            statement.execute("drop table " + old.table().name());
        }
        assertThatThrownBy(() -> items.feature("a"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("try again");
    }

    @Test
    void connections_that_break_cost_no_query() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(threads.submit(() -> {
                    int answered = 0;
                    while (!done.get()) {
                        assertThat(stored.feature("a")).isPresent();
                        answered++;
                    }
                    return answered;
                }));
            }
            try (Connection primary = database.primary();
                    Statement statement = primary.createStatement()) {
                for (int i = 0; i < 3; i++) {
                    // Long enough for new connections on a busy machine: nobody promises more than some tries.
                    Thread.sleep(1_000);
                    statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    private static SortBy by(Property property, SortOrder way) {
        return new SortByImpl(new AttributeName(property.name()), way);
    }

    private static Filter filter(String cql) {
        return Cql2.ofText(cql, things.schema(), ReferenceSystem.CRS84);
    }

    private static Query query(Filter filter, int limit) {
        Query query = new Query();
        query.setFilter(filter);
        query.setMaxFeatures(limit);
        return query;
    }

    private static Items.Result all(Items items) {
        return items.find(new Query(), null);
    }

    private static List<String> ids(Items.Result found) {
        return found.features().stream().map(SimpleFeature::getID).toList();
    }
}
