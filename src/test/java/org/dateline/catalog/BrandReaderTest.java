package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.CATALOG;

import java.nio.file.Path;
import org.dateline.model.Brand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandReaderTest {

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
    }

    private void brand(String fields) {
        copy.write(CATALOG, copy.read(CATALOG) + "brand: {name: The Desk, " + fields + "}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            accent: '#7ec8f2'                            ¦ brand.accent       ¦ "#7ec8f2", a contrast of 1.7 to 1 ¦ a darker colour: at least 4.5 to 1 on light pages (#fbf9f4)
            accent: {light: '#0a5c8a', dark: '#0a5c8a'}  ¦ brand.accent.dark  ¦ "#0a5c8a", a contrast of 2.5 to 1 ¦ a lighter colour: at least 4.5 to 1 on dark pages (#191715)
            logo: brand/script.svg                       ¦ brand.logo         ¦ "brand/script.svg", with script   ¦ an SVG without script, a PNG or a WebP of at most 100 KB
            logo: brand/really.png                       ¦ brand.logo         ¦ "brand/really.png", another kind of file ¦ an SVG without script, a PNG or a WebP of at most 100 KB
            logo: brand/../../secret.svg                 ¦ brand.logo         ¦ "brand/../../secret.svg"          ¦ a file in the catalog's folder
            """)
    void what_no_reader_could_read_or_should_get_is_named(String fields, String path, String got, String expected) {
        copy.write("brand/script.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        copy.write("brand/really.png", "<svg/>");
        brand(fields);
        int line = copy.line(CATALOG, "brand: {");

        assertThat(copy.faults()).containsExactly(new Fault(CATALOG, line, path, got, expected));
    }

    @Test
    void a_logo_that_is_missing_is_named() {
        brand("logo: brand/none.svg");
        assertThat(copy.faults()).containsExactly(new Fault("brand/none.svg", 0, "", "no such file", "a file"));
    }

    @Test
    void one_colour_is_enough_its_tint_is_legible_in_the_dark() throws Exception {
        brand("accent: '#0a5c8a'");
        Brand.Accent accent = copy.load().brand().accent();
        assertThat(accent.light()).isEqualTo("#0a5c8a");
        assertThat(BrandReader.contrast(accent.dark(), "#191715")).isBetween(4.5, 4.7);
    }

    @Test
    void contrast_is_that_of_the_guidelines() {
        assertThat(BrandReader.contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(BrandReader.contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    @Test
    void contact_and_imprint_are_addresses() {
        brand("contact: call us, imprint: example.org");
        assertThat(copy.faults()).extracting(Fault::field).containsExactlyInAnyOrder("brand.contact", "brand.imprint");
    }
}
