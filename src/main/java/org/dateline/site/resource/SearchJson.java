package org.dateline.site.resource;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Party;
import org.dateline.model.Report;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What search finds besides the features of the layers and the quotes tied to them: the parties, with their names in all
 * languages, and the quotes that are tied to no feature.
 */
public final class SearchJson {

    private final Catalog catalog;

    public SearchJson(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The file in UTF-8. */
    public byte[] write() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        Map<String, Long> said = catalog.reports().stream()
                .flatMap(report -> report.excerpts().stream())
                .map(Excerpt::party)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(party -> party, Collectors.counting()));
        ArrayNode parties = json.putArray("parties");
        for (Party party : catalog.parties()) {
            ObjectNode one = parties.addObject().put("id", party.id());
            ObjectNode names = one.putObject("names");
            party.name().byLanguage().forEach(names::put);
            one.put("count", said.getOrDefault(party.id(), 0L));
        }
        ArrayNode quotes = json.putArray("quotes");
        for (Report report : catalog.reports()) {
            untied(report).forEach(excerpt -> {
                ObjectNode one = quotes.addObject()
                        .put("id", excerpt.id())
                        .put("quote", excerpt.quote())
                        .put("report", report.id());
                ObjectNode label = one.putObject("label");
                report.label().byLanguage().forEach(label::put);
            });
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<Excerpt> untied(Report report) {
        return report.excerpts().stream().filter(excerpt -> excerpt.mentions().isEmpty());
    }
}
