package org.dateline.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LookTest {

    /** Is clicked, never seen. */
    private static final String HIT_AREA = "hit";

    @Test
    void every_part_names_colours_that_both_themes_have() throws Exception {
        JsonNode file = file();
        assertThat(file.path("colours").path("light").propertyNames())
                .containsExactlyElementsOf(file.path("colours").path("dark").propertyNames());
        for (String name : file.path("parts").propertyNames()) {
            Look.Part part = Look.part(name);
            Stream.of(part.fill(), part.stroke())
                    .filter(colour -> colour != null
                            && !Set.of("tone", "party", "soft", "hatch").contains(colour))
                    .forEach(colour -> assertThat(List.of(Look.light(colour), Look.dark(colour)))
                            .as(name)
                            .hasSize(2));
            assertThat(part.fill() != null || part.stroke() != null).as(name).isEqualTo(!name.equals(HIT_AREA));
            assertThat(part.stroke() == null || part.width() > 0).as(name).isTrue();
        }
    }

    @Test
    void a_colour_may_say_how_clear_it_is() {
        assertThat(Look.light("map-incident").hex()).isEqualTo("#b3391f");
        assertThat(Look.light("map-halo").alpha()).isBetween(0.93, 0.95);
    }

    @Test
    void style_sheets_have_each_colour_in_light_and_dark() {
        assertThat(Look.css())
                .startsWith(":root{--paper:light-dark(#fbf9f4,#191715);")
                .contains("--map-incident:light-dark(#b3391f,#f5906f);");
    }

    @Test
    void a_name_that_the_file_lacks_is_refused() {
        assertThatThrownBy(() -> Look.part("rings")).hasMessage("look.json has no parts.rings");
        assertThatThrownBy(() -> Look.size("rings")).hasMessage("look.json has no number sizes.rings");
    }

    private static JsonNode file() throws Exception {
        try (InputStream file = LookTest.class.getResourceAsStream("/look.json")) {
            return JsonMapper.builder().build().readTree(file);
        }
    }
}
