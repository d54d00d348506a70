package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.site.page.PlaceNames.Words;
import org.dateline.site.resource.Assets;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlaceNamesTest {

    private static SiteContext site;

    @BeforeAll
    static void load() throws Exception {
        site = new SiteContext(CatalogLoader.load(Catalogs.JAFFAR_EXPRESS), Hosting.ANYWHERE, Assets.load());
    }

    private static PlaceNames names(String place) {
        return PlaceNames.of(site.feature(place), site);
    }

    @Test
    void the_reports_spellings_are_theirs() {
        assertThat(names("mushkaf").reported()).containsExactly(new Words("Mushqaf", "en"), new Words("Mashkaf", "en"));
        assertThat(names("mushkaf").others()).isEmpty();
    }

    @Test
    void a_place_that_no_report_names_says_which_words_it_stands_for() {
        assertThat(names("sibi").reported()).isEmpty();
        assertThat(names("sibi").standsFor()).containsExactly(new Words("Sibi district", "en"));
        assertThat(names("bolan-pass").standsFor())
                .containsExactly(new Words("Bolan district", "en"), new Words("Bolan", "en"));
    }

    @Test
    void a_spelling_that_a_quote_has_is_not_listed_as_the_catalogs_own() {
        assertThat(site.feature("kachhi-district").altNames()).containsExactly("Bolan District");
        assertThat(names("kachhi-district").reported()).extracting(Words::words).contains("Bolan district");
        assertThat(names("kachhi-district").others()).isEmpty();
    }

    @Test
    void other_spellings_have_a_source() {
        assertThat(names("dhadar").others()).containsExactly("Dadhar");
        assertThat(site.feature("dhadar").altNamesSource()).isEqualTo("GeoNames");
    }
}
