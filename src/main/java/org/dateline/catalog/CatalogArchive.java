package org.dateline.catalog;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs a catalog's folder into a zip archive and unpacks it, without hidden files and frozen embeds. Archives are not
 * trusted, because anyone who can write to the database can store any bytes there.
 */
public final class CatalogArchive {

    /** The largest archive, in bytes. */
    public static final long LARGEST =
            Math.max(8L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    /** The largest total size of the unpacked files, in bytes. */
    private static final long LARGEST_CONTENT = 8 * LARGEST;

    private static final int MOST_FILES = 20_000;

    /** The longest path in characters, and the longest part of a path in bytes, as file systems allow. */
    private static final int LONGEST_PATH = 500;

    private static final int LONGEST_PART = 255;

    /** A fixed time, so that equal folders give equal archives. */
    private static final FileTime NO_TIME = FileTime.fromMillis(315_532_800_000L);

    /**
     * The allowed parts of a path: no control characters, and nothing that other systems read as a separator or drive.
     */
    private static final Pattern PART = Pattern.compile("[^\\p{Cntrl}\\\\:/]+");

    private CatalogArchive() {}

    /**
     * Packs only the files that a catalog uses. Texts are not among them.
     *
     * @throws InvalidCatalogException if the catalog has faults, or leaves out what can be derived from texts only
     * @throws IOException if the catalog changes meanwhile
     */
    public static byte[] pack(Path folder) throws IOException, InvalidCatalogException {
        CatalogLoader loaded = new CatalogLoader(folder);
        String hash = loaded.load().hash();
        Faults faults = new Faults();
        for (String text : loaded.texts()) {
            faults.add(new Fault(
                    text.replaceFirst("^texts/(.*)\\.txt$", "reports/$1.yaml"),
                    0,
                    "",
                    "fields that are left to be derived from " + text,
                    "these fields, which \"verify --write --texts DIR\" fills in: texts are not pushed"));
        }
        faults.throwIfAny();
        CatalogFolder files = new CatalogFolder(folder, faults);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : loaded.files()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setLastModifiedTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(files.read(folder.resolve(name)).orElse(new byte[0]));
            }
        }
        faults.throwIfAny();
        if (!files.hash().equals(hash)) {
            throw new IOException("got " + folder + ", which changed while it was read, expected an unchanged folder");
        }
        return bytes.toByteArray();
    }

    /**
     * Unpacks an archive completely or refuses it.
     *
     * @param folder empty; holds part of the files if the archive is refused
     * @throws InvalidCatalogException if the archive is broken, too large, or contains a file that cannot belong to a
     *     catalog: one outside the folder, a hidden file or a frozen embed
     * @throws IOException if a file cannot be written
     */
    public static void unpack(Path archive, Path folder) throws IOException, InvalidCatalogException {
        unpack(archive, folder, LARGEST_CONTENT);
    }

    /** @param largest the largest total size of the files, in bytes */
    public static void unpack(Path archive, Path folder, long largest) throws IOException, InvalidCatalogException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw refused(zip.size() + " files", "at most " + MOST_FILES);
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            requireFilesOfACatalog(entries);
            long left = largest;
            for (ZipEntry entry : entries) {
                left -= unpack(zip, entry, folder.resolve(entry.getName()), left);
            }
        } catch (TooLargeException e) {
            throw refused("more than " + largest + " bytes when unpacked", "no more");
        } catch (ZipException | EOFException e) {
            throw refused("bytes that are not a zip archive", "an archive made by \"push\"");
        }
    }

    private static void requireFilesOfACatalog(List<? extends ZipEntry> entries) throws InvalidCatalogException {
        Set<String> files = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                folders.add(name.substring(0, slash));
            }
            if (!belongs(name) || !files.add(name)) {
                throw refused("the file \"" + shown(name) + "\"", "each file of a catalog once, and no others");
            }
        }
        folders.retainAll(files);
        if (!folders.isEmpty()) {
            throw refused(
                    "the file \"" + shown(folders.iterator().next()) + "\" that is also a folder",
                    "either a file or a folder");
        }
    }

    /** Unpacks a file and returns its size in bytes. */
    private static long unpack(ZipFile zip, ZipEntry entry, Path file, long atMost) throws IOException {
        Files.createDirectories(file.getParent());
        CRC32 checksum = new CRC32();
        long size = 0;
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum);
                OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[1 << 14];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                size += read;
                if (size > atMost) {
                    throw new TooLargeException();
                }
                out.write(block, 0, read);
            }
        }
        if (size != entry.getSize() || checksum.getValue() != entry.getCrc()) {
            throw new ZipException("got " + entry.getName() + " with a wrong checksum, expected an intact archive");
        }
        return size;
    }

    private static final class TooLargeException extends IOException {}

    private static boolean belongs(String name) {
        String[] parts = name.split("/", -1);
        for (String part : parts) {
            if (!PART.matcher(part).matches()
                    || part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART
                    || FolderFingerprint.hidden(Path.of(part))) {
                return false;
            }
        }
        return name.length() <= LONGEST_PATH && !parts[0].equals(FolderFingerprint.FROZEN);
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "\uFFFD");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }

    /** The fault of an archive as a whole. */
    public static InvalidCatalogException refused(String got, String expected) {
        return new InvalidCatalogException(List.of(new Fault("the pushed archive", 0, "", got, expected)));
    }
}
