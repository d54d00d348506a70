package org.dateline.site.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dateline.catalog.FolderFingerprint;

/**
 * The subfolders of a folder that are catalogs: those with a {@code catalog.yaml}. Links are followed; hidden folders and
 * others are none of ours.
 *
 * @param stories  the folder of each story by its name, sorted
 * @param misnamed what is expected in place of a name that a story cannot have, by that name
 */
public record StoryFolders(Map<String, Path> stories, Map<String, String> misnamed) {

    public StoryFolders {
        stories = Collections.unmodifiableMap(new TreeMap<>(stories));
        misnamed = Collections.unmodifiableMap(new TreeMap<>(misnamed));
    }

    /** Whether nothing is left of a story's catalog: not while a file of it is being replaced. */
    public static boolean isGone(Path story) {
        return FolderFingerprint.files(story).isEmpty();
    }

    /** @throws IOException if the folder cannot be read */
    public static StoryFolders in(Path folder) throws IOException {
        List<Path> catalogs;
        try (Stream<Path> entries = Files.list(folder)) {
            catalogs = entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> Files.isRegularFile(entry.resolve("catalog.yaml")))
                    .toList();
        }
        Map<String, Path> stories = new TreeMap<>();
        Map<String, String> misnamed = new TreeMap<>();
        for (Path one : catalogs) {
            String name = one.getFileName().toString();
            StoryName.fault(name)
                    .ifPresentOrElse(expected -> misnamed.put(name, expected), () -> stories.put(name, one));
        }
        return new StoryFolders(stories, misnamed);
    }
}
