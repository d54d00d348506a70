package org.dateline.catalog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a catalog's folder into a zip archive and unpacks it, without hidden files and frozen embeds. */
public final class CatalogArchive {

    /** Equal folders give equal archives. */
    private static final FileTime NO_TIME = FileTime.fromMillis(315_532_800_000L);

    private CatalogArchive() {}

    public static byte[] pack(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : FolderFingerprint.files(folder)) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setLastModifiedTime(NO_TIME);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Makes a folder contain what an archive contains: each file is replaced in one step, then files that the archive
     * does not have are removed. Frozen embeds stay.
     *
     * @throws IOException if a file cannot be written, or the archive names one outside the folder
     */
    public static void unpack(byte[] archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<Path> written = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder.normalize()) || entry.isDirectory()) {
                    throw new IOException("got " + entry.getName() + " in the archive, expected a file of the folder");
                }
                Files.createDirectories(file.getParent());
                Path beside = file.resolveSibling("." + file.getFileName() + ".new");
                Files.copy(zip, beside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                written.add(file);
            }
        }
        for (Path file : FolderFingerprint.files(folder)) {
            if (!written.contains(file.normalize())) {
                Files.delete(file);
            }
        }
    }
}
