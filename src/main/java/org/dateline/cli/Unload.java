package org.dateline.cli;

import java.util.concurrent.Callable;
import org.dateline.load.CollectionAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes a collection from the database. */
@Command(
        name = "unload",
        description = "Remove a collection, and any interrupted load of it, from the database.",
        mixinStandardHelpOptions = true)
final class Unload implements Callable<Integer> {

    @Option(
            names = "--collection",
            paramLabel = "ID",
            required = true,
            description = "The collection's id; STORY/ID for a collection of one of many stories.")
    private String collection = "";

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() throws Exception {
        if (!database.use(found -> CollectionAdmin.unload(found, collection))) {
            throw new UsageException("got --collection " + collection
                    + ", which is not in the database, expected one listed by \"dateline collections\"");
        }
        System.out.println(collection + ": removed");
        return ExitCode.OK;
    }
}
