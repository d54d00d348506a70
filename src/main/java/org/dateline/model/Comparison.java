package org.dateline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All claims about one measure and one subject, side by side. Values are neither averaged nor ranked. Those that differ
 * are told apart by what the measure's behaviour and the claims' times allow: see {@link Relation}.
 *
 * @param subject id of a feature
 * @param claims  by the dates of their reports, those without a date last, then in the order of the reports and of their
 *                texts; at least one
 */
public record Comparison(Measure measure, String subject, List<Attributed> claims) {

    /** As people read of them: the earliest report first, and each from its beginning. Those of a day stay as they are. */
    private static final Comparator<Attributed> AS_REPORTED = Comparator.comparing(
            (Attributed claim) -> Objects.toString(claim.report().date(), null),
            Comparator.nullsLast(Comparator.naturalOrder()));

    /** Within a report. */
    private static final Comparator<Attributed> IN_TEXT = Comparator.comparingInt(
                    (Attributed claim) -> claim.excerpt().offset())
            .thenComparingInt(
                    claim -> claim.excerpt().quote().indexOf(claim.claim().words()));

    public Comparison {
        claims = List.copyOf(claims);
    }

    /** A claim with the report and the excerpt that state it. */
    public record Attributed(Report report, Excerpt excerpt, Claim claim) {

        /** The time that the claim stands at. */
        public ClaimTime time() {
            return ClaimTime.of(claim, report);
        }

        /** The date of its excerpt on the timeline in ISO 8601; empty if none is stated. */
        public String date() {
            return Objects.toString(report.dateOf(excerpt), "");
        }
    }

    /** The comparisons of a catalog, in the order of its measures and then of each subject's first claim. */
    static List<Comparison> of(Catalog catalog) {
        Map<String, Map<String, List<Attributed>>> claims = new LinkedHashMap<>();
        for (Report report : catalog.reports()) {
            Map<String, Excerpt> excerpts = new LinkedHashMap<>();
            report.excerpts().forEach(excerpt -> excerpts.put(excerpt.id(), excerpt));
            report.claims().stream()
                    .map(claim -> new Attributed(report, excerpts.get(claim.excerpt()), claim))
                    .sorted(IN_TEXT)
                    .forEach(attributed -> claims.computeIfAbsent(
                                    attributed.claim().measure(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(attributed.claim().subject(), _ -> new ArrayList<>())
                            .add(attributed));
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (Measure measure : catalog.measures()) {
            claims.getOrDefault(measure.id(), Map.of())
                    .forEach((subject, about) -> comparisons.add(new Comparison(
                            measure, subject, about.stream().sorted(AS_REPORTED).toList())));
        }
        return List.copyOf(comparisons);
    }

    /** Whether any claim contradicts another. */
    public boolean contested() {
        return has(Relation.CONTRADICTS);
    }

    /** Whether any two claims are in a relation. */
    public boolean has(Relation relation) {
        return claims.stream().anyMatch(one -> !others(one.claim(), relation).isEmpty());
    }

    /** The claims that contradict a claim; parts contradict nothing. */
    public List<Attributed> against(Claim claim) {
        return others(claim, Relation.CONTRADICTS);
    }

    /** The claims that are in a relation to a claim of this comparison: {@code LATER} than it, and so on. */
    public List<Attributed> others(Claim claim, Relation relation) {
        Attributed here = claims.stream()
                .filter(attributed -> attributed.claim().id().equals(claim.id())
                        && attributed.claim().equals(claim))
                .findFirst()
                .orElseThrow();
        return claims.stream()
                .filter(other -> relation(here, other).filter(relation::equals).isPresent())
                .toList();
    }

    /** What another claim is to one; empty if both values can hold at the same time. */
    public Optional<Relation> relation(Attributed one, Attributed other) {
        if (one.claim().isPart() || other.claim().isPart() || canBothHold(one.claim(), other.claim())) {
            return Optional.empty();
        }
        ClaimTime here = one.time();
        ClaimTime there = other.time();
        boolean before = here.canPrecede(there);
        boolean after = there.canPrecede(here);
        boolean possible = switch (measure.behaves()) {
            case FIXED -> false;
            case CUMULATIVE ->
                before && canRise(one.claim(), other.claim()) || after && canRise(other.claim(), one.claim());
            case VARIES -> before || after;
        };
        if (!possible) {
            return Optional.of(sameParty(one, other) ? Relation.REVISED : Relation.CONTRADICTS);
        }
        boolean ordered = !here.canBe(there) && before != after;
        return Optional.of(!ordered ? Relation.NOT_DATED : before ? Relation.LATER : Relation.EARLIER);
    }

    /** Without a party, a report speaks in its own voice. */
    private static boolean sameParty(Attributed one, Attributed other) {
        String party = one.claim().party();
        return Objects.equals(party, other.claim().party())
                && (party != null || one.report().equals(other.report()));
    }

    /** Whether a running total can be the earlier value first and the later one then. */
    private static boolean canRise(Claim earlier, Claim later) {
        boolean groupLater = earlier.group() == null && later.group() != null;
        return groupLater || earlier.value().interval().fitsInto(later.value().interval());
    }

    /**
     * Whether both values can hold at the same time. Figures about the same people must have a number in common; a
     * figure for a group must fit into a figure for all. Figures for different groups do not restrict each other.
     */
    private static boolean canBothHold(Claim one, Claim other) {
        Interval here = one.value().interval();
        Interval there = other.value().interval();
        if (Objects.equals(one.group(), other.group())) {
            return here.meets(there);
        }
        if (other.group() == null) {
            return here.fitsInto(there);
        }
        return one.group() != null || there.fitsInto(here);
    }
}
