package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
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
    @ValueSource(strings = {"1.000", "12.000", "-125.000", "12.500", "1.000.000"})
    void a_point_that_may_stand_for_thousands_is_not_guessed_at(String value) {
        assertThatThrownBy(() -> ValueParser.of(Type.INTEGER, value, "killed"))
                .hasMessage("killed: got \"" + value
                        + "\", expected a whole number without a point, which may stand for decimals or for thousands");
    }

    @ParameterizedTest
    @CsvSource({"3.0, 3", "0.000, 0", "1234.000, 1234", "1E3, 1000"})
    void a_whole_number_may_have_decimals_that_are_none(String value, long number) {
        assertThat(ValueParser.of(Type.INTEGER, value, "killed")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-02, 0001-01-01, 0001-01-05",
        "9999-12-30, 9999-12-27, 9999-12-31",
        "2016-02-27, 2016-02-24, 2016-03-01"
    })
    void a_week_ends_where_dates_end(LocalDate day, LocalDate first, LocalDate last) {
        assertThat(DatePrecision.WEEK.firstAround(day)).isEqualTo(first);
        assertThat(DatePrecision.WEEK.lastAround(day)).isEqualTo(last);
    }

    @Test
    void an_hour_that_clocks_skip_is_no_moment_and_one_that_they_repeat_is_noted() {
        MomentReader reader = new MomentReader(ZoneId.of("Europe/Berlin"));
        assertThat(reader.read("2025-03-30 01:59:59", "at")).hasToString("2025-03-30T00:59:59Z");
        assertThatThrownBy(() -> reader.read("2025-03-30 02:30", "at"))
                .hasMessage(
                        "at: got \"2025-03-30 02:30\", expected a time that there was in Europe/Berlin, where clocks"
                                + " were put forward");
        assertThat(reader.read("2025-10-26 02:30", "at")).hasToString("2025-10-26T00:30:00Z");
        assertThat(reader.notes())
                .containsExactly(
                        "at: 1 date-time in an hour that Europe/Berlin had twice, when clocks were put back: read"
                                + " as the earlier");
    }

    @ParameterizedTest
    @CsvSource({"31-Dec-97, 1997-12-31", "01-Jan-20, 2020-01-01", "15-Jun-68, 1968-06-15", "1-Jan-30, 1930-01-01"})
    void years_of_two_digits_lie_in_the_hundred_years_that_a_mapping_states(String text, String day) {
        assertThat(new DateReader(List.of("d-MMM-yy"), 1930).read(text, "when")).hasToString(day);
    }
}
