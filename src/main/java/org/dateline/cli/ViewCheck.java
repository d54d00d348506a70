package org.dateline.cli;

import java.io.IOException;
import java.util.Optional;
import org.dateline.catalog.Fault;
import org.dateline.catalog.Faults;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.model.Catalog;
import org.dateline.model.View;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.Resource;

/** Draws every saved view as an embed and as an image, because a view that is valid may still not be drawable. */
final class ViewCheck {

    private ViewCheck() {}

    /** @throws InvalidCatalogException with one fault for each view that cannot be drawn */
    static void require(Catalog catalog) throws InvalidCatalogException, IOException {
        Site site = new SiteBuilder(Hosting.ANYWHERE).build(catalog);
        Faults faults = new Faults();
        for (View view : catalog.views()) {
            try {
                site.find("embed/" + view.id() + "/").ifPresent(Resource::content);
                site.find("embed/" + view.id() + ".svg").ifPresent(Resource::content);
            } catch (RuntimeException e) {
                String why = Optional.ofNullable(e.getMessage()).orElse(e.toString());
                faults.add(new Fault(
                        "views/" + view.id() + ".yaml",
                        0,
                        "",
                        "a view that cannot be drawn (" + why + ")",
                        "one that can"));
            }
        }
        faults.throwIfAny();
    }
}
