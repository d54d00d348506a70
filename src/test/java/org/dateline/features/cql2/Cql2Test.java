package org.dateline.features.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dateline.features.ItemCollection;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.TestCollections;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Cql2Test {

    private static ItemCollection things;

    @BeforeAll
    static void load() {
        things = TestCollections.things();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sibi      | b",
                "SÃO joao  | c",
                "tents WIND | e",
                "joao sibi |",
                "100%      | e",
                "_         |",
            })
    void words_are_found_in_the_texts_that_name_a_feature(String words, String ids) {
        Query query = new Query();
        query.setFilter(Cql2.contains(things.schema(), List.of(words.split(" "))));
        assertThat(things.items().find(query, null).features().stream().map(SimpleFeature::getID))
                .containsExactlyElementsOf(ids == null ? List.of() : List.of(ids.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "name = 'Quetta'                                     | a",
                "name <> 'Quetta'                                    | b c e",
                "NOT (name = 'Quetta')                               | b c e",
                "name = 'quetta'                                     | ",
                "CASEI(name) = casei('QUETTA')                       | a",
                "CASEI(name) LIKE CASEI('sI%')                       | b",
                "ACCENTI(name) = accenti('Sao Joao')                 | c",
                "CASEI(ACCENTI(name)) LIKE 's%o j%'                  | c",
                "name LIKE '%e_t%'                                   | a e",
                "name NOT LIKE '%e_t%'                               | b c",
                "name LIKE '%100\\%%'                                | e",
                "name LIKE 'Tent%wind'                               | e",
                "'🚂🚂b🚂c' LIKE '_%b_c'                             | a b c d e",
                "'🚂🚂' LIKE '%_🚂_'                                 | ",
                "name IN ('Quetta', 'Sibi', 'Nowhere')               | a b",
                "name NOT IN ('Quetta', 'Sibi')                      | c e",
                "name IS NULL                                        | d",
                "name IS NOT NULL                                    | a b c e",
                "count = 3                                           | a",
                "count = 3.0                                         | a",
                "count < 3.5                                         | a b",
                "count < 2.5                                         | b",
                "count >= 3                                          | a c",
                "3 < count                                           | c",
                "count BETWEEN 2 AND 3                               | a b",
                "count NOT BETWEEN 2 AND 3                           | c",
                "count IN (2, 40)                                    | b c",
                "size > 1                                            | a c",
                "size = 1.5                                          | a",
                "size = 2                                            | c",
                "size < count                                        | a b c",
                "count * 2 + 1 = 7                                   | a",
                "count % 2 = 1                                       | a",
                "count DIV 2 = 1                                     | a b",
                "2 ^ count = 8                                       | a",
                "-count = -3                                         | a",
                "10 / (count - 3) > 0                                | c",
                "NOT (10 / (count - 3) > 0)                          | b",
                "open = TRUE                                         | a",
                "open                                                | a",
                "NOT open                                            | b",
                "open <> true                                        | b",
                "open < true                                         | b",
                "open <= true                                        | a b",
                "open > false                                        | a",
                "open >= true                                        | a",
                "date = DATE('2025-03-11')                           | a",
                "date = '2025-03-11'                                 | a",
                "date < DATE('2025-03-11')                           | c",
                "date >= DATE('2025-03-01')                          | a b",
                "date LIKE '2025-03%'                                | a b",
                "date LIKE '____-__'                                 | b",
                "date = 'foo'                                        | ",
                "date <> 'foo'                                       | a b c",
                "'foo' > date                                        | a b c",
                "date NOT IN ('2025-03-11', 'foo')                   | b c",
                "T_INTERSECTS(date, INTERVAL('2025-03-11','..'))     | a b",
                "T_BEFORE(date, TIMESTAMP('2025-03-01T00:00:00Z'))   | c",
                "T_DURING(date, INTERVAL('2025-03-01','2025-03-31')) | a",
                "T_EQUALS(date, INTERVAL('2025-03-01','2025-03-31')) | b",
                "T_MEETS(date, INTERVAL('2025-03-11','2025-03-12'))  | a",
                "NOT T_AFTER(date, DATE('2025-01-01'))               | c",
                "T_INTERSECTS(INTERVAL(date, date), DATE('2025-03-11')) | a b",
                "A_CONTAINS(tags, ('x', 'y'))                        | a",
                "A_OVERLAPS(tags, ('y', 'z'))                        | a b",
                "A_EQUALS(tags, ('z'))                               | b",
                "A_CONTAINEDBY(tags, ('z', 'q'))                     | b c",
                "S_INTERSECTS(geometry, POINT(67 30))                | a c",
                "S_INTERSECTS(geometry, BBOX(66, 29, 68, 31))        | a c",
                "s_within(geometry, POLYGON((66 29, 68 29, 68 31, 66 31, 66 29))) | a",
                "S_DISJOINT(geometry, BBOX(66, 29, 68, 31))          | b e",
                "NOT S_DISJOINT(geometry, BBOX(66, 29, 68, 31))      | a c",
                "S_INTERSECTS(geometry, BBOX(170, 60, -170, 70))     | e",
                "S_CONTAINS(geometry, LINESTRING(60.5 21, 60.5 25))      | c",
                "S_EQUALS(geometry, POINT(67 30))                    | a",
                "geometry IS NULL                                    | d",
                "'10' < '9'                                          | a b c d e",
                "'1e1' >= '10'                                       | a b c d e",
                "'\uE000' < '🚂'                                     | a b c d e",
                "name > 'Sibi'                                       | c e",
                "NOT (name > 'Sibi')                                 | a b",
                "count * 0 = -1 * count * 0                          | a b c",
                "name = 'Quetta' OR name = 'Sibi' AND count = 40     | a",
                "(name = 'Quetta' OR name = 'Sibi') AND count = 2    | b",
                "NOT (name = 'Quetta' AND count = 3)                 | b c e",
                "\"odd name\" = 'it''s'                              | b",
                "true                                                | a b c d e",
                "NOT true                                            | ",
            })
    void a_text_filter_selects_the_features_that_match_it(String filter, String ids) {
        assertThat(selected(Cql2.ofText(filter, things.schema(), ReferenceSystem.CRS84)))
                .isEqualTo(ids == null ? List.of() : List.of(ids.trim().split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'=','args':[{'property':'name'},'Quetta']} | a",
                "{'op':'and','args':[{'op':'>','args':[{'property':'count'},2]},{'op':'not','args':[{'op':'=','args':[{'property':'open'},true]}]}]} | ",
                "{'op':'in','args':[{'property':'name'},['Quetta','Sibi']]} | a b",
                "{'op':'between','args':[{'property':'count'},2,3]} | a b",
                "{'op':'isNull','args':[{'property':'name'}]} | d",
                "{'op':'like','args':[{'op':'casei','args':[{'property':'name'}]},{'op':'casei','args':['SI%']}]} | b",
                "{'op':'s_intersects','args':[{'property':'geometry'},{'type':'Point','coordinates':[67,30]}]} | a c",
                "{'op':'s_intersects','args':[{'property':'geometry'},{'bbox':[170,60,-170,70]}]} | e",
                "{'op':'t_intersects','args':[{'property':'date'},{'interval':['2025-03-11','..']}]} | a b",
                "{'op':'=','args':[{'property':'date'},{'date':'2025-03-11'}]} | a",
                "{'op':'a_contains','args':[{'property':'tags'},['x','y']]} | a",
                "{'op':'=','args':[{'op':'+','args':[{'property':'count'},1]},4]} | a",
            })
    void a_filter_in_json_selects_the_same(String filter, String ids) {
        assertThat(selected(Cql2.ofJson(filter.replace('\'', '"'), things.schema(), ReferenceSystem.CRS84)))
                .isEqualTo(ids == null ? List.of() : List.of(ids.trim().split(" ")));
    }

    @Test
    void coordinates_of_a_filter_are_in_its_own_reference_system() {
        assertThat(selected(
                        Cql2.ofText("S_INTERSECTS(geometry, POINT(30 67))", things.schema(), ReferenceSystem.WGS84)))
                .containsExactly("a", "c");
        assertThat(selected(Cql2.ofText(
                        "S_INTERSECTS(geometry, BBOX(7347000, 3376000, 7570000, 3600000))",
                        things.schema(),
                        ReferenceSystem.WEB_MERCATOR)))
                .containsExactly("a", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name =",
                "name = 'x",
                "nam = 'x'",
                "name = 5",
                "count = 'five'",
                "name = 'a' AND",
                "(name = 'a'",
                "name = 'a')",
                "name LIKE name",
                "name LIKE 5",
                "name IN ()",
                "name IN 'a'",
                "name BETWEEN 1 AND 2 AND",
                "S_INTERSECTS(geometry, POINT(1))",
                "S_INTERSECTS(geometry, POINT(1 100))",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1)))",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1, 1 0, 0 0)))",
                "S_INTERSECTS(geometry, BBOX(1,2,3))",
                "S_INTERSECTS(geometry, BBOX(1,5,3,2))",
                "S_NEAR(geometry, POINT(1 1))",
                "S_INTERSECTS(geometry)",
                "geometry = POINT(1 1)",
                "tags = 'x'",
                "nested = 'x'",
                "T_AFTER(date, 'soon')",
                "date = DATE('2025-03')",
                "date = DATE('2025-02-30')",
                "date = TIMESTAMP('2025-02-03')",
                "T_DURING(date, INTERVAL('2025-03-11', '2025-03-10'))",
                "frobnicate(name) = 'x'",
                "name = 'a' ; DROP TABLE x",
                "count = 1e999",
                "5",
                "'text'",
                "NOT",
                "A_NEAR(tags, ('x'))",
                "\u0000",
            })
    void an_invalid_filter_is_refused_with_what_was_got_and_expected(String filter) {
        assertThatThrownBy(() -> Cql2.ofText(filter, things.schema(), ReferenceSystem.CRS84))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining("got")
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT (", "- ", "CASEI(", "{\"op\":\"not\",\"args\":[", "["})
    void deep_nesting_is_refused(String opening) {
        assertThatThrownBy(() -> {
                    if (opening.startsWith("{") || opening.startsWith("[")) {
                        Cql2.ofJson(opening.repeat(5_000), things.schema(), ReferenceSystem.CRS84);
                    } else {
                        Cql2.ofText(opening.repeat(5_000), things.schema(), ReferenceSystem.CRS84);
                    }
                })
                .isInstanceOf(Cql2Exception.class);
    }

    private static List<String> selected(Filter filter) {
        Query query = new Query();
        query.setFilter(filter);
        return things.items().find(query, null).features().stream()
                .map(SimpleFeature::getID)
                .toList();
    }

    /** A chain becomes a tree as deep as it is long, which the stack would not hold. */
    @ParameterizedTest
    @ValueSource(strings = {"+1", "-1", "*1", "/1", "%1", " DIV 1", "^1"})
    void a_chain_that_is_too_long_is_refused(String link) {
        assertThatThrownBy(() -> Cql2.ofText("1" + link.repeat(1_000) + "=1", things.schema(), ReferenceSystem.CRS84))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining("more than 100 operators in a row");
        assertThat(Cql2.ofText("count" + link.repeat(100) + "=1", things.schema(), ReferenceSystem.CRS84))
                .isNotNull();
    }

    @Test
    void any_number_of_conditions_may_be_joined() {
        assertThat(Cql2.ofText("count=1" + " OR count=1".repeat(2_000), things.schema(), ReferenceSystem.CRS84))
                .isNotNull();
    }
}
