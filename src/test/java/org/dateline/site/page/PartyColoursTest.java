package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.model.Party;
import org.dateline.site.resource.Assets;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.Test;

class PartyColoursTest {

    private static final int GREY = 9;

    @Test
    void a_colour_belongs_to_one_party_and_all_others_share_grey() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        SiteContext site = new SiteContext(catalog, Hosting.ANYWHERE, Assets.load());
        Map<Integer, List<String>> parties =
                catalog.parties().stream().map(Party::id).collect(Collectors.groupingBy(site::colour));

        assertThat(parties.keySet()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, GREY);
        parties.forEach((colour, ids) -> {
            if (colour != GREY) {
                assertThat(ids).as("colour %d", colour).hasSize(1);
            }
        });
        assertThat(parties.get(GREY)).hasSize(catalog.parties().size() - 8);
        assertThat(site.colour(null)).isZero();
        assertThat(site.colour("bla")).as("who says most").isEqualTo(1);
    }
}
