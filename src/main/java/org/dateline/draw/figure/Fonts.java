package org.dateline.draw.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Loads the program's own fonts when the first text is set. Thread-safe. */
public final class Fonts {

    private static final String FONT_CONFIGURATION = "sun.awt.fontconfig";

    private static final Map<Face, Font> LOADED = new EnumMap<>(Face.class);

    static {
        System.setProperty("java.awt.headless", "true");
    }

    private Fonts() {}

    /** The font of a face at a size of one pixel; derive other sizes from it. */
    public static Font of(Face face) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(face, Fonts::load);
        }
    }

    private static Font load(Face face) {
        try {
            describeNoFonts();
            // From a file of our own: AWT would copy a stream to a file that a killed run leaves behind.
            return Font.createFont(
                    Font.TRUETYPE_FONT, temporary(".ttf", file(face)).toFile());
        } catch (FontFormatException e) {
            throw new IllegalStateException("/fonts/" + face.file() + " could not be read as a font", e);
        } catch (IOException e) {
            // A full disk, perhaps: the next call tries again.
            throw new UncheckedIOException(e);
        }
    }

    /** In the folder that the program sets for its run; AWT and the JDK know only that of the start. */
    static Path temporary(String ending, byte[] content) throws IOException {
        Path file = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "dateline-fonts", ending);
        file.toFile().deleteOnExit();
        Files.write(file, content);
        return file;
    }

    /** The content of a face's TrueType file. */
    public static byte[] file(Face face) {
        try (InputStream file = Fonts.class.getResourceAsStream("/fonts/" + face.file())) {
            if (file == null) {
                throw new IllegalStateException(
                        "got a program without /fonts/" + face.file() + ", expected this file in its jar");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * On a machine without fonts, AWT refuses to create even our own fonts, unless a font configuration names none. Where the
     * program's own fonts have all letters, images are the same everywhere.
     */
    static void describeNoFonts() throws IOException {
        if (System.getProperty(FONT_CONFIGURATION) == null) {
            byte[] none = "version=1\nsequence.allfonts=default\n".getBytes(StandardCharsets.US_ASCII);
            System.setProperty(
                    FONT_CONFIGURATION, temporary(".properties", none).toString());
        }
    }
}
