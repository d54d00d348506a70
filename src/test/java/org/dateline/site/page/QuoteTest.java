package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private static final String SENTENCE = "A bombing at Quetta railway station in Quetta killed people.";

    private static String cut(String sentence, @Nullable String subject, Mention... mentions) {
        Excerpt excerpt =
                new Excerpt("r-1", sentence, 0, null, null, null, null, null, null, null, null, List.of(mentions));
        Report report = new Report(
                "r",
                new Text(Map.of("en", "R")),
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
                100,
                List.of(),
                List.of(excerpt),
                List.of(),
                List.of(),
                null);
        return Quote.of(report, excerpt, subject).segments().stream()
                .map(segment -> segment.feature() == null
                        ? segment.text()
                        : "[" + segment.text() + "|" + segment.feature() + "]")
                .collect(Collectors.joining());
    }

    private static Mention named(String feature, String words) {
        return new Mention.Named(feature, List.of(words));
    }

    @Test
    void words_that_name_a_place_are_found_wherever_they_are() {
        assertThat(cut("Quetta, then Quetta again.", null, named("quetta", "Quetta")))
                .isEqualTo("[Quetta|quetta], then [Quetta|quetta] again.");
    }

    @Test
    void words_that_a_place_stands_for_are_marked_on_its_own_page_only() {
        Mention stands = new Mention.Inferred("sibi", Text.english("The town is its seat."), List.of("Sibi district"));
        Mention named = named("sibi-district", "Sibi district");
        assertThat(cut("In Sibi district.", "sibi", named, stands)).isEqualTo("In [Sibi district|sibi].");
        assertThat(cut("In Sibi district.", null, named, stands)).isEqualTo("In [Sibi district|sibi-district].");
    }

    @Test
    void of_overlapping_names_the_longer_one_is_marked() {
        assertThat(cut(SENTENCE, null, named("quetta", "Quetta"), named("station", "Quetta railway station")))
                .isEqualTo("A bombing at [Quetta railway station|station] in [Quetta|quetta] killed people.");
    }

    @Test
    void on_a_places_own_page_its_words_are_marked_even_within_a_longer_name() {
        assertThat(cut(SENTENCE, "quetta", named("station", "Quetta railway station"), named("quetta", "Quetta")))
                .isEqualTo("A bombing at [Quetta|quetta] railway station in [Quetta|quetta] killed people.");
    }

    @Test
    void a_quote_that_names_nothing_stays_whole() {
        assertThat(cut("Nothing is named.", null, new Mention.Tells("incident")))
                .isEqualTo("Nothing is named.");
    }
}
