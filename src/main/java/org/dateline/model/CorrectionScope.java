package org.dateline.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dateline.model.Correction.Kind;

/**
 * Finds the pages that a correction concerns. A place's page shows the quotes that name it and the figures about it, so
 * a correction of one of these concerns the place as well.
 */
final class CorrectionScope {

    private final Map<Kind, Set<String>> shown = new EnumMap<>(Kind.class);

    private CorrectionScope() {}

    static CorrectionScope of(Catalog catalog, Kind kind, Collection<String> ids) {
        CorrectionScope reach = new CorrectionScope();
        reach.add(kind, ids);
        for (Report report : catalog.reports()) {
            boolean whole = kind == Kind.REPORT && ids.contains(report.id());
            for (Excerpt excerpt : report.excerpts()) {
                if (whole || kind == Kind.PLACE && mentions(excerpt, ids)) {
                    reach.add(Kind.EXCERPT, Set.of(excerpt.id()));
                }
            }
            for (Claim claim : report.claims()) {
                if (whole || shows(kind, claim, ids)) {
                    reach.add(Kind.CLAIM, Set.of(claim.id()));
                    if (kind == Kind.MEASURE || kind == Kind.CLAIM) {
                        reach.add(Kind.EXCERPT, Set.of(claim.excerpt()));
                    }
                }
            }
        }
        return reach;
    }

    private static boolean mentions(Excerpt excerpt, Collection<String> places) {
        return excerpt.mentions().stream().map(Mention::feature).anyMatch(places::contains);
    }

    private static boolean shows(Kind kind, Claim claim, Collection<String> ids) {
        return switch (kind) {
            case REPORT -> false;
            case EXCERPT -> ids.contains(claim.excerpt());
            case PLACE -> ids.contains(claim.subject());
            case MEASURE -> ids.contains(claim.measure());
            case CLAIM -> ids.contains(claim.id());
        };
    }

    private void add(Kind kind, Collection<String> ids) {
        shown.computeIfAbsent(kind, _ -> new HashSet<>()).addAll(ids);
    }

    boolean touches(Correction correction) {
        return correction.about().entrySet().stream().anyMatch(entry -> {
            Set<String> ids = shown.getOrDefault(entry.getKey(), Set.of());
            return entry.getValue().stream().anyMatch(ids::contains);
        });
    }
}
