package org.dateline.http.ogc;

import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generated conditions on the excerpts of the five reports. */
public final class Conditions {

    private Conditions() {}

    public static Arbitrary<Condition> any() {
        return Arbitraries.lazyOf(
                Conditions::leaves,
                Conditions::leaves,
                () -> any().map(Condition.Not::new),
                () -> Combinators.combine(Arbitraries.of(true, false), leaves(), any())
                        .as(Condition.Both::new));
    }

    private static Arbitrary<Condition> leaves() {
        Arbitrary<String> pieces = Arbitraries.of(
                "train",
                "Train",
                "BLA",
                "host",
                "Quetta",
                "in",
                "\"",
                "the",
                "of Pakistan",
                "500",
                "é",
                "’",
                "zzz",
                "a");
        Arbitrary<Condition> like = Combinators.combine(
                        Arbitraries.of("quote", "party", "excerpt_date_words"),
                        pieces,
                        Arbitraries.of("%s", "%%%s%%", "%s%%", "%%%s", "%%%s_%%", "%%_%s%%a%%"),
                        Arbitraries.of(true, false))
                .as((property, piece, form, folded) -> new Condition.Like(property, form.formatted(piece), folded));
        Arbitrary<Condition> in = Combinators.combine(
                        Arbitraries.of("report", "party"),
                        Arbitraries.of(
                                Set.of("abc-wires", "bla", "police"), Set.of("news-arena"), Set.of("nobody", "bla")),
                        Arbitraries.of(true, false))
                .as(Condition.In::new);
        Arbitrary<Condition> none = Arbitraries.of("party", "excerpt_date", "excerpt_date_words")
                .map(property -> property.equals("excerpt_date")
                        ? new Condition.IsNull("excerpt_date_words")
                        : new Condition.IsNull(property));
        Arbitrary<Condition> compare = Combinators.combine(
                        Arbitraries.of("=", "<>", "<", "<=", ">", ">="),
                        Arbitraries.doubles().between(0, 4_000).ofScale(1))
                .as((operator, number) -> new Condition.Compare("text_offset", operator, number));
        return Arbitraries.oneOf(
                like, like, in, none, compare, times().map(Condition.class::cast), boxes().map(Condition.class::cast));
    }

    public static Arbitrary<Condition.Time> times() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-80, 60).map(LocalDate.of(2025, 3, 11)::plusDays);
        return Combinators.combine(
                        Arbitraries.of("T_INTERSECTS", "T_INTERSECTS", "T_BEFORE", "T_AFTER", "T_DISJOINT", "T_DURING"),
                        days,
                        Arbitraries.integers().between(0, 90))
                .as((function, first, length) -> new Condition.Time(function, first, first.plusDays(length)));
    }

    public static Arbitrary<Condition.Space> boxes() {
        Arbitrary<Double> longitudes = Arbitraries.doubles().between(58, 80).ofScale(2);
        Arbitrary<Double> latitudes = Arbitraries.doubles().between(22, 38).ofScale(2);
        Arbitrary<Condition.Space> near = Combinators.combine(
                        Arbitraries.of(true, false), longitudes, latitudes, longitudes, latitudes)
                .as((apart, a, b, c, d) ->
                        new Condition.Space(apart, Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)));
        Arbitrary<Condition.Space> across = Combinators.combine(latitudes, latitudes)
                .as((b, d) -> new Condition.Space(false, 62, Math.min(b, d), -170, Math.max(b, d)));
        return Arbitraries.frequencyOf(Tuple.of(9, near), Tuple.of(1, across));
    }
}
