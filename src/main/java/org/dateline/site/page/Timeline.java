package org.dateline.site.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dateline.model.Catalog;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;
import tools.jackson.databind.node.ArrayNode;

/**
 * How many excerpts of a catalog tell of which date.
 *
 * @param columns in the order of time, a coarse date before those that it contains, the undated last
 */
record Timeline(List<Column> columns) {

    /**
     * One date.
     *
     * @param date     empty for excerpts that no date is stated of
     * @param excerpts how many tell of it, at least 1
     */
    record Column(Optional<PartialDate> date, int excerpts) {}

    Timeline {
        columns = List.copyOf(columns);
    }

    static Timeline of(Catalog catalog) {
        // As text, ISO 8601 sorts by time, and 2025 before 2025-03; no date sorts behind any digit.
        Comparator<Optional<PartialDate>> byTime =
                Comparator.comparing(date -> date.map(PartialDate::toString).orElse("~"));
        Map<Optional<PartialDate>, Integer> counts = new TreeMap<>(byTime);
        for (Report report : catalog.reports()) {
            report.excerpts()
                    .forEach(excerpt -> counts.merge(Optional.ofNullable(report.dateOf(excerpt)), 1, Integer::sum));
        }
        return new Timeline(counts.entrySet().stream()
                .map(count -> new Column(count.getKey(), count.getValue()))
                .toList());
    }

    /** Whether there is anything to choose between. */
    boolean isUseful() {
        return columns.size() > 1;
    }

    /** Writes the dates of the page's configuration. */
    void write(ArrayNode dates) {
        for (Column column : columns) {
            dates.addObject()
                    .put("date", column.date().map(PartialDate::toString).orElse(null))
                    .put("excerpts", column.excerpts());
        }
    }
}
