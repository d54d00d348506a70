package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTest {

    private final Text sibi = new Text(inOrder("ru", "Сиби", "en", "Sibi"));

    @Test
    void is_read_in_the_requested_language() {
        assertThat(sibi.in("en")).isEqualTo("Sibi");
        assertThat(sibi.languageFor("en")).isEqualTo("en");
    }

    @Test
    void falls_back_to_its_first_language_and_says_so() {
        assertThat(sibi.in("ur")).isEqualTo("Сиби");
        assertThat(sibi.languageFor("ur")).isEqualTo("ru");
    }

    @Test
    void a_language_with_script_or_region_falls_back_to_the_wider_one() {
        Text rua = new Text(inOrder("en", "Street", "pt", "Rua"));
        assertThat(rua.in("pt-BR")).isEqualTo("Rua");
        assertThat(rua.languageFor("pt-BR")).isEqualTo("pt");
        assertThat(Text.closest(Set.of("zh", "zh-Hant"), "zh-Hant-TW")).contains("zh-Hant");
        assertThat(Text.closest(Set.of("zh-Hant"), "zh")).isEmpty();
    }

    @Test
    void needs_a_language() {
        assertThatThrownBy(() -> new Text(Map.of())).hasMessage("got no language, expected at least one");
    }

    @Test
    void does_not_follow_the_map_that_it_was_made_of() {
        Map<String, String> map = inOrder("ru", "Сиби", "en", "Sibi");
        Text text = new Text(map);
        map.clear();
        assertThat(text).isEqualTo(sibi);
    }

    private static Map<String, String> inOrder(String first, String one, String second, String two) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
