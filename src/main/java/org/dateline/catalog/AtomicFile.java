package org.dateline.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/** Replaces a file completely or not at all, also where the machine stops meanwhile. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Replaces a file that was read before. A link stays a link; permissions stay.
     *
     * @param read what was read
     * @throws IOException if the file has changed since, or cannot be written; then it stays as it is
     */
    public static void replace(Path file, byte[] read, byte[] content) throws IOException {
        Path real = file.toRealPath();
        if (!Arrays.equals(Files.readAllBytes(real), read)) {
            throw new IOException("got " + file + ", which changed while it was read, expected an unchanged file");
        }
        write(real, content);
    }

    /** Writes a file, whether there is one or not. */
    public static void write(Path file, byte[] content) throws IOException {
        // Hidden, so that a server watching the folder ignores it.
        Path draft = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            force(draft, content);
            keepPermissions(file, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void force(Path file, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** Forces the file's name to disk; some systems do not let a folder be opened, and need not. */
    private static void forceFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException _) {
            // The content is complete either way.
        }
    }

    private static void keepPermissions(Path file, Path draft) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (view != null && Files.exists(file)) {
            view.setPermissions(Files.getPosixFilePermissions(file));
        }
    }
}
