package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.http.ogc.Condition.Row;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;
import org.locationtech.jts.geom.Geometry;

/** A thousand generated requests with text, space and time in one find what a loop over the catalog finds. */
class GeneratedFiltersTest {

    private static Api api;
    private static List<Row> rows;
    /** How many filters have told excerpts apart, and so tested anything. */
    private static int some;

    @BeforeContainer
    static void start() throws Exception {
        api = new Api(Catalogs.JAFFAR_EXPRESS);
        rows = rows(CatalogLoader.load(Catalogs.JAFFAR_EXPRESS));
    }

    @AfterContainer
    static void stop() {
        api.close();
        assertThat(some).isGreaterThan(250);
    }

    private static List<Row> rows(Catalog catalog) {
        Map<String, Geometry> where = new HashMap<>();
        catalog.layers()
                .forEach(layer -> layer.features()
                        .forEach(feature -> feature.location()
                                .geometry()
                                .ifPresent(geometry -> where.put(feature.id(), geometry))));
        List<Row> rows = new ArrayList<>();
        for (Report report : catalog.reports()) {
            for (Excerpt excerpt : report.excerpts()) {
                Map<String, Object> values = new HashMap<>();
                values.put("quote", excerpt.quote());
                values.put("report", report.id());
                values.put("text_offset", excerpt.offset());
                Optional.ofNullable(excerpt.party()).ifPresent(party -> values.put("party", party));
                Optional.ofNullable(excerpt.dateWords()).ifPresent(words -> values.put("excerpt_date_words", words));
                PartialDate date = excerpt.date();
                rows.add(new Row(
                        excerpt.id(),
                        values,
                        date == null ? null : first(date),
                        date == null ? null : last(date),
                        excerpt.mentions().stream()
                                .map(Mention::feature)
                                .filter(where::containsKey)
                                .map(where::get)
                                .toList()));
            }
        }
        return rows;
    }

    private static LocalDate first(PartialDate date) {
        String text = date.toString();
        return LocalDate.parse(text.length() == 4 ? text + "-01-01" : text.length() == 7 ? text + "-01" : text);
    }

    private static LocalDate last(PartialDate date) {
        String text = date.toString();
        return switch (text.length()) {
            case 4 -> LocalDate.parse(text + "-12-31");
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    @Property(tries = 1_000)
    void a_filter_with_text_space_and_time_finds_what_a_loop_over_the_catalog_finds(
            @ForAll("conditions") Condition filter,
            @ForAll("boxes") Condition.Space anyBox,
            @ForAll("times") Condition.Time anyTime)
            throws Exception {
        Condition.Space bbox = new Condition.Space(false, anyBox.west(), anyBox.south(), anyBox.east(), anyBox.north());
        Condition.Time datetime = new Condition.Time("T_INTERSECTS", anyTime.first(), anyTime.last());
        List<String> expected = rows.stream()
                .filter(row -> Boolean.TRUE.equals(filter.holds(row)))
                .filter(row -> row.where().isEmpty() || Boolean.TRUE.equals(bbox.holds(row)))
                .filter(row -> row.from() == null || Boolean.TRUE.equals(datetime.holds(row)))
                .map(Row::id)
                .toList();

        some += expected.isEmpty() || expected.size() == rows.size() ? 0 : 1;
        assertThat(api.foundIds(
                        "excerpts",
                        "filter",
                        filter.cql(),
                        "bbox",
                        bbox.box(),
                        "datetime",
                        datetime.first() + "/" + datetime.last(),
                        "properties",
                        "id"))
                .as(filter.cql())
                .isEqualTo(expected);
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
