package org.dateline.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dateline.ground.PlaceNames;
import org.dateline.ground.PlaceNames.Found;
import org.dateline.ground.PlaceNames.Kind;
import org.dateline.ground.PlaceNames.Rank;
import org.dateline.ingest.LinearModel.Features;
import org.locationtech.jts.geom.Coordinate;

/**
 * Which of the places of one name a text means: one sense for each name in a text. A candidate is judged by itself and by
 * where the places that the text's other names most probably mean lie; this is done twice, first with a guess by
 * population.
 */
final class PlaceRanker {

    private static final double EARTH_RADIUS = 6371.0;

    /** How many of a name's most probable places speak for others. */
    private static final int SPEAKERS = 8;

    /**
     * What is left of the share of a country, or of the division around a town, where the words show that a town of its name is meant. Set by hand: the texts to
     * learn from have no such town.
     */
    private static final double COUNTRY_BESIDE_TOWN = 0.02;

    private final PlaceNames names;
    private final Words words;
    private final Tokens tokens;

    /** The spots of each name. */
    private final Map<String, List<Spot>> groups = new LinkedHashMap<>();

    private final Map<Integer, Spot> spotAt = new HashMap<>();
    private final Map<Integer, Spot> spotEnd = new HashMap<>();
    private final Map<String, Double> weight = new HashMap<>();

    /** @param opinions how probable it is that a spot names a place at all: improbable ones do not speak for others */
    PlaceRanker(PlaceNames names, Words words, Tokens tokens, List<Spot> spots, double[] opinions) {
        this.names = names;
        this.words = words;
        this.tokens = tokens;
        for (int s = 0; s < spots.size(); s++) {
            Spot spot = spots.get(s);
            groups.computeIfAbsent(spot.key(), _ -> new ArrayList<>()).add(spot);
            weight.merge(spot.key(), opinions[s] < 0.3 ? 0 : opinions[s], Math::max);
            spotAt.put(spot.first(), spot);
            spotEnd.put(spot.last(), spot);
        }
    }

    Set<String> keys() {
        return groups.keySet();
    }

    List<Found> candidates(String key) {
        return groups.get(key).getFirst().found();
    }

    /** Shares by name, guessed from population and kind. */
    Map<String, double[]> guess() {
        Map<String, double[]> shares = new LinkedHashMap<>();
        for (String key : groups.keySet()) {
            double[] scores = candidates(key).stream()
                    .mapToDouble(found -> Math.exp(1.5 * size(found)
                            + (found.rank() == Rank.MAIN ? 2 : 0)
                            + (names.kind(found.place()) == Kind.COUNTRY ? 3 : 0)
                            + (names.kind(found.place()).isWide() ? 6 : 0)))
                    .toArray();
            double sum = 0;
            for (double score : scores) {
                sum += score;
            }
            for (int i = 0; i < scores.length; i++) {
                scores[i] /= sum;
            }
            shares.put(key, scores);
        }
        return shares;
    }

    Map<String, double[]> apply(LinearModel model, Map<String, double[]> before) {
        Map<String, double[]> shares = new LinkedHashMap<>();
        Map<String, List<Features>> features = features(before);
        groups.keySet().forEach(key -> {
            double[] own = model.shares(features.get(key));
            if (groups.get(key).stream().anyMatch(this::isTown)) {
                withoutCountries(candidates(key), own);
            }
            if (groups.get(key).stream().anyMatch(this::isTownRatherThanItsDivision)) {
                withoutDivisionsOfSeats(candidates(key), own);
            }
            shares.put(key, own);
        });
        return shares;
    }

    private void withoutCountries(List<Found> candidates, double[] shares) {
        lessen(candidates, shares, found -> {
            Kind kind = names.kind(found.place());
            return kind == Kind.COUNTRY || kind.isWide();
        });
    }

