package org.dateline.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/** Replaces a file completely or not at all. */
final class AtomicFile {

    private AtomicFile() {}

    /**
     * Replaces a file that was read before. A link stays a link; permissions stay.
     *
     * @param read what was read
     * @throws IOException if the file has changed since, or cannot be written; then it stays as it is
     */
    static void replace(Path file, byte[] read, byte[] content) throws IOException {
        Path real = file.toRealPath();
        if (!Arrays.equals(Files.readAllBytes(real), read)) {
            throw new IOException("got " + file + ", which changed while it was read, expected an unchanged file");
        }
        write(real, content);
    }

    /** Writes a file, whether there is one or not. */
    static void write(Path file, byte[] content) throws IOException {
        // Hidden, so that a server watching the folder ignores it.
        Path draft = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.write(draft, content);
            keepPermissions(file, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void keepPermissions(Path file, Path draft) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (view != null && Files.exists(file)) {
            view.setPermissions(Files.getPosixFilePermissions(file));
        }
    }
}
