package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dateline.Catalogs;
import org.dateline.Postgres;
import org.dateline.catalog.CatalogLoader;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.TimeSpan;
import org.dateline.features.cql2.Cql2;
import org.dateline.http.ogc.Condition;
import org.dateline.http.ogc.Conditions;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;

/** A thousand generated requests with text, space and time in one find in the database what they find in memory. */
class PostgisGeneratedFiltersIT {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private static Database database;
    private static ItemCollection memory;
    private static ItemCollection stored;
    /** How many filters have told excerpts apart, and so tested anything. */
    private static int some;

    @BeforeContainer
    static void fill() throws Exception {
        database = new Database(Postgres.shared().database());
        database.migrate();
        memory = CatalogCollections.of(CatalogLoader.load(Catalogs.JAFFAR_EXPRESS))
                .find("excerpts")
                .orElseThrow();
        stored = Filled.put(database, memory, 0).offered(database);
    }

    @AfterContainer
    static void stop() {
        database.close();
        assertThat(some).isGreaterThan(250);
    }

    @Property(tries = 1_000)
    void a_filter_with_text_space_and_time_finds_the_same(
            @ForAll("conditions") Condition condition,
            @ForAll("boxes") Condition.Space box,
            @ForAll("times") Condition.Time time) {
        Filter where = Cql2.ofText(
                "geometry IS NULL OR S_INTERSECTS(geometry, BBOX(" + box.box() + "))",
                memory.schema(),
                ReferenceSystem.CRS84);
        Filter when =
                Cql2.atTime(memory.schema().time().orElseThrow(), TimeSpan.parse(time.first() + "/" + time.last()));
        Query query = new Query();
        query.setFilter(FILTERS.and(
                List.of(Cql2.ofText(condition.cql(), memory.schema(), ReferenceSystem.CRS84), where, when)));

        List<String> expected = ids(memory, query);
        some += expected.isEmpty() ? 0 : 1;
        assertThat(ids(stored, query)).as(condition.cql()).isEqualTo(expected);
    }

    private static List<String> ids(ItemCollection collection, Query query) {
        return collection.items().find(query, null).features().stream()
                .map(SimpleFeature::getID)
                .toList();
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Conditions.any();
    }

    @Provide
    Arbitrary<Condition.Time> times() {
        return Conditions.times();
    }

    @Provide
    Arbitrary<Condition.Space> boxes() {
        return Conditions.boxes();
    }
}
