package org.dateline.draw.map;

import java.util.Locale;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Face;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Type;

/** The kinds of names on a map, with their type from look.json. */
enum LabelStyle {
    INCIDENT,
    PLACE,
    AREA,
    LINE,
    STATION,
    COUNTRY,
    PROVINCE,
    SEA,
    CAPITAL,
    TOWN,
    LOCALITY,
    SUBURB,
    STREET;

    private static final int BOLD = 600;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Look.LabelType look() {
        return Look.label(id());
    }

    Type type(boolean selected) {
        Look.LabelType look = look();
        Face face = selected || look.weight() >= BOLD ? Face.SANS_BOLD : look.italic() ? Face.SANS_ITALIC : Face.SANS;
        return new Type(face, look.size() + (selected ? Look.number("emphasis", "larger") : 0), look.spacing());
    }

    Colour colour(boolean selected) {
        return Look.light(selected ? Look.text("emphasis", "colour") : look().colour());
    }

    /** The text as written: some kinds are in capitals, if the script has them. */
    String written(String text) {
        boolean latin = Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.LATIN;
        return look().upper() && latin ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** The style of a basemap's label. */
    static LabelStyle ofKind(String kind) {
        return switch (kind) {
            case "country" -> COUNTRY;
            case "province" -> PROVINCE;
            case "sea" -> SEA;
            case "capital" -> CAPITAL;
            case "locality" -> LOCALITY;
            case "suburb" -> SUBURB;
            default -> TOWN;
        };
    }
}
