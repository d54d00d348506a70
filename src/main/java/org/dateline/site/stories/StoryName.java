package org.dateline.site.stories;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a story's folder, which is the first part of its addresses. */
public final class StoryName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final int LONGEST = 64;

    /** The first parts of the server's own addresses, with some that it may want one day. */
    private static final Set<String> RESERVED = Set.of(
            "annotations",
            "api",
            "assets",
            "basemap",
            "brand",
            "citations",
            "claims",
            "embed",
            "frozen",
            "ground",
            "health",
            "layers",
            "lists",
            "metrics",
            "oembed",
            "ogc",
            "parties",
            "places",
            "records",
            "reports",
            "search",
            "static",
            "stories",
            "streets",
            "timeline");

    private StoryName() {}

    /** What a folder is called instead of being a story's name; empty if it can be one. */
    public static Optional<String> fault(String folder) {
        if (!FORM.matcher(folder).matches() || folder.length() > LONGEST) {
            return Optional.of("small letters a to z, digits and single hyphens, at most " + LONGEST);
        }
        // Languages of the list of stories have folders, too. Few have codes of three letters, which may be words.
        if (folder.matches("[a-z]{2}")) {
            return Optional.of("a name that is not the code of a language");
        }
        return RESERVED.contains(folder)
                ? Optional.of("a name that is not the start of the server's own addresses")
                : Optional.empty();
    }
}
