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
 * How many excerpts of a catalog belong to each date.
 *
 * @param columns in chronological order, a month before its days, the undated last
 */
record Timeline(List<Column> columns) {

    /**
     * One date.
     *
     * @param date     empty for excerpts without a stated date
     * @param excerpts how many belong to it, at least 1
     */
    record Column(Optional<PartialDate> date, int excerpts) {}

    Timeline {
        columns = List.copyOf(columns);
    }

    static Timeline of(Catalog catalog) {
        // ISO 8601 sorts by time as text, with 2025 before 2025-03; the tilde sorts after all digits.
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

    /** Whether there is more than one date to choose from. */
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
