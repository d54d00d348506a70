package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, the loader answers with a catalog or with faults, and with nothing else. */
class MangledCatalogTest {

    private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,] )[^\\s,\\]}][^,\\]}\\n]*");

    private static final List<String> STRANGE = List.of(
            "null", "5", "-1", "\"\"", "[]", "{}", "true", "[[]]", "1e300", "{\"a\": 1}", "[[0, 0], [0, 0]]", "\"x\"");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog.yaml",
                "parties.yaml",
                "measures.yaml",
                "corrections.yaml",
                "reports/polar-tern.yaml",
                "views/chukotka.yaml",
                "views/vrangel.yaml",
                "layers/route/layer.yaml",
                "layers/route/features.geojson",
                "layers/survey/features.geojson",
            })
    void each_value_may_be_anything(String file) {
        CatalogCopy copy = CatalogCopy.in(folder);
        String content = copy.read(file);
        Matcher value = VALUE.matcher(content);
        for (int i = 0; value.find(); i++) {
            String strange = STRANGE.get(i % STRANGE.size());
            copy.write(file, content.substring(0, value.start()) + strange + content.substring(value.end()));
            try {
                assertThat(copy.load()).isNotNull();
            } catch (InvalidCatalogException e) {
                assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
                    assertThat(fault.got()).isNotBlank();
                    assertThat(fault.expected()).isNotBlank();
                    assertThat(fault.toString()).hasLineCount(1);
                });
            } catch (RuntimeException e) {
                throw new AssertionError(file + ": " + strange + " in place of " + value.group(), e);
            }
        }
    }
}
