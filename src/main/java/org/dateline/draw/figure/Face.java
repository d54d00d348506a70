package org.dateline.draw.figure;

import java.awt.Font;

/** The typefaces of images; their files are in {@code /fonts}. */
public enum Face implements Typeface {
    SANS("Dateline Sans", "'Noto Sans', sans-serif", 400, false, "noto-sans-400.ttf"),
    SANS_ITALIC("Dateline Sans", "'Noto Sans', sans-serif", 400, true, "noto-sans-400-italic.ttf"),
    SANS_BOLD("Dateline Sans", "'Noto Sans', sans-serif", 600, false, "noto-sans-600.ttf"),
    SERIF("Dateline Serif", "Literata, Georgia, serif", 400, false, "literata-400.ttf"),
    /** Used for all text in the Arabic script, whatever face is requested. */
    NASTALIQ("Dateline Nastaliq", "'Noto Nastaliq Urdu', serif", 400, false, "noto-nastaliq-urdu-400.ttf");

    private final String family;
    private final String fallback;
    private final int weight;
    private final boolean italic;
    private final String file;

    Face(String family, String fallback, int weight, boolean italic, String file) {
        this.family = family;
        this.fallback = fallback;
        this.weight = weight;
        this.italic = italic;
        this.file = file;
    }

    /**
     * The CSS family. It differs from the font's own name, so that the subset in an SVG does not replace a page's font.
     */
    public String family() {
        return family;
    }

    /** The CSS families to use if the embedded font is not. */
    public String fallback() {
        return fallback;
    }

    /** The weight, as in CSS. */
    public int weight() {
        return weight;
    }

    public boolean italic() {
        return italic;
    }

    @Override
    public Font font() {
        return Fonts.of(this);
    }

    @Override
    public String id() {
        return Integer.toString(ordinal());
    }

    String file() {
        return file;
    }
}
