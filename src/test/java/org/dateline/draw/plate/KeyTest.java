package org.dateline.draw.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dateline.draw.figure.Mark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "1, 1", "2, 1", "4, 1", "5, 7", "1, 9", "30, 1", "61, 40"})
    void each_heading_has_an_entry_below_it_in_its_column(int places, int areas) {
        Sheet sheet = new Sheet(900, 28, false, "en");
        new Key(sheet, List.of(group("Places", places), group("Areas", areas))).write();

        List<Mark.Text> texts = new ArrayList<>();
        for (Mark mark : sheet.marks()) {
            if (mark instanceof Mark.Text text) {
                texts.add(text);
            }
        }
        for (String heading : List.of("Places", "Areas")) {
            texts.stream()
                    .filter(text -> text.content().equals(heading))
                    .forEach(above -> assertThat(texts).as(heading).anySatisfy(below -> {
                        assertThat(below.content()).isEqualTo(heading + " 1");
                        assertThat(below.x()).isBetween(above.x(), above.x() + 30);
                        assertThat(below.y()).isBetween(above.y(), above.y() + 40);
                    }));
        }
    }

    private static MapText.Group group(String heading, int entries) {
        return new MapText.Group(
                heading,
                IntStream.rangeClosed(1, entries)
                        .mapToObj(i -> new MapText.Entry(i, heading + " " + i, "town", "A spot. 1 quote (a).", false))
                        .toList());
    }
}
