package org.dateline.draw.figure;

/** The faces that images are set in; their files lie in {@code /fonts}. */
public enum Face {
    SANS("Dateline Sans", "'Noto Sans', sans-serif", 400, false, "noto-sans-400.ttf"),
    SANS_ITALIC("Dateline Sans", "'Noto Sans', sans-serif", 400, true, "noto-sans-400-italic.ttf"),
    SANS_BOLD("Dateline Sans", "'Noto Sans', sans-serif", 600, false, "noto-sans-600.ttf"),
    SERIF("Dateline Serif", "Literata, Georgia, serif", 400, false, "literata-400.ttf"),
    /** For text in the Arabic script, whatever face it is asked for in. */
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

    /** A name of our own: a subset that an SVG brings must not take the place of a page's font of that name. */
    public String family() {
        return family;
    }

    /** CSS families to use where the embedded font is not taken. */
    public String fallback() {
        return fallback;
    }

    /** As in CSS. */
    public int weight() {
        return weight;
    }

    public boolean italic() {
        return italic;
    }

    String file() {
        return file;
    }
}
