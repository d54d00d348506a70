package org.dateline.draw.figure;

/** The light colours of the site. */
public final class Palette {

    public static final Colour PAPER = Look.light("paper");
    public static final Colour PAPER_2 = Look.light("paper-2");
    public static final Colour INK = Look.light("ink");
    public static final Colour INK_2 = Look.light("ink-2");
    public static final Colour INK_3 = Look.light("ink-3");
    public static final Colour RULE = Look.light("rule");
    public static final Colour RULE_2 = Look.light("rule-2");
    public static final Colour ACCENT = Look.light("accent");
    public static final Colour MAP_SEA = Look.light("map-sea");
    public static final Colour MAP_LAND = Look.light("map-land");
    public static final Colour MAP_HALO = Look.light("map-halo");
    public static final Colour MAP_BADGE_INK = Look.light("map-badge-ink");

    private Palette() {}

    /** @param number 0 for a report's own voice, 1 to 8 for parties */
    public static Colour party(int number) {
        return Look.light("party-" + number);
    }
}
