package org.dateline.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dateline.work.DiskCache;

/** The folder of the program's caches: the one that the start script uses. */
final class Caches {

    /** In place of a folder: none. */
    private static final String OFF = "off";

    private Caches() {}

    static void use(Map<String, String> environment) {
        folder(environment, System.getProperty("os.name", ""))
                .ifPresent(folder -> System.setProperty(DiskCache.PROPERTY, folder.toString()));
    }

    /** Empty if the operator wants none, or the system names no home. */
    static Optional<Path> folder(Map<String, String> environment, String system) {
        String stated = environment.getOrDefault("DATELINE_CACHE", "");
        if (!stated.isEmpty()) {
            return stated.equals(OFF) ? Optional.empty() : Optional.of(Path.of(stated));
        }
        String name = system.toLowerCase(Locale.ROOT);
        String home = environment.getOrDefault("HOME", "");
        String caches = name.startsWith("windows")
                ? environment.getOrDefault("LOCALAPPDATA", "")
                : name.startsWith("mac")
                        ? home.isEmpty() ? "" : home + "/Library/Caches"
                        : environment.getOrDefault("XDG_CACHE_HOME", home.isEmpty() ? "" : home + "/.cache");
        return caches.isEmpty() ? Optional.empty() : Optional.of(Path.of(caches, "dateline"));
    }
}
