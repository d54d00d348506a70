package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Comparison.Attributed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Text TEXT = new Text(Map.of("en", "x"));
    private static final LocalDate START = LocalDate.of(2025, 3, 1);
    /** Generated claims stand at the first three days, in their month, or at any time. */
    private static final int DAYS = 3;

    @Test
    void figures_stand_in_the_order_in_which_they_were_reported() throws Exception {
        for (Comparison comparison : CatalogLoader.load(Catalogs.VALENCIA).comparisons()) {
            List<String> dates = comparison.claims().stream()
                    .map(claim -> String.valueOf(claim.report().date()))
                    .toList();
            assertThat(dates).isSorted();
            comparison.claims().stream()
                    .collect(Collectors.groupingBy(Attributed::report))
                    .values()
                    .forEach(claims -> assertThat(claims)
                            .extracting(claim -> claim.excerpt().offset())
                            .isSorted());
        }
    }

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

    @Test
    void a_running_total_that_rises_is_a_later_figure_and_no_contradiction() {
        Comparison comparison = compare(
                Behaviour.CUMULATIVE,
                at("57", "centre", 57, "2031-10-31"),
                at("71", "mayor", 71, "2031-11-01"),
                at("83", "centre", 83, "2031-11-03"));
        assertThat(comparison.contested()).isFalse();
        assertThat(relation(comparison, 0, 2)).contains(Relation.LATER);
        assertThat(relation(comparison, 2, 0)).contains(Relation.EARLIER);
        assertThat(relation(comparison, 0, 1)).contains(Relation.LATER);
    }

    @Test
    void a_running_total_that_falls_contradicts_another_party_and_revises_its_own() {
        Comparison comparison = compare(
                Behaviour.CUMULATIVE,
                at("83", "centre", 83, "2031-10-31"),
                at("57", "centre", 57, "2031-11-03"),
                at("71", "mayor", 71, "2031-11-03"));
        assertThat(relation(comparison, 0, 1)).contains(Relation.REVISED);
        assertThat(relation(comparison, 0, 2)).contains(Relation.CONTRADICTS);
        assertThat(relation(comparison, 1, 2)).contains(Relation.CONTRADICTS);
    }

    @Test
    void figures_whose_time_nobody_states_differ_and_no_more() {
        Comparison comparison =
                compare(Behaviour.CUMULATIVE, at("80", "sources", 80, null), at("190", "officials", 190, "2025-03-12"));
        assertThat(relation(comparison, 0, 1)).contains(Relation.NOT_DATED);
        assertThat(comparison.contested()).isFalse();
    }

    @Test
    void what_varies_is_contested_on_one_day_only() {
        assertThat(relation(
                        compare(Behaviour.VARIES, at("a", "a", 35, "2025-03-11"), at("b", "b", 214, "2025-03-11")),
                        0,
                        1))
                .contains(Relation.CONTRADICTS);
        assertThat(relation(
                        compare(Behaviour.VARIES, at("a", "a", 214, "2025-03-11"), at("b", "b", 35, "2025-03-12")),
                        0,
                        1))
                .contains(Relation.LATER);
        assertThat(relation(compare(Behaviour.VARIES, at("a", "a", 35, "2025-03"), at("b", "b", 214, "2025-03")), 0, 1))
                .contains(Relation.NOT_DATED);
    }

    @Test
    void what_is_fixed_is_contested_whenever_it_was_said() {
        assertThat(relation(compare(Behaviour.FIXED, at("a", "a", 425, "2025-03-11"), at("b", "b", 450, null)), 0, 1))
                .contains(Relation.CONTRADICTS);
        assertThat(relation(compare(Behaviour.FIXED, at("a", "a", 425, null), at("b", "a", 450, null)), 0, 1))
                .contains(Relation.REVISED);
    }

    @Test
    void a_claim_without_a_time_of_its_own_stands_at_the_date_of_its_report() {
        Claim claim = at("a", "a", 35, null);
        Comparison.Attributed attributed = compare(claim).claims().getFirst();
        assertThat(attributed.time()).isEqualTo(new ClaimTime(null, false));
        Report dated = new Report(
                "r",
                TEXT,
                "en",
                false,
                null,
                null,
                null,
                null,
                null,
                PartialDate.parse("2031-10-31"),
                null,
                List.of(),
                "",
                1,
                List.of(),
                List.of(attributed.excerpt()),
                List.of(claim),
                List.of(),
                null);
        assertThat(new Comparison.Attributed(dated, attributed.excerpt(), claim).time())
                .isEqualTo(new ClaimTime(PartialDate.parse("2031-10-31"), false));
        Claim stated = at("b", "a", 35, "2031-10-30");
        assertThat(new Comparison.Attributed(dated, attributed.excerpt(), stated).time())
                .isEqualTo(new ClaimTime(PartialDate.parse("2031-10-30"), true));
    }

    private static Optional<Relation> relation(Comparison comparison, int one, int other) {
        return comparison.relation(
                comparison.claims().get(one), comparison.claims().get(other));
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
        Arbitrary<@Nullable String> dates = Arbitraries.of("2025-03-01", "2025-03-02", "2025-03-03", "2025-03")
                .injectNull(0.2);
        Arbitrary<String> parties = Arbitraries.of("one", "other");
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofLength(8),
                        Arbitraries.oneOf(figures, ranges),
                        groups,
                        parties,
                        dates)
                .as((id, value, group, party, date) -> claim(id, value, group, null, party, date));
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

    @Property
    void what_one_is_to_another_the_other_is_to_it_the_other_way_round(
            @ForAll Behaviour behaves, @ForAll("claims") Claim one, @ForAll("claims") Claim other) {
        Comparison comparison = compare(behaves, one, other);
        Optional<Relation> there = relation(comparison, 0, 1);
        assertThat(relation(comparison, 1, 0)).isEqualTo(there.map(relation -> switch (relation) {
            case LATER -> Relation.EARLIER;
            case EARLIER -> Relation.LATER;
            case CONTRADICTS, REVISED, NOT_DATED -> relation;
        }));
    }

    /**
     * The meaning itself, by trying: two claims cannot both hold if there are no days within their times, and no
     * numbers of all and of a group on these days, that satisfy both and that the measure's behaviour allows.
     */
    @Property(tries = 400)
    void two_claims_cannot_both_hold_where_and_only_where_no_days_and_numbers_satisfy_both(
            @ForAll Behaviour behaves, @ForAll("claims") Claim one, @ForAll("claims") Claim other) {
        boolean differentGroups =
                one.group() != null && other.group() != null && !one.group().equals(other.group());
        Optional<Relation> relation = relation(compare(behaves, one, other), 0, 1);
        boolean never = relation.filter(is -> is == Relation.CONTRADICTS || is == Relation.REVISED)
                .isPresent();
        assertThat(never).isEqualTo(!differentGroups && !possible(behaves, one, other));
        relation.ifPresent(is -> assertThat(is == Relation.REVISED)
                .isEqualTo(never && one.party().equals(other.party())));
    }

    private static boolean possible(Behaviour behaves, Claim one, Claim other) {
        // -1: one before the other; 0: on the same day; 1: after it.
        Set<Integer> orders = new HashSet<>();
        for (int day = -1; day <= DAYS; day++) {
            for (int otherDay = -1; otherDay <= DAYS; otherDay++) {
                if (canStandOn(one, day) && canStandOn(other, otherDay)) {
                    orders.add(Integer.signum(day - otherDay));
                }
            }
        }
        return orders.stream()
                .anyMatch(order -> possible(behaves, order <= 0 ? one : other, order <= 0 ? other : one, order == 0));
    }

    /** Numbers in tenths up to 15. Groups may overlap, and so one number serves for either. */
    private static boolean possible(Behaviour behaves, Claim earlier, Claim later, boolean sameDay) {
        boolean oneNumber = sameDay || behaves == Behaviour.FIXED;
        for (int all = 0; all <= 150; all++) {
            for (int some = 0; some <= all; some++) {
                if (!holds(earlier, all, some)) {
                    continue;
                }
                if (oneNumber) {
                    if (holds(later, all, some)) {
                        return true;
                    }
                    continue;
                }
                // The least and the most of what can come after, and every number between.
                int leastAll = behaves == Behaviour.CUMULATIVE ? all : 0;
                int leastSome = behaves == Behaviour.CUMULATIVE ? some : 0;
                for (int then = leastAll; then <= 150; then++) {
                    if (later.group() == null ? holds(later, then, 0) : then >= leastSome && holds(later, then, then)) {
                        return true;
                    }
                }
                if (later.group() != null) {
                    for (int then = leastSome; then <= 150; then++) {
                        if (holds(later, 150, then)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static boolean canStandOn(Claim claim, int day) {
        PartialDate asOf = claim.asOf();
        LocalDate date = START.plusDays(day);
        return asOf == null || !date.isBefore(asOf.first()) && !date.isAfter(asOf.last());
    }

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
        return claim(id, value, group, partOf, id, null);
    }

    private static Claim at(String id, String party, double number, @Nullable String date) {
        return claim(id, new Value.Figure(Wording.EXACTLY, number), null, null, party, date);
    }

    private static Claim claim(
            String id,
            Value value,
            @Nullable String group,
            @Nullable String partOf,
            String party,
            @Nullable String date) {
        return new Claim(
                id,
                "hostages",
                "train",
                value,
                "x",
                null,
                group,
                "r-1",
                party,
                date == null ? null : PartialDate.parse(date),
                date,
                partOf,
                new Claim.Check.Read());
    }

    private static Measure measure(Behaviour behaves) {
        return new Measure(
                "hostages",
                TEXT,
                TEXT,
                TEXT,
                behaves,
                List.of(new Measure.Group("guards", TEXT), new Measure.Group("crew", TEXT)));
    }

    private static Comparison compare(Claim... claims) {
        return compare(Behaviour.FIXED, claims);
    }

    private static Comparison compare(Behaviour behaves, Claim... claims) {
        Excerpt excerpt = new Excerpt("r-1", "x", 0, null, null, null, null, null, null, null, null, List.of());
        Report report = new Report(
                "r",
                TEXT,
                "en",
                false,
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
        return new Comparison(measure(behaves), "train", attributed);
    }
}
