package org.dateline.cli;

import java.nio.file.Path;
import org.dateline.catalog.ReportDraft;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands that make a report's file from each text are told of it. */
final class ReportOptions {

    @Option(names = "--id", paramLabel = "ID", description = "Id of the report (default: made of the file's name).")
    private @Nullable String id;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Language of the texts (default: what their most common words say, else the catalog's first "
                    + "language).")
    private @Nullable String language;

    /** @throws UsageException if there is an id that is none, or that is to be that of several reports */
    void check(int texts) {
        if (id != null && (texts > 1 || !id.matches("[a-z0-9]+(-[a-z0-9]+)*"))) {
            throw new UsageException("got --id " + id
                    + (texts > 1
                            ? " for " + texts + " texts, expected one text"
                            : ", expected lower-case letters, digits and hyphens"));
        }
    }

    /** The id of the report of a text. */
    String idOf(Path text) {
        return id != null ? id : ReportDraft.idOf(text);
    }

    /** The language of the texts; null for what each says itself. */
    @Nullable
    String language() {
        return language;
    }
}
