package org.dateline.site.publish;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.FoundFonts;
import org.dateline.site.Site;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.Resource;
import org.dateline.streets.StreetArchive;

/**
 * What published files follow from: where it is as it was, they need not be made again.
 *
 * @param program the SHA-256 of the program with its Java and the fonts that it finds, in lower-case hex
 * @param site    the same of the program, the catalog and the settings that a site is built with
 */
public record Origin(String program, String site) {

    /**
     * The origin of a site's files.
     *
     * @param program as {@link #ofProgram} returns it
     * @param hosting what the site was built with
     */
    public static Origin of(String program, Site site, Hosting hosting) {
        StreetArchive streets = site.catalog().streets();
        return new Origin(
                program,
                digest(
                        program,
                        site.catalog().hash(),
                        String.valueOf(hosting.base()),
                        String.valueOf(hosting.tiles()),
                        streets == null ? "" : streets.hash(),
                        String.valueOf(hosting.streetBytes()),
                        hosting.path(),
                        String.valueOf(hosting.story()),
                        String.valueOf(hosting.canFreeze())));
    }

    /** What an image of a figure follows from, as a SHA-256 in lower-case hex. */
    String of(Figure figure) {
        return digest(program, figure.digest());
    }

    private static String digest(String... parts) {
        return Resource.hash(Resource.utf8(String.join("\n", parts)));
    }

    /**
     * The SHA-256 of this program: of all files in its class path, the version of Java and the names, sizes and times of the
     * machine's fonts.
     *
     * @throws IOException if a file of the program cannot be read
     */
    public static String ofProgram() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try (OutputStream all = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            all.write((System.getProperty("java.runtime.version") + "\n" + FoundFonts.state())
                    .getBytes(StandardCharsets.UTF_8));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                for (Path file : files(Path.of(entry))) {
                    try (InputStream content = Files.newInputStream(file)) {
                        content.transferTo(all);
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A file, or those of a folder in a fixed order; none if there is nothing. */
    private static List<Path> files(Path entry) throws IOException {
        if (!Files.exists(entry)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
