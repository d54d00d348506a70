package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogArchive;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.draw.map.BasemapCheck;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.features.postgis.PushedStories;
import org.dateline.load.CollectionAdmin;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
import org.dateline.site.stories.StoryFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stores a catalog, or many stories, in the database, for all servers that follow it. */
@Command(
        name = "push",
        description = "Store the catalog in a database, for all servers that follow it (serve --follow).",
        mixinStandardHelpOptions = true)
final class Push implements Callable<Integer> {

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(
            names = "--stories",
            paramLabel = "DIR",
            description = "Store many catalogs in place of one: each subfolder of DIR under its name. Stories that "
                    + "DIR no longer has are removed from the servers.")
    private @Nullable Path stories;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    /** A catalog without faults, and its archive. */
    private record Checked(String hash, byte[] archive) {

        static Checked of(Path folder) throws IOException, InvalidCatalogException {
            Catalog catalog = CatalogLoader.load(folder);
            BasemapCheck.require(catalog);
            ViewCheck.require(catalog);
            return new Checked(catalog.hash(), CatalogArchive.pack(folder));
        }
    }

    @Override
    public Integer call() throws Exception {
        if (stories != null) {
            return pushStories(stories);
        }
        Path folder = geodata.folder();
        try {
            Checked catalog = Checked.of(folder);
            long version = database.use(found -> {
                try (Connection connection = CollectionAdmin.open(found)) {
                    return PushedCatalog.push(connection, catalog.hash(), catalog.archive());
                }
            });
            System.out.println(
                    "Pushed " + folder + " as version " + version + " (" + catalog.archive().length + " bytes)");
            return ExitCode.OK;
        } catch (InvalidCatalogException e) {
            return FaultPrinter.print(e, folder, "nothing was pushed");
        }
    }

    private int pushStories(Path folder) throws Exception {
        geodata.requireNotWithStories();
        StoryFolders found = StoryFolders.in(GeodataOption.requireStories(folder));
        found.misnamed()
                .forEach((name, expected) -> System.err.println(
                        "got the folder " + name + ", expected " + expected + ": it is no story and not pushed"));
        if (found.stories().isEmpty()) {
            throw new UsageException(
                    "got --stories " + folder + ", which has no stories, expected at least one subfolder "
                            + "with a catalog.yaml: all stories would be removed from the servers");
        }
        return database.use(to -> {
            try (Connection connection = CollectionAdmin.open(to)) {
                return push(connection, folder, found.stories());
            }
        });
    }

    /** Pushes what is sound and has changed; a story with faults stays as it was pushed last. */
    private static int push(Connection connection, Path folder, Map<String, Path> stories) throws Exception {
        Map<String, PushedStories.Latest> there = new TreeMap<>();
        PushedStories.latest(connection).stream()
                .filter(one -> !one.isRemoved())
                .forEach(one -> there.put(one.name(), one));
        int unchanged = 0;
        int failed = 0;
        for (Map.Entry<String, Path> story : stories.entrySet()) {
            String name = story.getKey();
            PushedStories.Latest before = there.remove(name);
            try {
                Checked catalog = Checked.of(story.getValue());
                if (before != null && before.hash().equals(catalog.hash())) {
                    unchanged++;
                    continue;
                }
                long version = PushedStories.push(connection, name, catalog.hash(), catalog.archive());
                System.out.println(name + ": version " + version + " (" + catalog.archive().length + " bytes)");
            } catch (InvalidCatalogException e) {
                FaultPrinter.print(e, story.getValue(), "nothing of it was pushed");
                failed++;
            } catch (IOException e) {
                System.err.println(name + ": " + e.getMessage() + "; nothing of it was pushed");
                failed++;
            }
        }
        for (String name : there.keySet()) {
            if (StoryFolders.isGone(folder.resolve(name))) {
                PushedStories.remove(connection, name);
                System.out.println(name + ": removed");
            } else {
                System.err.println(
                        "got " + folder.resolve(name) + " without catalog.yaml, expected one, or no files of a "
                                + "catalog there: the story stays as it was pushed last");
                failed++;
            }
        }
        System.out.println(Counted.of(stories.size(), "story") + " of " + folder + ": " + unchanged + " unchanged, "
                + failed + " with faults");
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
