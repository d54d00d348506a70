package org.dateline.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All claims about one measure and one subject, side by side. Values are neither averaged nor ranked; only those that
 * cannot both hold are identified.
 *
 * @param subject id of a feature
 * @param claims  in the order of the reports, at least one
 */
public record Comparison(Measure measure, String subject, List<Attributed> claims) {

    public Comparison {
        claims = List.copyOf(claims);
    }

    /** A claim with the report and the excerpt that state it. */
    public record Attributed(Report report, Excerpt excerpt, Claim claim) {}

    /** The comparisons of a catalog, in the order of its measures and then of each subject's first claim. */
    static List<Comparison> of(Catalog catalog) {
        Map<String, Map<String, List<Attributed>>> claims = new LinkedHashMap<>();
        for (Report report : catalog.reports()) {
            Map<String, Excerpt> excerpts = new LinkedHashMap<>();
            report.excerpts().forEach(excerpt -> excerpts.put(excerpt.id(), excerpt));
            for (Claim claim : report.claims()) {
                claims.computeIfAbsent(claim.measure(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(claim.subject(), _ -> new ArrayList<>())
                        .add(new Attributed(report, excerpts.get(claim.excerpt()), claim));
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (Measure measure : catalog.measures()) {
            claims.getOrDefault(measure.id(), Map.of())
                    .forEach((subject, about) -> comparisons.add(new Comparison(measure, subject, about)));
        }
        return List.copyOf(comparisons);
    }

    /** Whether any two values cannot both hold. */
    public boolean contested() {
        return claims.stream()
                .anyMatch(attributed -> !against(attributed.claim()).isEmpty());
    }

    /** The claims that contradict a claim; parts contradict nothing. */
    public List<Attributed> against(Claim claim) {
        return claims.stream()
                .filter(other -> cannotBothHold(claim, other.claim()))
                .toList();
    }

    /**
     * Figures about the same people must have a number in common; a figure for a group must fit into a figure for all.
     * Figures for different groups do not contradict each other.
     */
    private static boolean cannotBothHold(Claim one, Claim other) {
        if (one.isPart() || other.isPart()) {
            return false;
        }
        Interval here = one.value().interval();
        Interval there = other.value().interval();
        if (Objects.equals(one.group(), other.group())) {
            return !here.meets(there);
        }
        if (other.group() == null) {
            return !here.fitsInto(there);
        }
        return one.group() == null && !there.fitsInto(here);
    }
}
