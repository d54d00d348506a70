package org.dateline.draw.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        describeNoFonts();
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
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file(face)));
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("/fonts/" + face.file() + " could not be read as a font", e);
        }
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
     * On a machine without fonts, AWT refuses to create even our own fonts, unless a font configuration names none. No
     * other fonts are used, so that images are the same everywhere.
     */
    private static void describeNoFonts() {
        if (System.getProperty(FONT_CONFIGURATION) != null) {
            return;
        }
        try {
            Path configuration = Files.createTempFile("dateline-fonts", ".properties");
            configuration.toFile().deleteOnExit();
            Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
            System.setProperty(FONT_CONFIGURATION, configuration.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
