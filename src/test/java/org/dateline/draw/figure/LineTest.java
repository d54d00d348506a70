package org.dateline.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    private static final Type TYPE = Type.sans(20);

    @Test
    void letters_of_the_arabic_script_are_joined_and_so_narrower_than_one_by_one() {
        String word = "پاکستان";
        double apart = word.chars()
                .mapToDouble(c -> Typesetter.width(Character.toString(c), TYPE))
                .sum();

        assertThat(Typesetter.width(word, TYPE)).isBetween(1.0, 0.8 * apart);
    }

    @Test
    void a_latin_name_in_a_line_of_urdu_is_left_of_the_preceding_text() {
        Line line = Line.of("رپورٹ ABC درج", TYPE, true);

        assertThat(line.runs().stream().map(run -> run.text().strip()).filter(text -> !text.isEmpty()))
                .containsExactly("درج", "ABC", "رپورٹ");
        assertThat(line.runs().stream().map(Line.Run::face)).contains(Face.NASTALIQ, Face.SANS);
    }

    @Test
    void a_number_in_urdu_keeps_its_digits_in_order() {
        Line line = Line.of("11 مارچ 2025", TYPE, true);

        assertThat(line.runs().stream().map(run -> run.text().strip()).filter(text -> !text.isEmpty()))
                .containsExactly("2025", "مارچ", "11");
    }

    @Test
    void marks_of_direction_turn_text_and_are_not_drawn() {
        double plain = Typesetter.width("SHA 12", TYPE);

        assertThat(Typesetter.width("\u2066SHA 12\u2069", TYPE)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quetta", "Певек, остров Врангеля", "Ćwierć – “quoted” № 5", "گوادر"})
    void every_letter_has_a_glyph(String text) {
        for (Line.Run run : Line.of(text, TYPE, false).runs()) {
            for (int i = 0; i < run.glyphs().getNumGlyphs(); i++) {
                assertThat(run.glyphs().getGlyphCode(i)).as(run.text()).isNotZero();
            }
        }
    }

    @Test
    void lines_are_broken_where_they_would_be_too_wide_and_lose_no_word() {
        String text = "No report gives coordinates. The reports name Sibi district.";
        List<String> lines = Typesetter.lines(text, TYPE, 200);

        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines)
                .allSatisfy(line -> assertThat(Typesetter.width(line, TYPE)).isLessThanOrEqualTo(200));
        assertThat(String.join(" ", lines)).isEqualTo(text);
    }
}
