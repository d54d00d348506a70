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
    public static final Colour MAP_HALO = Look.light("map-halo");
    public static final Colour MAP_INK = Look.light("map-ink");
    public static final Colour MAP_INK_2 = Look.light("map-ink-2");
    public static final Colour MAP_INK_3 = Look.light("map-ink-3");
    public static final Colour MAP_COUNTRY = Look.light("map-country");
    public static final Colour MAP_AREA_INK = Look.light("map-area-ink");
    public static final Colour MAP_SEA_INK = Look.light("map-sea-ink");
    public static final Colour MAP_ROUTE = Look.light("map-route");
    public static final Colour MAP_ROUTE_CORE = Look.light("map-route-core");
    public static final Colour MAP_INCIDENT = Look.light("map-incident");
    public static final Colour MAP_BADGE = Look.light("map-badge");
    public static final Colour MAP_BADGE_INK = Look.light("map-badge-ink");
    public static final Colour MAP_AREA = Look.light("map-area");

    private Palette() {}

    /** @param number 0 for a report's own voice, 1 to 8 for parties */
    public static Colour party(int number) {
        return Look.light("party-" + number);
    }
}
