package org.dateline.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogArchive;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.draw.map.BasemapCheck;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.load.CollectionAdmin;
import org.dateline.model.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Stores a catalog in the database, for all servers that follow it. */
@Command(
        name = "push",
        description = "Store the catalog in a database, for all servers that follow it (serve --follow).",
        mixinStandardHelpOptions = true)
final class Push implements Callable<Integer> {

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() throws Exception {
        Path folder = geodata.folder();
        try {
            Catalog catalog = CatalogLoader.load(folder);
            BasemapCheck.require(catalog);
            ViewCheck.require(catalog);
            byte[] archive = CatalogArchive.pack(folder);
            long version = database.use(found -> {
                try (Connection connection = CollectionAdmin.open(found)) {
                    return PushedCatalog.push(connection, catalog.hash(), archive);
                }
            });
            System.out.println("Pushed " + folder + " as version " + version + " (" + archive.length + " bytes)");
            return ExitCode.OK;
        } catch (InvalidCatalogException e) {
            return FaultPrinter.print(e, folder, "nothing was pushed");
        }
    }
}
