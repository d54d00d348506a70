package org.dateline.site.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dateline.model.Alias;
import org.dateline.model.Catalog;
import org.dateline.model.LanguageTag;

/** The paths of a site that contain a former id, and those that took their place. */
public final class FormerPaths {

    private static final Pattern PATH = Pattern.compile(
            "((?:" + LanguageTag.PATTERN + "/)?)(embed|places|reports|claims)/" + "([a-z0-9-]+)((?:[/.@].*)?)");

    private final Map<String, Map<String, String>> targets = new HashMap<>();
    private final List<Alias> aliases;

    public FormerPaths(Catalog catalog) {
        aliases = catalog.aliases();
        aliases.forEach(alias -> targets.computeIfAbsent(folder(alias.kind()), _ -> new HashMap<>())
                .put(alias.id(), alias.target()));
    }

    /** The folder of the pages of a kind, without a slash. */
    public static String folder(Alias.Kind kind) {
        return switch (kind) {
            case VIEW -> "embed";
            case PLACE -> "places";
            case REPORT -> "reports";
            case MEASURE -> "claims";
        };
    }

    /** The present path for a former one; empty if the path contains no former id. */
    public Optional<String> present(String path) {
        Matcher parts = PATH.matcher(path);
        if (aliases.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        targets.getOrDefault(parts.group(2), Map.of()).get(parts.group(3)))
                .map(id -> parts.group(1) + parts.group(2) + "/" + id + parts.group(4));
    }

    /** The former paths of present ones, with the present ones: what a folder of files needs in place of redirects. */
    public Map<String, String> formerOf(Iterable<String> present) {
        Map<String, List<Alias>> byTarget =
                aliases.stream().collect(Collectors.groupingBy(alias -> folder(alias.kind()) + "/" + alias.target()));
        Map<String, String> former = new HashMap<>();
        for (String path : present) {
            Matcher parts = PATH.matcher(path);
            if (parts.matches()) {
                for (Alias alias : byTarget.getOrDefault(parts.group(2) + "/" + parts.group(3), List.of())) {
                    former.put(parts.group(1) + parts.group(2) + "/" + alias.id() + parts.group(4), path);
                }
            }
        }
        return former;
    }
}
