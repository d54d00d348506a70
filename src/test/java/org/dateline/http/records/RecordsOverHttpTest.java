package org.dateline.http.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.RunningServer.text;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.LargeCatalog;
import org.dateline.http.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsOverHttpTest {

    private static final Pattern RECORD = Pattern.compile("href=\"[./a-z]*records/observations/(seen-[0-9]+)/\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"[./]*(en/records[^\"]*)\"");

    @TempDir
    static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(LargeCatalog.in(folder, 3_000));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> page(String path) throws Exception {
        return server.get(path, "Accept", "text/html");
    }

    @Test
    void the_timeline_gets_the_dates_of_records_and_how_many_each_has() throws Exception {
        HttpResponse<byte[]> answer = server.get("/timeline/observations.json");
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
        Matcher counts = Pattern.compile("\\{\"date\":\"([-0-9]+)\",\"records\":([0-9]+)}")
                .matcher(text(answer));
        long all = 0;
        while (counts.find()) {
            String listed = text(page("/en/records/observations/?undated=exclude&datetime=" + counts.group(1)));
            assertThat(listed)
                    .as(counts.group(1))
                    .contains("<h2>%,d records</h2>".formatted(Long.parseLong(counts.group(2))));
            all += Long.parseLong(counts.group(2));
        }
        assertThat(all).isBetween(1_000L, 3_000L);
        assertThat(server.get("/timeline/atlantis.json").statusCode()).isEqualTo(404);
    }

    @Test
    void the_list_leads_to_each_record_once() throws Exception {
        Set<String> seen = new HashSet<>();
        String path = "/en/records/observations/";
        int pages = 0;
        for (; path != null; pages++) {
            String html = text(page(path));
            assertThat(html).contains("<h2>3,000 records</h2>");
            Matcher records = RECORD.matcher(html);
            while (records.find()) {
                assertThat(seen.add(records.group(1))).isTrue();
            }
            Matcher next = NEXT.matcher(html);
            path = next.find() ? "/" + next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(3_000);
        assertThat(pages).isEqualTo(60);
    }

    @Test
    void a_list_for_a_part_of_the_map_has_no_unlocated_records() throws Exception {
        // All but the sixty that are known to no place.
        assertThat(text(page("/en/records/observations/?bbox=-180,-90,180,90")))
                .contains("<h2>2,940 records</h2>", "In this part of the map.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            datetime=2024-02-13&filter=date IS NOT NULL | 750   records | Of the chosen dates.
            datetime=2024-02-13/2024-02-14&filter=date IS NOT NULL | 1,500 records | Of the chosen dates.
            filter=date IS NULL                         | 750   records | Of the chosen dates.
            bbox=0,0,10,10                              | No records    | In this part of the map.
            """)
    void box_time_and_filter_choose_records(String query, String count, String said) throws Exception {
        assertThat(text(page("/en/records/observations/?" + query.replace(" ", "%20"))))
                .contains("<h2>" + count.replaceAll(" +", " ") + "</h2>", said);
    }

    @Test
    void a_record_shows_its_kind_place_date_and_source() throws Exception {
        String html = text(page("/en/records/observations/seen-0/"));

        assertThat(html)
                .contains("<h1><bdi>Observation 0</bdi></h1>")
                .contains("13 February 2024")
                .contains("Somewhere within 4 km of the centre of the circle")
                .contains("<blockquote dir=\"auto\"><p>Word for word 0.</p></blockquote>")
                .contains("Reported by: Zimnik")
                .contains("<li><bdi>A patrol</bdi></li>")
                .contains("<bdi>Station code</bdi></th><td><bdi>S-0</bdi></td>")
                .contains("ogc/collections/observations/items/seen-0?f=json\">GeoJSON</a>");
        // The catalog's own word for the measure, and all three figures with who gives them.
        assertThat(html)
                .contains("<bdi>Trucks</bdi><span class=\"figure-by\">according to the coders</span></th>"
                        + "<td>1</td><td><b>1</b></td><td>2,500</td>");
    }

    @Test
    void unstated_values_of_a_record_are_marked_or_left_out() throws Exception {
        assertThat(text(page("/en/records/observations/seen-199/")))
                .contains("not-stated\">date not stated")
                .contains("No location is stated: listed here, not drawn")
                .doesNotContain("blockquote", "class=\"figures\"", "data-at");
    }

    @Test
    void pages_are_in_the_catalogs_languages() throws Exception {
        assertThat(text(page("/records/observations/seen-1/")))
                .contains(
                        "<html lang=\"ru\"",
                        "Наблюдение 1</bdi></h1>",
                        "href=\"../../../en/records/observations/seen-1/\"");
        assertThat(page("/ru/records/observations/seen-1/").statusCode()).isEqualTo(404);
        assertThat(page("/fr/records/observations/seen-1/").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_that_a_client_has_is_not_sent_again() throws Exception {
        HttpResponse<byte[]> first = page("/en/records/observations/seen-1/");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        String etag = header(first, "ETag");
        assertThat(etag).isNotNull();

        HttpResponse<byte[]> again =
                server.get("/en/records/observations/seen-1/", "Accept", "text/html", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /records/observations/?bbox=1,2,3       | 400 | parameter bbox: got
            /records/observations/?bbox=1,2,3,x     | 400 | parameter bbox: got
            /records/observations/?datetime=spring  | 400 | parameter datetime: got
            /records/observations/?limit=9          | 400 | parameter limit: got an unknown name
            /records/observations/?offset=-1        | 400 | parameter offset: got
            /records/observations/?after=x          | 400 | expected offset, because
            /records/nothing/                       | 404 | got the collection nothing
            /records/observations/seen-9999/        | 404 | got the record seen-9999
            /records/nothing/seen-1/                | 404 | got the record seen-1
            """)
    void errors_for_bad_addresses_say_what_was_got_and_expected(String path, int status, String detail)
            throws Exception {
        HttpResponse<byte[]> response = server.get(path, "Accept", "application/json");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(text(response)).contains(detail);
    }

    @Test
    void a_browser_gets_a_page_for_a_missing_address() throws Exception {
        HttpResponse<byte[]> response = page("/en/records/observations/seen-9999/");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(text(response)).contains("Page not found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /en/records/observations           | /en/records/observations/
            /en/records/observations?offset=50 | /en/records/observations/?offset=50
            /en/records/observations/seen-1    | /en/records/observations/seen-1/
            /en/records/places/anadyr/         | /en/places/anadyr/
            /records/places/anadyr             | /places/anadyr/
            """)
    void other_addresses_of_a_page_lead_to_it(String path, String target) throws Exception {
        HttpResponse<byte[]> response = page(path);
        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(response.uri()
                        .resolve(String.valueOf(header(response, "Location")))
                        .toString())
                .endsWith(":" + server.port() + target);
    }

    @Test
    void the_layers_complete_file_is_available() throws Exception {
        HttpResponse<byte[]> response = server.get("/layers/observations.geojson");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response)).contains("seen-2999");
    }
}