    /** Valencia is the seat of Valencia. */
    private void withoutDivisionsOfSeats(List<Found> candidates, double[] shares) {
        Set<Integer> named = candidates.stream()
                .filter(found -> found.rank() == Rank.MAIN
                        && (names.kind(found.place()) == Kind.SEAT || names.kind(found.place()) == Kind.CAPITAL))
                .map(found -> names.division(found.place()))
                .collect(Collectors.toSet());
        lessen(
                candidates,
                shares,
                found -> names.kind(found.place()) == Kind.DIVISION && named.contains(found.place()));
    }

    private static void lessen(List<Found> candidates, double[] shares, Predicate<Found> improbable) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= improbable.test(candidates.get(i)) ? COUNTRY_BESIDE_TOWN : 1;
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
    }

    /** "A Palestine woman", "downtown Lebanon", "Ann Grey, 36, of Jordan", "Ann Grey, 36, Jordan", "40 Oak St., Malta". */
    private boolean isTown(Spot spot) {
        int before = spot.first() - 1;
        if (words.is("town_parts", tokens.lower(before))
                || tokens.gap(spot.last()).equals(" ") && words.is("people_of_towns", tokens.lower(spot.last() + 1))
                || words.is("streets", tokens.lower(before))
                        && tokens.gap(before).matches("\\.?, ")) {
            return true;
        }
        int age = tokens.lower(before).equals("of") ? before - 1 : before;
        return tokens.gap(age).equals(", ")
                && tokens.gap(age - 1).equals(", ")
                && tokens.lower(age).matches("[1-9][0-9]");
    }

    /** "Valencia, 31 October (Agency)", "south of Valencia", "between Valencia and Utiel". */
    private boolean isTownRatherThanItsDivision(Spot spot) {
        int before = spot.first() - 1;
        String gap = tokens.gap(spot.last());
        boolean dateline = before < 0
                && (gap.matches("\\s?[\u2014\u2013(].*")
                        || gap.equals(", ") && tokens.lower(spot.last() + 1).matches("[0-9]{1,2}"));
        return dateline
                || tokens.lower(before).equals("between")
                || tokens.lower(before).equals("of") && words.is("directions", tokens.lower(before - 1));
    }

    private double size(Found found) {
        return Math.log10(names.people(found.place()) + 1.0);
    }

    /** A place that speaks for others, with its probability. */
    private record Speaker(String key, int place, double share) {}

    Map<String, List<Features>> features(Map<String, double[]> before) {
        List<Speaker> speakers = new ArrayList<>();
        double heard = 0;
        for (String key : groups.keySet()) {
            double[] shares = before.get(key);
            double own = weight.get(key);
            heard += own;
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < shares.length; i++) {
                if (shares[i] > 0.03) {
                    order.add(i);
                }
            }
            order.sort((a, b) -> Double.compare(shares[b], shares[a]));
            for (int i : order.subList(0, Math.min(SPEAKERS, order.size()))) {
                speakers.add(new Speaker(key, candidates(key).get(i).place(), shares[i] * own));
            }
        }
        Map<String, List<Features>> features = new LinkedHashMap<>();
        for (String key : groups.keySet()) {
            double others = Math.max(1, heard - weight.get(key));
            Context context = new Context(key, speakers, others);
            List<Features> all = new ArrayList<>();
            double largest = 0;
            double largestMain = 0;
            for (Found found : candidates(key)) {
                largest = Math.max(largest, size(found));
                largestMain = found.rank() == Rank.MAIN ? Math.max(largestMain, size(found)) : largestMain;
            }
            for (Found found : candidates(key)) {
                all.add(context.of(found, largest, largestMain));
            }
            features.put(key, all);
        }
        return features;
    }

    /** What the other names of a text say, for the candidates of one. */
    private final class Context {
        private final String key;
        private final List<Speaker> speakers;
        private final double others;
        private final Map<String, Double> countries = new HashMap<>();
        private final Map<String, Double> namedCountries = new HashMap<>();
        private final Map<Integer, Double> divisions = new HashMap<>();
        private final Map<Integer, Double> named = new HashMap<>();

        Context(String key, List<Speaker> all, double others) {
            this.key = key;
            this.speakers = all.stream().filter(one -> !one.key.equals(key)).toList();
            this.others = others;
            for (Speaker one : speakers) {
                Kind kind = names.kind(one.place);
                countries.merge(names.country(one.place), one.share, Double::sum);
                if (kind == Kind.COUNTRY) {
                    namedCountries.merge(names.country(one.place), one.share, Math::max);
                } else {
                    named.merge(one.place, one.share, Math::max);
                    int division = kind == Kind.DIVISION ? one.place : names.division(one.place);
                    if (division >= 0) {
                        divisions.merge(division, one.share, Double::sum);
                    }
                }
            }
        }

        Features of(Found found, double largest, double largestMain) {
            int place = found.place();
            Kind kind = names.kind(place);
            String country = names.country(place);
            int division = kind == Kind.DIVISION ? place : names.division(place);
            Features out = new Features();
            double size = size(found);
            out.add("people", size / 3);
            out.add("people-unknown", size == 0 && !kind.isWide());
            out.add("smaller", (largest - size) / 3);
            out.add("largest", size == largest);
            out.add("largest-main", found.rank() == Rank.MAIN && size == largestMain);
            out.add("main", found.rank() == Rank.MAIN);
            out.add("short", found.rank() == Rank.SHORT);
            out.add(
                    "kind="
                            + (kind == Kind.SEAT || kind == Kind.LANDFORM
                                    ? "town"
                                    : kind.isWide() ? "region" : kind.name().toLowerCase(java.util.Locale.ROOT)),
                    1);
            out.add("seat", kind == Kind.SEAT);
            out.add("only", candidates(key).size() == 1);
            if (!country.isEmpty()) {
                out.add("country-share", countries.getOrDefault(country, 0.0) / others);
                out.add("country-some", Math.min(1, countries.getOrDefault(country, 0.0)));
                out.add("country-named", kind == Kind.COUNTRY ? 0 : namedCountries.getOrDefault(country, 0.0));
            }
            if (division >= 0) {
                out.add("division-share", divisions.getOrDefault(division, 0.0) / others);
                out.add("division-some", Math.min(1, divisions.getOrDefault(division, 0.0)));
                out.add("division-named", kind == Kind.DIVISION ? 0 : named.getOrDefault(division, 0.0));
            }
            int county = names.county(place);
            out.add("county-named", county >= 0 ? named.getOrDefault(county, 0.0) : 0);
            if (!kind.isArea()) {
                near(place, out);
            }
            around(place, kind, country, division, out);
            return out;
        }

        private void near(int place, Features out) {
            Coordinate at = names.position(place);
            double close = 0;
            double most = 0;
            double far = 0;
            for (Speaker one : speakers) {
                if (!names.kind(one.place).isArea()) {
                    double distance = kilometres(at, names.position(one.place));
                    double speaks = one.share * Math.exp(-distance / 100);
                    close += speaks;
                    most = Math.max(most, speaks);
                    far += one.share * Math.exp(-distance / 700);
                }
            }
            out.add("near", Math.min(1, close / 2));
            out.add("near-share", close / others);
            out.add("nearest", most);
            out.add("near-far", far / others);
        }

        /** The words beside the name, over all its mentions. */
        private void around(int place, Kind kind, String country, int division, Features out) {
            boolean parent = false;
            boolean otherParent = false;
            boolean inParent = false;
            boolean child = false;
            boolean area = false;
            boolean town = false;
            boolean water = false;
            for (Spot spot : groups.get(key)) {
                Spot next = spotAt.get(spot.last() + 1);
                String gap = tokens.gap(spot.last());
                if (next != null && gap.matches(",? |,|, ?\\(| ?\\(")) {
                    boolean contains = contains(next, place, kind, country, division);
                    parent |= contains;
                    otherParent |= !contains && gap.equals(", ") && isParent(next);
                }
                Spot later = spotAt.get(spot.last() + 2);
                String joint = tokens.lower(spot.last() + 1);
                if (later != null && joint.matches("in|of")) {
                    inParent |= contains(later, place, kind, country, division);
                }
                Spot before = spotEnd.get(spot.first() - 1);
                if (before != null && (tokens.gap(spot.first() - 1).equals(", ")) && kind.isArea()) {
                    child |= before.found().stream()
                            .anyMatch(one -> names.division(one.place()) == place
                                    || names.county(one.place()) == place
                                    || kind == Kind.COUNTRY
                                            && names.kind(one.place()) != Kind.COUNTRY
                                            && names.country(one.place()).equals(country));
                }
                if (before != null && tokens.get(spot.first() - 1).possessive()) {
                    inParent |= contains(before, place, kind, country, division);
                }
                boolean of = tokens.lower(spot.first() - 1).equals("of");
                String after = gap.equals(" ") ? tokens.lower(spot.last() + 1) : "";
                String head = of ? tokens.lower(spot.first() - 2) : "";
                String last = tokens.lower(spot.last());
                area |= words.is("kinds_area", after)
                        || words.is("kinds_area", head)
                        || spot.words() > 1 && words.is("kinds_area", last);
                town |= words.is("kinds_town", after) || words.is("kinds_town", head);
                water |= words.is("kinds_water", after);
            }
            out.add("parent", parent);
            out.add("other-parent", otherParent && !parent);
            out.add("in-parent", inParent && !parent);
            out.add("child", child);
            boolean division1 = kind == Kind.DIVISION || kind == Kind.COUNTY;
            out.add("area-word", area && division1);
            out.add("area-word-town", area && !kind.isArea());
            out.add("town-word", town && !kind.isArea());
            out.add("town-word-area", town && kind.isArea());
            out.add("water-word", water && kind == Kind.WATER);
        }
    }

    private boolean contains(Spot parent, int place, Kind kind, String country, int division) {
        int county = names.county(place);
        for (Found found : parent.found()) {
            Kind wide = names.kind(found.place());
            if (wide == Kind.COUNTRY
                            && kind != Kind.COUNTRY
                            && names.country(found.place()).equals(country)
                    || wide == Kind.DIVISION && kind != Kind.DIVISION && found.place() == division
                    || wide == Kind.COUNTY && kind != Kind.COUNTY && found.place() == county) {
                return true;
            }
        }
        return false;
    }

    private boolean isParent(Spot spot) {
        return spot.found().stream()
                .anyMatch(found -> found.rank() != Rank.OTHER
                        && (names.kind(found.place()) == Kind.COUNTRY || names.kind(found.place()) == Kind.DIVISION));
    }

    /** Whether the country of a name's best place is also that of others: from 0 to 1. */
    Map<String, Double> coherence(Map<String, double[]> shares) {
        Map<String, Double> votes = new HashMap<>();
        Map<String, String> best = new HashMap<>();
        double all = 0;
        for (String key : groups.keySet()) {
            double[] own = shares.get(key);
            int most = 0;
            for (int i = 1; i < own.length; i++) {
                most = own[i] > own[most] ? i : most;
            }
            String country = names.country(candidates(key).get(most).place());
            best.put(key, country);
            votes.merge(country, weight.get(key), Double::sum);
            all += weight.get(key);
        }
        Map<String, Double> coherence = new HashMap<>();
        for (String key : groups.keySet()) {
            double without = Math.max(0, votes.get(best.get(key)) - weight.get(key));
            coherence.put(key, without / Math.max(1, all - weight.get(key)));
        }
        return coherence;
    }

    /** Great-circle distance (haversine). */
    static double kilometres(Coordinate a, Coordinate b) {
        double dLat = Math.toRadians(b.y - a.y);
        double dLon = Math.toRadians(b.x - a.x);
        double h = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(a.y)) * Math.cos(Math.toRadians(b.y)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
