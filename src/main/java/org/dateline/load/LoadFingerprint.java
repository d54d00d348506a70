package org.dateline.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Identifies a load by the file's name and size, and a digest of the file's beginning and of the mapping. */
final class LoadFingerprint {

    private static final int BEGINNING = 1 << 20;

    private LoadFingerprint() {}

    static String of(Path file, @Nullable String layer, byte @Nullable [] mapping) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(in.readNBytes(BEGINNING));
            digest.update(String.valueOf(layer).getBytes(StandardCharsets.UTF_8));
            if (mapping != null) {
                digest.update(mapping);
            }
            return file.getFileName() + " " + Files.size(file) + " "
                    + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
