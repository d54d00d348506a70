package org.dateline.http.watch;

import java.util.Set;
import org.dateline.model.LanguageTag;

/** Names the route of a request, for metrics: one of a few, whatever clients send. */
final class Route {

    private static final Set<String> FOLDERS = Set.of(
            "places",
            "reports",
            "claims",
            "embed",
            "layers",
            "annotations",
            "citations",
            "basemap",
            "assets",
            "records",
            "search");

    private static final Set<String> PROGRAMS = Set.of("oembed", "health", "ogc");

    private static final Set<String> OF_COLLECTIONS = Set.of("items", "tiles", "schema", "queryables");

    private Route() {}

    /** @param target the path of a request within its story, with or without a query */
    static String of(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (!path.startsWith("/")) {
            return "other";
        }
        String[] names = path.substring(1).split("/", 5);
        String first = names[0];
        if (PROGRAMS.contains(first)) {
            boolean inCollection = first.equals("ogc") && names.length > 3 && names[1].equals("collections");
            return inCollection && OF_COLLECTIONS.contains(names[3])
                    ? "/ogc/collections/{collection}/" + names[3]
                    : "/" + first;
        }
        boolean language = first.matches(LanguageTag.PATTERN);
        String folder = language && names.length > 1 ? names[1] : first;
        if (FOLDERS.contains(folder)) {
            return "/" + folder;
        }
        return folder.isEmpty() || language && names.length == 1 ? "/" : "other";
    }
}
