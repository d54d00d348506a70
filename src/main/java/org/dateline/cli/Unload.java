package org.dateline.cli;

import java.util.concurrent.Callable;
import org.dateline.load.CollectionAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a collection out of the database. */
@Command(
        name = "unload",
        description = "Take a collection, and an interrupted load of it, out of the database.",
        mixinStandardHelpOptions = true)
final class Unload implements Callable<Integer> {

    @Option(names = "--collection", paramLabel = "ID", required = true, description = "Id of the collection.")
    private String collection = "";

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() throws Exception {
        if (!database.use(found -> CollectionAdmin.unload(found, collection))) {
            throw new UsageException(
                    "got --collection " + collection + ", which is not in the database, expected one that is");
        }
        System.out.println(collection + ": taken out");
        return ExitCode.OK;
    }
}
