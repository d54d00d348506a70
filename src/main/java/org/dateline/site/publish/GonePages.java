package org.dateline.site.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.model.Alias;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.LanguageTag;
import org.dateline.site.resource.FormerPaths;

/** Finds ids that were published, in a folder or in frozen embeds, and that a catalog no longer knows, under any name. */
public final class GonePages {

    private static final Pattern PAGE =
            Pattern.compile("(?:" + LanguageTag.PATTERN + "/)?((?:embed|places|reports|claims)/[a-z0-9-]+)/.*");

    private static final Pattern FROZEN = Pattern.compile("[0-9a-f]{12}/([a-z0-9-]+)\\..*");

    private GonePages() {}

    /**
     * The gone ids among the files of a published folder, each with its folder, as in {@code places/sibi}.
     *
     * @throws IOException if the folder is there and cannot be read
     */
    public static List<String> inFolder(Path published, Catalog catalog) throws IOException {
        return Manifest.read(published).stream()
                .flatMap(manifest -> gone(manifest.files().keySet().stream(), catalog).stream())
                .toList();
    }

    /** The gone views among the frozen embeds in a folder. */
    public static List<String> inFrozen(Path frozen, Catalog catalog) throws IOException {
        if (!Files.isDirectory(frozen)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(frozen, 2)) {
            return gone(
                    files.map(file -> FROZEN.matcher(
                                    frozen.relativize(file).toString().replace('\\', '/')))
                            .filter(Matcher::matches)
                            .map(name -> "embed/" + name.group(1) + "/"),
                    catalog);
        }
    }

    private static List<String> gone(Stream<String> paths, Catalog catalog) {
        Set<String> known = known(catalog);
        return paths
                .map(PAGE::matcher)
                .filter(Matcher::matches)
                .map(page -> page.group(1))
                .filter(page -> !known.contains(page))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static Set<String> known(Catalog catalog) {
        Set<String> known = new HashSet<>();
        catalog.views().forEach(view -> known.add(page(Alias.Kind.VIEW, view.id())));
        catalog.reports().forEach(report -> known.add(page(Alias.Kind.REPORT, report.id())));
        catalog.measures().forEach(measure -> known.add(page(Alias.Kind.MEASURE, measure.id())));
        catalog.layers().stream()
                .flatMap(layer -> catalog.places(layer).stream())
                .map(Feature::id)
                .forEach(id -> known.add(page(Alias.Kind.PLACE, id)));
        catalog.aliases().forEach(alias -> known.add(page(alias.kind(), alias.id())));
        return known;
    }

    private static String page(Alias.Kind kind, String id) {
        return FormerPaths.folder(kind) + "/" + id;
    }
}
