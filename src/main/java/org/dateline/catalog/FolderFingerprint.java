package org.dateline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a folder has changed. Hidden files and editors' backups do not count. */
public final class FolderFingerprint {

    /** Frozen embeds of earlier states are not part of this one. */
    static final String FROZEN = "frozen";

    private FolderFingerprint() {}

    /**
     * Names, sizes and times of the catalog's files and of its reports' texts beside them, and of archives of streets: cheap enough to compare several times a
     * second. Reads none.
     */
    public static String ofState(Path folder) {
        StringBuilder state = new StringBuilder();
        List<Path> files = new ArrayList<>(files(folder));
        for (Path report : list(folder.resolve("reports"))) {
            Path text = folder.resolve(OwnTexts.FOLDER).resolve(ReportReader.idOf(report) + ".txt");
            if (Files.exists(text)) {
                files.add(text);
            }
        }
        for (Path entry : list(folder)) {
            if (entry.toString().matches(".*\\.(pmtiles|mbtiles)")) {
                files.add(entry);
            }
        }
        for (Path file : files) {
            state.append(file).append('|');
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                state.append(attributes.size()).append('|');
                state.append(attributes.lastModifiedTime()).append('|');
                // Tells a file from another that was moved into its place.
                state.append(attributes.fileKey()).append('\n');
            } catch (IOException e) {
                // The file disappeared meanwhile, or is a link to nothing, which is a state of its own.
                state.append("gone\n");
            }
        }
        return state.toString();
    }

    /**
     * Lists the files that a catalog can use, in a fixed order: the YAML files in the catalog's folder and {@code quotes.csv}, the files in
     * {@code reports} and {@code views}, the files of each layer, and the folders of basemaps. Anything else in the
     * folder may change as it likes. Empty if the folder cannot be read.
     */
    public static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        for (Path entry : list(folder)) {
            String name = entry.getFileName().toString();
            if (name.endsWith(".yaml") || name.equals(QuoteTable.NAME)) {
                files.add(entry);
            } else if (name.equals("reports") || name.equals("views")) {
                files.addAll(list(entry));
            } else if (name.equals("layers")) {
                for (Path layer : list(entry)) {
                    files.add(layer.resolve("layer.yaml"));
                    files.add(layer.resolve("features.geojson"));
                    files.add(layer.resolve(PlaceTable.NAME));
                }
            } else if (!name.equals(FROZEN) && Files.exists(entry.resolve("basemap.yaml"))) {
                files.addAll(walk(entry));
            }
        }
        return files.stream()
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> !Files.isDirectory(file))
                .toList();
    }

    /** The entries of a folder sorted by name, without hidden ones. */
    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !hidden(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(entry -> !hidden(folder.relativize(entry)))
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
    public static String of(byte[] bytes) {
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
