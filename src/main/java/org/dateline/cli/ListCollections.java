package org.dateline.cli;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dateline.features.postgis.Registry;
import org.dateline.features.postgis.StoredCollection;
import org.dateline.load.CollectionAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Lists the collections in the database. */
@Command(name = "collections", description = "List the collections in a database.", mixinStandardHelpOptions = true)
final class ListCollections implements Callable<Integer> {

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() throws Exception {
        List<StoredCollection> all = database.use(found -> {
            try (Connection connection = CollectionAdmin.open(found)) {
                return Registry.all(connection);
            }
        });
        for (StoredCollection one : all) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d records, %,d without a place; box %s; %s to %s%n",
                    one.id(),
                    one.records(),
                    one.unlocated(),
                    one.extent().map(box -> Arrays.toString(box.toArray())).orElse("none"),
                    one.timeFirst() == null ? "no date" : one.timeFirst(),
                    one.timeLast() == null ? "no date" : one.timeLast());
        }
        return ExitCode.OK;
    }
}
