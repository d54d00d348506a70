package org.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dateline.model.Behaviour;
import org.dateline.model.Measure;
import org.dateline.model.Party;
import org.dateline.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences are invented. */
class ClaimFinderTest {

    private static final List<Party> PARTIES = List.of(
            new Party("hill-front", text("Hill Front (HFR)"), "armed-group", text("x")),
            new Party("ministry", text("The Health Ministry"), "government", text("x")),
            new Party("brigade", text("Example brigade (invented)"), "official", text("x")));

    private static Text text(String words) {
        return new Text(Map.of("en", words));
    }

    private static Measure measure(String id, String label) {
        return new Measure(id, text(label), text("people"), text("x"), Behaviour.CUMULATIVE, List.of());
    }

    private static List<Measure> measures() {
        return List.of(
                measure("killed", "Killed"),
                measure("injuries", "Wounded"),
                measure("attackers-killed", "Attackers killed"),
                measure("rescued", "Rescued"));
    }

    /** As "measure wording value who / party". */
    private static String found(String language, String... sentences) {
        return String.join(
                "; ",
                new ClaimFinder(language, measures(), PARTIES)
                        .find(List.of(sentences)).stream()
                                .flatMap(List::stream)
                                .map(one -> "%s %s %s%s / %s"
                                        .formatted(
                                                one.measure().id(),
                                                one.figure().value().wording(),
                                                one.figure().words(),
                                                one.who().isEmpty() ? "" : " " + one.who(),
                                                one.party() != null ? one.party() : one.partyWords()))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"ur, کم از کم 7 افراد ہلاک ہوئے۔", "es, Murieron 7 personas.", "en, 7 people were killed."})
    void a_measure_that_is_called_otherwise_than_its_list_is_found_by_its_label_in_any_language_of_texts(
            String language, String sentence) {
        assertThat(new ClaimFinder(language, List.of(measure("victims", "Dead")), PARTIES)
                        .find(List.of(sentence))
                        .getFirst())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "At least 30 people were killed. | killed at-least At least 30 people / null",
                "The Hill Front said it had killed twenty soldiers and wounded 12. | killed exactly twenty soldiers / "
                        + "hill-front; injuries exactly 12 / hill-front",
                "The HFR, which wants the hills, said that 5 villagers died. | killed exactly 5 villagers / hill-front",
                "According to the Health Ministry, 14 were injured. | injuries exactly 14 / ministry",
                "\"We found 9 bodies,\" said Rosa Vidal, a diver. | killed exactly 9 / Rosa Vidal",
                "Security forces killed 20 militants, police said. | attackers-killed exactly 20 militants / police",
                "Militants killed 20 villagers, police said. | killed exactly 20 villagers / police",
                "Hundreds were rescued, a teacher said. | rescued words Hundreds / a teacher",
                "Two soldiers and 16 villagers were killed. | killed exactly Two soldiers / null; killed exactly 16 "
                        + "villagers / null",
                "The flood killed 13 divers and 4 pilots. | killed exactly 13 divers / null; killed exactly 4 pilots / null",
                "Between three and nine pilots were injured. | injuries between Between three and nine pilots / null",
                "The clinic said fifty five people died. | killed exactly fifty five people / The clinic",
                "The toll stands at 2,300. | killed exactly 2,300 / null",
                "Rosa Vidal, a diver, said 14 were killed, while the harbour office says that 12 died. | killed exactly 14 "
                        + "/ Rosa Vidal; killed exactly 12 / the harbour office",
                "The bank was shut, but radio cited the mayor as saying 12 died. | killed exactly 12 / the mayor",
                "The storm left 7 dead in Porto Alto reports the Storm Office. | killed exactly 7 / the Storm Office",
                "At least 9 people were confirmed dead in the United States. | killed at-least At least 9 people / null",
                "The invented Storm Office said 9 people were killed. | killed exactly 9 people / The invented Storm Office",
                "9 deaths were reported by the Storm Office. | killed exactly 9 / the Storm Office",
                "It claimed the lives of 5 divers. | killed exactly 5 divers / null",
            })
    void a_figure_has_its_measure_and_its_speaker(String sentence, String expected) {
        assertThat(found("en", sentence)).isEqualTo(expected);
    }

    @Test
    void a_pronoun_stands_for_whoever_spoke_before() {
        assertThat(found("en", "The Health Ministry said that roads were closed.", "It said 7 people were killed."))
                .isEqualTo("killed exactly 7 people / ministry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The man was killed 30 hours later.",
                "Police said 40 per cent of the dead were men.",
                "He was killed on 11 March 2031.",
                "A man aged 34 was killed.",
                "The dead were found 12 km away.",
                "The front claimed responsibility and warned that all the hostages would be killed.",
                "Rescue cost $300, officials said.",
                "A man, 87, was killed.",
                "She was injured in two red cars.",
                "Rosa died at 79.",
                "Boys aged 15 and 17 were injured.",
                "The man hurt lives at 6016 Hill Road.",
                "One of the men killed a horse.",
                "Call toll-free: 1 877 855-3222.",
                "The front threatened to kill 10 villagers.",
                "One person a year is killed there.",
                "16 horses from two towns were killed.",
            })
    void what_counts_no_people_gives_no_figure(String sentence) {
        assertThat(found("en", sentence)).isEmpty();
    }

    @Test
    void other_languages_have_their_own_words() {
        assertThat(found("es", "Al menos 12 personas murieron, según el ayuntamiento."))
                .isEqualTo("killed at-least Al menos 12 personas / el ayuntamiento");
        assertThat(found(
                        "es",
                        "La alcaldesa, Rosa Vidal, elevó a 62 los fallecidos y pidió ayuda.",
                        "La crecida dejó al menos 41 muertos, según informó este miércoles el Centro de Emergencias."))
                .isEqualTo("killed exactly 62 / La alcaldesa; killed at-least al menos 41 / el Centro de Emergencias");
        assertThat(found("es", "Cayeron dos puentes y murieron tres vacas en 30 horas."))
                .doesNotContain("dos", "30");
        assertThat(found("ur", "ترجمان نے کہا کہ 7 افراد ہلاک ہوئے۔"))
                .startsWith("killed exactly 7")
                .endsWith("/ ترجمان");
        assertThat(found("ur", "پولیس کے مطابق 5 افراد ہلاک ہوئے۔"))
                .startsWith("killed exactly 5")
                .endsWith("/ پولیس");
    }
}
