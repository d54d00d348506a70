package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.View;
import org.junit.jupiter.api.Test;

class ViewCheckTest {

    @Test
    void each_view_that_cannot_be_drawn_is_a_fault_of_its_file() throws Exception {
        Catalog good = CatalogLoader.load(Catalogs.CHUKOTKA);
        ViewCheck.require(good);
        List<View> views = new ArrayList<>(good.views());
        views.add(new ClaimsView("broken", good.title(), good.title(), "no-such-measure"));
        Catalog broken = new Catalog(
                good.title(),
                good.summary(),
                good.languages(),
                good.layers(),
                good.reports(),
                good.parties(),
                good.measures(),
                views,
                good.defaultView(),
                good.basemap(),
                good.corrections(),
                good.aliases(),
                good.messages(),
                Brand.PROGRAM,
                good.hash());

        assertThat(catchThrowableOfType(InvalidCatalogException.class, () -> ViewCheck.require(broken))
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("views/broken.yaml");
                    assertThat(fault.got()).startsWith("a view that cannot be drawn (");
                });
    }
}
