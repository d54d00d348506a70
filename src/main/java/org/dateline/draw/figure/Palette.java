package org.dateline.draw.figure;

import java.util.List;

/** The light colours of the site, under the names that its style sheet {@code theme.css} gives them. */
public final class Palette {

    public static final Colour PAPER = Colour.of(0xfbf9f4);
    public static final Colour PAPER_2 = Colour.of(0xf3efe6);
    public static final Colour INK = Colour.of(0x1d1a16);
    public static final Colour INK_2 = Colour.of(0x514b42);
    public static final Colour INK_3 = Colour.of(0x6b645a);
    public static final Colour RULE = Colour.of(0xe4ded1);
    public static final Colour RULE_2 = Colour.of(0xcfc7b7);
    public static final Colour ACCENT = Colour.of(0xb3391f);
    public static final Colour MAP_SEA = Colour.of(0xc4dbe9);
    public static final Colour MAP_HALO = new Colour(0xfbf7ec, 0.94);
    public static final Colour MAP_INK = Colour.of(0x1d1a16);
    public static final Colour MAP_INK_2 = Colour.of(0x433d35);
    public static final Colour MAP_INK_3 = Colour.of(0x6d6074);
    public static final Colour MAP_COUNTRY = Colour.of(0x57465c);
    public static final Colour MAP_AREA_INK = Colour.of(0x574c33);
    public static final Colour MAP_SEA_INK = Colour.of(0x2f5f80);
    public static final Colour MAP_ROUTE = Colour.of(0x243447);
    public static final Colour MAP_ROUTE_CORE = Colour.of(0xfbf7ec);
    public static final Colour MAP_INCIDENT = Colour.of(0xb3391f);
    public static final Colour MAP_BADGE = Colour.of(0x3a342c);
    public static final Colour MAP_BADGE_INK = Colour.of(0xfffdf9);
    public static final Colour MAP_AREA = Colour.of(0x8a7740);

    private static final List<Colour> PARTIES = List.of(
            Colour.of(0x6b645a),
            Colour.of(0x0069a8),
            Colour.of(0xb65a00),
            Colour.of(0x007a5c),
            Colour.of(0xa3487a),
            Colour.of(0x2a87bd),
            Colour.of(0x857000),
            Colour.of(0x7a4a2c),
            Colour.of(0x50508f));

    private Palette() {}

    /** @param number 0 for a report's own voice, 1 to 8 for parties */
    public static Colour party(int number) {
        return PARTIES.get(number);
    }
}
