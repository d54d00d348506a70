package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.Postgres;
import org.dateline.catalog.CatalogLoader;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.TestCollections;
import org.dateline.features.cql2.Cql2;
import org.dateline.features.cql2.Cql2Exception;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters find in the database what they find in memory. */
class PostgisFiltersIT {

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

    static Stream<ItemCollection> collections() throws Exception {
        List<ItemCollection> all = new ArrayList<>(
                List.of(TestCollections.things(), TestCollections.hardCases(), TestCollections.moments()));
        for (var catalog : List.of(Catalogs.JAFFAR_EXPRESS, Catalogs.CHUKOTKA)) {
            all.addAll(CatalogCollections.of(CatalogLoader.load(catalog)).all());
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("collections")
    void a_thousand_random_filters_find_the_same(ItemCollection memory) throws Exception {
        ItemCollection stored = Filled.put(database, memory, 0).offered(database);
        RandomFilters random = new RandomFilters(memory, 117);
        long records = memory.items().find(new Query(), null).features().size();
        int some = 0;
        for (int i = 0; i < 1_000; i++) {
            String cql = random.next();
            Filter filter;
            try {
                filter = Cql2.ofText(cql, memory.schema(), ReferenceSystem.CRS84);
            } catch (Cql2Exception e) {
                // A literal that is no valid geometry or interval: no question for either.
                continue;
            }
            List<String> expected = ids(memory, filter);
            try {
                assertThat(ids(stored, filter)).as(cql).isEqualTo(expected);
            } catch (QueryRefusedException e) {
                assertThat(cql).as("refused").containsPattern("S_(WITHIN|CONTAINS|TOUCHES|EQUALS|OVERLAPS|CROSSES)");
                assertThat(memory.schema().geometry()).isEqualTo("any");
            }
            some += expected.isEmpty() || expected.size() == records ? 0 : 1;
        }
        // How many have told records apart, and so tested anything.
        assertThat(some).isGreaterThan(records > 1 ? 200 : -1);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void words_are_found_in_the_same_features(ItemCollection memory) throws Exception {
        ItemCollection stored = Filled.put(database, memory, 0).offered(database);
        for (String words : List.of("sibi", "SÃO joao", "hostages TRAIN", "جعفر", "100%", "it's", "ОСТРОВ", "𝒜")) {
            Filter filter = Cql2.contains(memory.schema(), List.of(words.split(" ")));
            assertThat(ids(stored, filter)).as(words).isEqualTo(ids(memory, filter));
        }
    }

    private static List<String> ids(ItemCollection collection, Filter filter) {
        Query query = new Query();
        query.setFilter(filter);
        return collection.items().find(query, null).features().stream()
                .map(SimpleFeature::getID)
                .toList();
    }
}
