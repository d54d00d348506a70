package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.dateline.features.Property.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ValueParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"2016/11/18", "", "18.11.2016", "20161118", "2457711.5", "2016", "2016-11", "2016-02-30"})
    void a_bad_day_is_rejected_at_the_door(String value) {
        assertThatThrownBy(() -> ValueParser.of(Type.DATE, value, "day"))
                .isInstanceOf(BadRowException.class)
                .hasMessageStartingWith("day: got \"" + value + "\", expected ");
    }

    @Test
    void a_day_is_a_day() {
        assertThat(ValueParser.of(Type.DATE, "2016-11-18", "day")).isEqualTo(LocalDate.of(2016, 11, 18));
        assertThat(ValueParser.of(Type.DATE, null, "day")).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_no_number_is_rejected_wherever_it_comes_from(double value) {
        for (Type type : new Type[] {Type.NUMBER, Type.INTEGER, Type.ANY}) {
            assertThatThrownBy(() -> ValueParser.of(type, value, "depth"))
                    .isInstanceOf(BadRowException.class)
                    .hasMessageStartingWith("depth: got ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {"1e400", "[1, -1e999]", "{\"a\": {\"b\": [1e400]}}"})
    void a_number_beyond_the_range_is_rejected_however_deep(String json) {
        Object value = JsonMapper.shared().readTree(json);
        assertThatThrownBy(() -> ValueParser.of(Type.ANY, value, "depth")).isInstanceOf(BadRowException.class);
    }

    @ParameterizedTest
    @CsvSource({"31-Dec-97, 1997-12-31", "01-Jan-20, 2020-01-01", "15-Jun-68, 1968-06-15", "1-Jan-30, 1930-01-01"})
    void years_of_two_digits_lie_in_the_hundred_years_that_a_mapping_states(String text, String day) {
        assertThat(new DateReader(List.of("d-MMM-yy"), 1930).read(text, "when")).hasToString(day);
    }
}
