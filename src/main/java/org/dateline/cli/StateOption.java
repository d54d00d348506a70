package org.dateline.cli;

import java.nio.file.Path;
import org.dateline.site.resource.Hosting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --state}, the same for every command that reads or writes what a server keeps. */
final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "The folder for what the server keeps, frozen embeds, so that the catalog's folder can be "
                    + "read-only (default: the catalog's folder).")
    private @Nullable Path state;

    /** The folder as given; null for the catalog's own. */
    @Nullable
    Path given() {
        return state;
    }

    /** The folder of frozen embeds of a story. */
    Path frozen(Path catalog, String story) {
        return (state == null ? catalog : state.resolve(story)).resolve(Hosting.FROZEN);
    }

    /** The folder of frozen embeds. */
    Path frozen(Path catalog) {
        return (state == null ? catalog : state).resolve(Hosting.FROZEN);
    }
}
