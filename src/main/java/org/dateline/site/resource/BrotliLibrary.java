package org.dateline.site.resource;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Loads the native library of Brotli at its first use. After a failure, for example because the folder for temporary files
 * was full, a later use tries again, which the library's own loader would not do. Thread-safe.
 */
final class BrotliLibrary {

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final long againAfter;
    private volatile boolean loaded;
    private volatile boolean failed;
    private volatile long failedAt;

    BrotliLibrary() {
        this(AGAIN_AFTER);
    }

    /** @param againAfter the time after a failure before it is tried again */
    BrotliLibrary(Duration againAfter) {
        this.againAfter = againAfter.toNanos();
    }

    /** Whether it is loaded or worth a try. Costs nothing. */
    boolean isLikely() {
        return loaded || !failed || System.nanoTime() - failedAt >= againAfter;
    }

    /** Loads the library unless it is loaded; false if that is not possible at present. */
    boolean load() {
        return loaded || isLikely() && tryToLoad();
    }

    private synchronized boolean tryToLoad() {
        if (!loaded && isLikely()) {
            loaded = Brotli4jLoader.isAvailable() || failed && loadCopy();
            failedAt = System.nanoTime();
            failed = !loaded;
        }
        return loaded;
    }

    /** Loads it from a new copy, because the library's loader remembers its first failure. */
    private static boolean loadCopy() {
        try (InputStream library = Brotli4jLoader.class.getResourceAsStream(bundled())) {
            return library != null && load(library);
        } catch (IOException e) {
            // Still no room for it.
            return false;
        }
    }

    /** The resource that holds the library, of the platforms that come with the program. */
    private static String bundled() {
        String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
        return "/lib/linux-" + processor + "/" + System.mapLibraryName("brotli");
    }

    @SuppressWarnings("restricted")
    private static boolean load(InputStream library) throws IOException {
        Path copy = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "brotli", ".so");
        try {
            Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
            System.load(copy.toString());
            return true;
        } catch (UnsatisfiedLinkError e) {
            // Still not allowed to run from there.
            return false;
        } finally {
            // It stays loaded without its file.
            Files.deleteIfExists(copy);
        }
    }
}
