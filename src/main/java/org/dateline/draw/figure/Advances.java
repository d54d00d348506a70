package org.dateline.draw.figure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How far each letter of a face moves the pen, read from its TrueType file without AWT: pages are measured before anything
 * is drawn. Any thread may ask.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/cmap">cmap</a> and
 *     <a href="https://learn.microsoft.com/typography/opentype/spec/hmtx">hmtx</a>
 */
final class Advances {

    private static final Map<Face, Advances> READ = new EnumMap<>(Face.class);

    private final Map<Integer, Double> byLetter = new HashMap<>();

    private Advances(ByteBuffer font) {
        int unitsPerEm = font.getShort(table(font, "head") + 18);
        int metrics = table(font, "hmtx");
        int stated = font.getShort(table(font, "hhea") + 34);
        int map = segments(font, table(font, "cmap"));
        int segments = font.getShort(map + 6) / 2;
        for (int i = 0; i < segments; i++) {
            int end = unsigned(font, map + 14 + 2 * i);
            int start = unsigned(font, map + 16 + 2 * (segments + i));
            int delta = unsigned(font, map + 16 + 2 * (2 * segments + i));
            int offsetAt = map + 16 + 2 * (3 * segments + i);
            int offset = unsigned(font, offsetAt);
            for (int letter = start; letter <= end && letter != 0xFFFF; letter++) {
                int index = offset == 0 ? letter : unsigned(font, offsetAt + offset + 2 * (letter - start));
                int glyph = offset > 0 && index == 0 ? 0 : (index + delta) & 0xFFFF;
                if (glyph != 0) {
                    int advance = unsigned(font, metrics + 4 * Math.min(glyph, stated - 1));
                    byLetter.put(letter, (double) advance / unitsPerEm);
                }
            }
        }
    }

    static Advances of(Face face) {
        synchronized (READ) {
            return READ.computeIfAbsent(face, one -> new Advances(ByteBuffer.wrap(Fonts.file(one))));
        }
    }

    boolean has(int letter) {
        return byLetter.containsKey(letter);
    }

    /** In ems; the fallback for a letter that the face does not have. */
    double of(int letter, double fallback) {
        return byLetter.getOrDefault(letter, fallback);
    }

    private static int unsigned(ByteBuffer font, int at) {
        return Short.toUnsignedInt(font.getShort(at));
    }

    private static int table(ByteBuffer font, String name) {
        byte[] tag = new byte[4];
        for (int i = 0; i < font.getShort(4); i++) {
            font.get(12 + 16 * i, tag);
            if (new String(tag, StandardCharsets.US_ASCII).equals(name)) {
                return font.getInt(12 + 16 * i + 8);
            }
        }
        throw new IllegalStateException("got a font without a table " + name + ", expected TrueType");
    }

    /** Where the map of the Basic Multilingual Plane begins: the subtable of format 4. */
    private static int segments(ByteBuffer font, int cmap) {
        for (int i = 0; i < font.getShort(cmap + 2); i++) {
            int at = cmap + font.getInt(cmap + 4 + 8 * i + 4);
            if (font.getShort(at) == 4) {
                return at;
            }
        }
        throw new IllegalStateException("got a font whose cmap has no subtable of format 4, expected one");
    }
}
