package org.dateline.draw.map;

import java.util.Locale;

/**
 * How a kind of name is set, in pixels of the page; its colour and weight are the style sheet's.
 *
 * @param size    of the type
 * @param spacing between letters, in ems; scripts whose letters join have none
 * @param bold    whether room is kept for a bold face
 */
enum LabelStyle {
    INCIDENT(13.5, 0, true),
    PLACE(13, 0, true),
    AREA(12, 0, true),
    LINE(12, 0, true),
    STATION(10.5, 0, false),
    COUNTRY(12.5, 0.2, true),
    PROVINCE(10.5, 0.11, false),
    SEA(12.5, 0.08, false),
    CAPITAL(12, 0, true),
    TOWN(11, 0, false);

    private final double size;
    private final double spacing;
    private final boolean bold;

    LabelStyle(double size, double spacing, boolean bold) {
        this.size = size;
        this.spacing = spacing;
        this.bold = bold;
    }

    double size() {
        return size;
    }

    double spacing() {
        return spacing;
    }

    /** How much wider than in a regular face a text comes out. */
    double widening() {
        return bold ? 1.06 : 1;
    }

    String className() {
        return "label label-" + name().toLowerCase(Locale.ROOT);
    }

    /** The style of a basemap's label. */
    static LabelStyle ofKind(String kind) {
        return switch (kind) {
            case "country" -> COUNTRY;
            case "province" -> PROVINCE;
            case "sea" -> SEA;
            case "capital" -> CAPITAL;
            default -> TOWN;
        };
    }
}
