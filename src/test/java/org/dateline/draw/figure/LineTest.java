package org.dateline.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    // ---- letters that the program's own fonts do not have

    @BeforeAll
    static void nameFonts() throws IOException {
        FoundFonts.useFolder(Path.of("src/test/resources/fonts"));
    }

    private static List<Typeface> faces(String text) {
        return Line.of(text, TYPE, false).runs().stream().map(Line.Run::face).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Greek, Θεσσαλονίκη",
        "Hebrew, ירושלים",
        "Devanagari, क्षेत्र",
        "Bengali, চট্টগ্রাম",
        "Thai, กรุงเทพฯ",
        "Georgian, თბილისი",
        "Armenian, Երևան",
        "Chinese, 乌鲁木齐",
        "Japanese, さっぽろ札幌",
        "Korean, 서울",
    })
    void other_scripts_are_set_in_a_font_of_the_machine(String script, String name) {
        Line line = Line.of(name, TYPE, script.equals("Hebrew"));

        assertThat(line.isOutlined()).isTrue();
        assertThat(line.runs()).allSatisfy(run -> {
            assertThat(run.face()).isInstanceOf(FoundFont.class);
            for (int i = 0; i < run.glyphs().getNumGlyphs(); i++) {
                assertThat(run.glyphs().getGlyphCode(i)).isNotZero();
            }
        });
        assertThat(line.width()).isBetween(20.0, 250.0);
        assertThat(MissingLetters.scripts(name, TYPE)).isEmpty();
    }

    @Test
    void letters_within_a_text_keep_the_faces_around_them() {
        assertThat(faces("Tbilisi (თბილისი), Georgia"))
                .satisfiesExactly(
                        before -> assertThat(before).isEqualTo(Face.SANS),
                        georgian -> assertThat(georgian).isInstanceOf(FoundFont.class),
                        after -> assertThat(after).isEqualTo(Face.SANS));
    }

    @Test
    void a_script_without_a_font_is_named() {
        assertThat(MissingLetters.scripts("Quetta \uD809\uDC80", TYPE)).containsExactly(UnicodeScript.CUNEIFORM);
        assertThat(faces("\uD809\uDC80")).containsExactly(Face.SANS);
    }

    @Test
    void scripts_without_spaces_are_broken_between_words() {
        String thai = "การประปานครหลวงประกาศหยุดจ่ายน้ำ";
        List<String> lines = Typesetter.lines("东京都新宿区西新宿二丁目，" + thai, TYPE, 120);

        assertThat(String.join("", lines)).isEqualTo("东京都新宿区西新宿二丁目，" + thai);
        assertThat(lines).hasSizeGreaterThan(3).allSatisfy(line -> {
            assertThat(Typesetter.width(line, TYPE)).isLessThanOrEqualTo(130);
            assertThat(line).doesNotStartWith("，");
        });
    }
}
