package org.dateline.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.ground.PlaceNames;
import org.jspecify.annotations.Nullable;

/** The names of the catalog's places, found by spelling. */
final class OwnNames {

    private static final int SHORTEST_SKELETON = 4;

    private final Map<String, List<OwnName>> whole = new LinkedHashMap<>();

    /** Names of areas without "district" or the like. */
    private final Map<String, List<OwnName>> bare = new HashMap<>();

    private final Map<String, List<OwnName>> skeletons = new HashMap<>();

    /**
     * Names that words are.
     *
     * @param whole whether the words are the whole name as the catalog has it
     */
    record Named(List<OwnName> names, boolean whole, String why) {}

    OwnNames(List<OwnName> names, Words words) {
        for (OwnName name : names) {
            String key = PlaceNames.key(name.name());
            add(whole, key, name);
            int space = key.lastIndexOf(' ');
            if (space > 0 && words.is("kinds_area", key.substring(space + 1))) {
                add(bare, key.substring(0, space), name);
            }
            add(skeletons, skeleton(key), name);
        }
    }

    private static void add(Map<String, List<OwnName>> map, String key, OwnName name) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(name);
    }

    /** The names that are spelled so, apart from case and accents; null if there are none. */
    @Nullable
    Named named(String key) {
        if (whole.containsKey(key)) {
            return new Named(whole.get(key), true, "a name of a place of the catalog");
        }
        return bare.containsKey(key)
                ? new Named(
                        bare.get(key),
                        false,
                        "the catalog has it as \"" + bare.get(key).getFirst().name() + "\"")
                : null;
    }

    /** The names with the same consonants, as in two ways to write a name in Latin letters; null if there are none. */
    @Nullable
    Named spelledNearly(String key) {
        String skeleton = skeleton(key);
        List<OwnName> near = skeletons.getOrDefault(skeleton, List.of());
        return near.isEmpty() || skeleton.length() < SHORTEST_SKELETON
                ? null
                : new Named(
                        near, false, "spelled nearly as \"" + near.getFirst().name() + "\" of the catalog");
    }

    private static String skeleton(String key) {
        return key.replace('q', 'k')
                .replace("kh", "k")
                .replace("gh", "g")
                .replaceAll("[aeiouyw ]", "")
                .replaceAll("(.)\\1+", "$1");
    }
}
