package org.dateline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a folder has changed. Hidden files and editors' backups do not count. */
public final class FolderFingerprint {

    /** Frozen embeds of earlier states are not part of this one. */
    static final String FROZEN = "frozen";

    private FolderFingerprint() {}

    /** SHA-256 over the names and bytes of all files, lower-case hex. */
    static String ofContent(Path folder) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files(folder)) {
            digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Names, sizes and times of all files: cheap enough to compare several times a second. */
    public static String ofState(Path folder) {
        StringBuilder state = new StringBuilder();
        for (Path file : files(folder)) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                state.append(file).append('|').append(attributes.size()).append('|');
                state.append(attributes.lastModifiedTime().toMillis()).append('\n');
            } catch (IOException e) {
                // The file disappeared meanwhile, which is a state of its own.
                state.append(file).append("|gone\n");
            }
        }
        return state.toString();
    }

    /** Lists the catalog's files in a fixed order; empty if the folder cannot be read. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !hidden(folder.relativize(file)))
                    .filter(file -> !folder.relativize(file).startsWith(FROZEN))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    static boolean hidden(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.endsWith("~") || name.startsWith("#")) {
                return true;
            }
        }
        return false;
    }

    /** SHA-256 of a file, lower-case hex; however large, it is not kept in memory. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[1 << 14];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of bytes, lower-case hex. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
