package org.dateline.ingest;

import org.dateline.ground.PlaceNames;
import org.dateline.ground.PlaceNames.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whether a place of the gazetteer is the one that a corpus means. Points of areas differ between gazetteers by hundreds
 * of kilometres, so an area is right if it is the same area. GeoVirus and GeoWebNews do not say what kind of place they
 * mean: there an area within 700 km, a country or continent within 2 300 km counts as the same.
 */
final class RightPlace {

    private static final double TOWN = 40;

    private final PlaceNames names;

    RightPlace(PlaceNames names) {
        this.names = names;
    }

    /** Whether it is the same place: the same area, or a town within 40 km. Not if the corpus does not say where. */
    boolean same(int place, Corpus.Label label) {
        @Nullable Coordinate gold = label.position();
        return gold != null && (label.id() != 0 && names.id(place) == label.id() || same(place, label, gold));
    }

    /** Whether it is the same area, or a place within a distance in kilometres. */
    boolean within(int place, Corpus.Label label, double kilometres) {
        @Nullable Coordinate gold = label.position();
        return gold != null
                && (PlaceRanker.kilometres(names.position(place), gold) <= kilometres
                        || names.kind(place).isArea() && same(place, label));
    }

    private boolean same(int place, Corpus.Label label, Coordinate gold) {
        double distance = PlaceRanker.kilometres(names.position(place), gold);
        Kind kind = names.kind(place);
        if (distance <= TOWN) {
            return true;
        }
        if (!kind.isArea()) {
            return false;
        }
        boolean wide = kind == Kind.COUNTRY || kind.isWide();
        return switch (label.kind()) {
            case "" -> distance <= (wide ? 2300 : 700);
            case "PCLI", "PCL", "PCLS", "PCLD", "PCLF", "PCLIX", "PCLH", "TERR" ->
                kind == Kind.COUNTRY && isCountry(place, label);
            // Darfur is a first-level division to some, a region of several to others.
            case "ADM1" -> kind == Kind.DIVISION && isCountry(place, label) || kind.isWide() && distance <= 700;
            case "ADM2", "ADM3", "ADMD" -> kind == Kind.COUNTY && isCountry(place, label) && distance <= 161;
            case "CONT", "OCN", "SEA" -> kind.isWide() && distance <= 5000;
            default -> kind.isWide() && distance <= 1000;
        };
    }

    private boolean isCountry(int place, Corpus.Label label) {
        return label.country().isEmpty()
                || names.find(PlaceNames.key(label.country())).stream()
                        .anyMatch(found -> names.kind(found.place()) == Kind.COUNTRY
                                && names.country(found.place()).equals(names.country(place)));
    }
}
