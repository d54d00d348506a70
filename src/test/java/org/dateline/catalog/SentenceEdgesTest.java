package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceEdgesTest {

    /** The passage stands in brackets; {@code /} is a line break, and {@code [MAP]} is no prose. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            starts      | `[It rained.] Then it stopped.`
            starts      | `The road was closed./[Nobody was hurt], it said.`
            neither     | `The road was closed. [Nobody was hurt], it said.`
            inside      | `The governor said [nobody was hurt].`
            inside      | `In November, [the group claimed the attack].`
            inside      | `At least 40 [people were aboard].`
            neither     | `The governor said: ["Nobody was hurt."]`
            neither     | `The governor said that/[nobody was hurt].`
            starts      | `On the map MAP [the bridge is missing].`
            inside      | `Le préfet a déclaré [que personne n'était blessé].`
            inside      | `وزیر نے کہا [کہ کوئی زخمی نہیں]۔`
            neither     | `بس رک گئی۔ [کوئی زخمی نہیں].`
            """)
    void starts(String expected, String marked) {
        Marked it = Marked.of(marked);
        assertThat(it.edges.surelyStartsInside(it.start)).as(marked).isEqualTo(expected.equals("inside"));
        assertThat(it.edges.surelyStarts(it.start)).as(marked).isEqualTo(expected.equals("starts"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            stops       | `[It rained.]`
            stops       | `[It rained.]/Then it stopped.`
            neither     | `[It rained.] Then it stopped.`
            inside      | `[It rained], the police said.`
            inside      | `["Nobody was hurt,"] the mayor said.`
            inside      | `[He came from the U.S.] on Tuesday.`
            inside      | `["Beasts!"] the minister said.`
            neither     | `[These include 43 men, 11 children]/The train left.`
            stops       | `[The bridge is missing] MAP It fell.`
            neither     | `[The reason] — nobody knows it — is unknown.`
            inside      | `[Les secours cherchent] encore.`
            """)
    void stops(String expected, String marked) {
        Marked it = Marked.of(marked);
        assertThat(it.edges.surelyStopsInside(it.end)).as(marked).isEqualTo(expected.equals("inside"));
        assertThat(it.edges.surelyStops(it.end)).as(marked).isEqualTo(expected.equals("stops"));
    }

    private record Marked(SentenceEdges edges, int start, int end) {
        static Marked of(String marked) {
            String raw = marked.replace('/', '\n');
            String text = raw.replace("[", "").replace("]", "");
            int start = raw.indexOf('[');
            return new Marked(
                    new SentenceEdges(report(), new SourceText("a.txt", "", text, NormalisedText.of(text))),
                    start,
                    raw.indexOf(']') - 1);
        }

        private static Report report() {
            return new Report(
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
                    1,
                    List.of("MAP"),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
        }
    }
}
