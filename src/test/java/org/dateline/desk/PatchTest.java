package org.dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PatchTest {

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "")
                .list()
                .ofMaxSize(12)
                .flatMap(lines -> Arbitraries.of("", "\n").map(end -> String.join("\n", lines) + end));
    }

    @Property(tries = 500)
    void a_patch_makes_one_text_of_the_other_and_back(@ForAll("texts") String before, @ForAll("texts") String after) {
        Patch patch = Patch.between(before, after);

        assertThat(patch.apply(before)).contains(after);
        assertThat(patch.reversed().apply(after)).contains(before);
    }

    @Test
    void a_patch_fits_a_text_whose_other_lines_have_changed() {
        String known = lines("one", "two", "three", "four", "five");
        Patch patch = Patch.between(known, lines("one", "two", "THREE", "four", "five"));

        assertThat(patch.apply(known, lines("zero", "one", "two", "three", "five")))
                .contains(lines("zero", "one", "two", "THREE", "five"));
    }

    @Test
    void a_patch_does_not_fit_where_the_same_line_has_changed_or_is_gone() {
        String known = lines("one", "two", "three");
        Patch patch = Patch.between(known, lines("one", "TWO", "three"));

        assertThat(patch.apply(known, lines("one", "2", "three"))).isEmpty();
        assertThat(patch.apply(known, lines("one", "three"))).isEmpty();
    }

    @Test
    void what_both_add_at_one_place_is_there_once_each() {
        String known = lines("one", "two");
        Patch patch = Patch.between(known, lines("one", "mine", "two"));

        assertThat(patch.apply(known, lines("one", "theirs", "two"))).contains(lines("one", "theirs", "mine", "two"));
    }

    @Test
    void two_changes_far_apart_are_two_hunks() {
        assertThat(Patch.between(lines("a", "b", "c", "d"), lines("A", "b", "c", "D"))
                        .hunks())
                .extracting(Patch.Hunk::removed)
                .containsExactly(List.of("a\n"), List.of("d\n"));
    }
}
