package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

class TimelineTest {

    private static JsonNode dates(Path folder) throws Exception {
        ArrayNode dates = JsonMapper.shared().createArrayNode();
        Timeline.of(CatalogLoader.load(folder)).write(dates);
        return dates;
    }

    @Test
    void dates_are_in_order_of_time_as_coarse_as_stated_and_undated_ones_last() throws Exception {
        assertThat(dates(Catalogs.CHUKOTKA)
                        .valueStream()
                        .map(column -> column.path("date").toString()))
                .containsExactly("\"2024-01\"", "\"2024-02-13\"", "\"2024-02-14\"", "null");
    }

    @ParameterizedTest
    @MethodSource("org.dateline.Catalogs#all")
    void every_excerpt_is_counted_once_and_every_quote_card_says_its_date(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        int excerpts = catalog.reports().stream()
                .mapToInt(report -> report.excerpts().size())
                .sum();
        JsonNode dates = dates(folder);
        Site site = new SiteBuilder(Hosting.ANYWHERE).build(catalog);
        String home = new String(site.find("").orElseThrow().identity().bytes(), StandardCharsets.UTF_8);

        assertThat(dates.valueStream()
                        .mapToInt(column -> column.path("excerpts").asInt())
                        .sum())
                .isEqualTo(excerpts);
        for (JsonNode column : dates) {
            String date =
                    column.path("date").isNull() ? "" : column.path("date").asString();
            assertThat(Pattern.compile("<li class=\"quote[^>]* data-date=\"" + date + "\"")
                            .matcher(home)
                            .results())
                    .hasSize(column.path("excerpts").asInt());
        }
    }

    @Test
    void with_one_date_alone_there_is_nothing_to_choose() {
        assertThat(new Timeline(List.of()).isUseful()).isFalse();
        assertThat(new Timeline(List.of(new Timeline.Column(java.util.Optional.empty(), 5))).isUseful())
                .isFalse();
    }
}
