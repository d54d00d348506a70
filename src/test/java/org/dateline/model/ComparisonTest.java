package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Text TEXT = new Text(Map.of("en", "x"));
    private static final Measure HOSTAGES = new Measure(
            "hostages", TEXT, TEXT, TEXT, List.of(new Measure.Group("guards", TEXT), new Measure.Group("crew", TEXT)));

    @Test
    void two_numbers_of_the_same_thing_contest_each_other() {
        assertThat(compare(exactly("police", 35), exactly("rebels", 214)).contested())
                .isTrue();
    }

    @Test
    void the_same_number_from_two_parties_is_not_contested() {
        assertThat(compare(exactly("police", 35), exactly("rebels", 35)).contested())
                .isFalse();
    }

    @Test
    void a_number_within_another_claims_open_range_is_not_contested() {
        Comparison comparison =
                compare(claim("more", new Value.Figure(Wording.MORE_THAN, 400), null, null), exactly("same", 425));
        assertThat(comparison.contested()).isFalse();
    }

    @Test
    void one_figure_alone_is_not_contested() {
        assertThat(compare(exactly("police", 35)).contested()).isFalse();
    }

    @Test
    void each_claim_knows_the_claims_that_contradict_it() {
        Claim vague = claim("vague", new Value.Vague(Vagueness.HUNDREDS), null, null);
        Claim low = exactly("low", 35);
        Claim high = exactly("high", 214);
        Comparison comparison = compare(vague, low, high);
        assertThat(against(comparison, low)).containsExactly("vague", "high");
        assertThat(against(comparison, vague)).containsExactly("low");
        assertThat(against(comparison, high)).containsExactly("low");
    }

    @Test
    void a_part_of_a_figure_does_not_contradict_it() {
        Comparison comparison =
                compare(exactly("whole", 26), claim("part", new Value.Figure(Wording.EXACTLY, 14), null, "whole"));
        assertThat(comparison.contested()).isFalse();
    }

    @Test
    void figures_of_different_groups_do_not_contradict_each_other() {
        assertThat(compare(of("guards", Wording.EXACTLY, 6), of("crew", Wording.EXACTLY, 20))
                        .contested())
                .isFalse();
    }

    @Test
    void a_group_can_be_smaller_than_the_whole_but_not_larger() {
        assertThat(compare(exactly("all", 11), of("guards", Wording.EXACTLY, 6)).contested())
                .isFalse();
        assertThat(compare(exactly("all", 35), of("guards", Wording.AT_LEAST, 100))
                        .contested())
                .isTrue();
        assertThat(compare(of("guards", Wording.MORE_THAN, 35), exactly("all", 35))
                        .contested())
                .isTrue();
        assertThat(compare(of("guards", Wording.AT_LEAST, 35), exactly("all", 35))
                        .contested())
                .isFalse();
    }

    /** Small numbers, so that generated figures often contradict each other. */
    @Provide
    Arbitrary<Claim> claims() {
        Arbitrary<Value> figures = Combinators.combine(
                        Arbitraries.of(Wording.values()), Arbitraries.integers().between(0, 12))
                .as(Value.Figure::new);
        Arbitrary<Value> ranges = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 4))
                .as((from, more) -> new Value.Range(from, from + more));
        Arbitrary<@Nullable String> groups = Arbitraries.of("guards", "crew").injectNull(0.4);
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofLength(8), Arbitraries.oneOf(figures, ranges), groups)
                .as((id, value, group) -> claim(id, value, group, null));
    }

    @Property
    void a_comparison_is_contested_if_and_only_if_two_claims_contradict_each_other(
            @ForAll @Size(min = 1, max = 6) List<@From("claims") Claim> claims) {
        Comparison comparison = compare(claims.toArray(Claim[]::new));
        assertThat(comparison.contested())
                .isEqualTo(claims.stream()
                        .anyMatch(claim -> !comparison.against(claim).isEmpty()));
    }

    @Property
    void contradiction_is_mutual(@ForAll @Size(min = 2, max = 6) List<@From("claims") Claim> claims) {
        Comparison comparison = compare(claims.toArray(Claim[]::new));
        for (Claim one : claims) {
            for (Comparison.Attributed other : comparison.against(one)) {
                assertThat(comparison.against(other.claim()))
                        .extracting(Comparison.Attributed::claim)
                        .contains(one);
            }
        }
    }

    /** The meaning itself, by trying numbers: is there one for each group, none larger than one for all? */
    @Property(tries = 300)
    void two_claims_contradict_each_other_if_and_only_if_no_numbers_satisfy_both(
            @ForAll("claims") Claim one, @ForAll("claims") Claim other) {
        boolean possible = false;
        for (int all = 0; all <= 300; all++) {
            for (int some = 0; some <= all && !possible; some++) {
                possible = holds(one, all, some) && holds(other, all, some);
            }
        }
        boolean differentGroups =
                one.group() != null && other.group() != null && !one.group().equals(other.group());
        boolean against = !compare(one, other).against(one).isEmpty();
        assertThat(against).isEqualTo(!possible && !differentGroups);
    }

    /** In tenths. Groups may overlap, and so one number serves for either. */
    private static boolean holds(Claim claim, int all, int some) {
        return claim.value().interval().contains((claim.group() == null ? all : some) / 10.0);
    }

    private static List<String> against(Comparison comparison, Claim claim) {
        return comparison.against(claim).stream()
                .map(attributed -> attributed.claim().id())
                .toList();
    }

    private static Claim exactly(String id, double number) {
        return claim(id, new Value.Figure(Wording.EXACTLY, number), null, null);
    }

    private static Claim of(String group, Wording wording, double number) {
        return claim(group, new Value.Figure(wording, number), group, null);
    }

    private static Claim claim(String id, Value value, @Nullable String group, @Nullable String partOf) {
        return new Claim(
                id,
                "hostages",
                "train",
                value,
                "x",
                null,
                group,
                "r-1",
                null,
                null,
                null,
                partOf,
                new Claim.Check.Read());
    }

    private static Comparison compare(Claim... claims) {
        Excerpt excerpt = new Excerpt("r-1", "x", 0, null, null, null, null, null, List.of());
        Report report = new Report(
                "r",
                TEXT,
                "en",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "",
                1,
                List.of(),
                List.of(excerpt),
                List.of(claims),
                List.of(),
                null);
        List<Comparison.Attributed> attributed = new ArrayList<>();
        for (Claim claim : claims) {
            attributed.add(new Comparison.Attributed(report, excerpt, claim));
        }
        return new Comparison(HOSTAGES, "train", attributed);
    }
}
