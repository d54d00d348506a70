package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** Small whole ends, so that intervals often touch; all numbers that tell two of them apart are multiples of 0.5. */
    private static final double STEP = 0.5;

    private static final int LARGEST = 12;

    @Provide
    Arbitrary<Interval> intervals() {
        Arbitrary<Double> ends = Arbitraries.integers().between(0, LARGEST).map(Integer::doubleValue);
        Arbitrary<Boolean> counted = Arbitraries.of(true, false);
        Arbitrary<Interval> bounded = Combinators.combine(ends, counted, ends, counted)
                .filter((low, lowIncluded, high, highIncluded) ->
                        low < high || (low.equals(high) && lowIncluded && highIncluded))
                .as(Interval::new);
        Arbitrary<Interval> open = Combinators.combine(ends, counted)
                .as((low, lowIncluded) -> new Interval(low, lowIncluded, Double.POSITIVE_INFINITY, false));
        return Arbitraries.oneOf(bounded, open);
    }

    @Property
    void two_intervals_meet_if_and_only_if_a_number_is_in_both(
            @ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
        boolean shared = false;
        for (double number = 0; number <= LARGEST + 1; number += STEP) {
            shared |= one.contains(number) && other.contains(number);
        }
        assertThat(one.meets(other)).isEqualTo(shared);
    }

    @Property
    void meeting_is_mutual(@ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
        assertThat(one.meets(other)).isEqualTo(other.meets(one));
    }

    @Property
    void an_interval_meets_itself(@ForAll("intervals") Interval interval) {
        assertThat(interval.meets(interval)).isTrue();
    }

    @Property
    void a_wider_interval_meets_every_interval_that_a_narrower_one_meets(
            @ForAll("intervals") Interval narrow, @ForAll("intervals") Interval other) {
        Interval wide = new Interval(narrow.low(), true, narrow.high() + 1, true);
        if (narrow.meets(other)) {
            assertThat(wide.meets(other)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // "more than 400" and 425 can both hold; 35 and 214 cannot.
        "more-than, 400, exactly,    425,  true",
        "exactly,    35, exactly,    214,  false",
        "more-than, 400, exactly,    400,  false",
        "at-least,  400, exactly,    400,  true",
        "fewer-than, 60, exactly,     60,  false",
        "at-most,    60, exactly,     60,  true",
        "at-least,   21, exactly,     19,  false",
        "about,     500, exactly,    450,  true",
        "about,     500, exactly,    425,  false",
        "about,      10, more-than,   11,  false",
        "about,      11, about,        9,  true",
        "about,     350, nearly,     350,  true",
        "nearly,    350, exactly,    350,  false",
        "nearly,    350, exactly,    349,  true",
        "nearly,    350, exactly,    300,  false",
        "fewer-than,  0, exactly,      0,  true",
        "nearly,      0, exactly,      1,  false",
        "more-than, 1e9, at-least,     1,  true",
    })
    void wordings_decide_which_values_can_both_be_true(
            String wording, double number, String otherWording, double otherNumber, boolean both) {
        Interval one = Wording.of(wording).orElseThrow().around(number);
        Interval other = Wording.of(otherWording).orElseThrow().around(otherNumber);
        assertThat(one.meets(other)).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource({
        "hundreds, 35, false",
        "hundreds, 214, true",
        "hundreds, 1999, true",
        "hundreds, 2000, false",
        "dozens, 75, true",
        "dozens, 23, false",
        "several, 1, false",
        "several, 30, true",
        "all, 27, true",
        "all, 0, false"
    })
    void words_that_count_leave_open_what_a_reader_would(String word, double number, boolean contained) {
        assertThat(Vagueness.of(word).orElseThrow().interval().contains(number)).isEqualTo(contained);
    }

    @Test
    void an_interval_without_a_number_is_refused() {
        assertThatThrownBy(() -> new Interval(3, true, 3, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("got an interval from 3.0 to 3.0 with no number in it, expected at least one");
        assertThatThrownBy(() -> new Interval(4, true, 3, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, true, 3, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
