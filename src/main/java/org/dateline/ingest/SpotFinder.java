package org.dateline.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dateline.ground.ArabicName;
import org.dateline.ground.PlaceNames;
import org.dateline.ground.PlaceNames.Rank;

/** Finds the words of a text that are spelled as some place is, the longest first. */
final class SpotFinder {

    private static final int LONGEST = 7;

    /** Of a name that more places have, the largest are kept. */
    private static final int MOST = 80;

    /** "I'll", "They've". */
    private static final Pattern CONTRACTED = Pattern.compile("['\u2019](?:ll|d|ve|re|m)$", Pattern.CASE_INSENSITIVE);

    /** In the list only Richmond in Virginia has it in its name, but "the City of Richmond" may be any. */
    private static final String CITY_OF = "city of ";

    private static final Map<String, String> SPELLED_OUT =
            Map.of("st", "saint", "ste", "sainte", "ft", "fort", "mt", "mount", "pt", "point");

    private final PlaceNames names;
    private final Words words;
    private final Set<String> common;
    private final Map<String, List<PlaceNames.Found>> known = new HashMap<>();

    SpotFinder(PlaceNames names, Words words) {
        this.names = names;
        this.words = words;
        this.common = words.list("common").stream().map(PlaceNames::key).collect(Collectors.toSet());
    }

    List<Spot> find(Tokens tokens) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Spot spot = tokens.get(i).named() ? longest(tokens, i) : null;
            if (spot == null) {
                i++;
            } else {
                spots.add(spot);
                i = spot.last() + 1;
            }
        }
        return spots;
    }

    private Spot longest(Tokens tokens, int first) {
        int last = first;
        while (last + 1 < tokens.size() && last - first + 1 < LONGEST && joins(tokens, last)) {
            last++;
        }
        for (; last >= first; last--) {
            if (tokens.get(last).named()
                    || Character.isDigit(tokens.get(last).text().charAt(0)) && last > first) {
                String text = tokens.text.substring(
                        tokens.get(first).start(), tokens.get(last).end());
                String key = PlaceNames.key(text);
                List<PlaceNames.Found> found = fitting(tokens, first, last, key);
                if (!found.isEmpty()) {
                    return new Spot(first, last, key, found);
                }
            }
        }
        return null;
    }

    private static boolean joins(Tokens tokens, int i) {
        return !tokens.get(i).possessive()
                && (tokens.joined(i)
                        || tokens.gap(i).equals(". ") && (SPELLED_OUT.containsKey(tokens.lower(i)))
                        || tokens.gap(i).equals(" & "));
    }

    private List<PlaceNames.Found> fitting(Tokens tokens, int first, int last, String key) {
        Token token = tokens.get(first);
        boolean single = first == last;
        if (words.is("never", key) && !token.caps()
                || CONTRACTED.matcher(token.text()).find()) {
            return List.of();
        }
        if (single
                && (key.length() < 2
                        || words.is("demonyms", token.lower())
                        || token.lower().endsWith("s")
                                && words.is(
                                        "demonyms",
                                        token.lower().substring(0, token.lower().length() - 1)))) {
            return List.of();
        }
        List<PlaceNames.Found> found = known.computeIfAbsent(key, this::lookUp);
        boolean shortOnly = !found.isEmpty() && found.stream().allMatch(one -> one.rank() == Rank.SHORT);
        if (shortOnly && !(tokens.upper(first - 1) && tokens.gap(first - 1).matches("[.,]? ?"))) {
            return List.of();
        }
        // Words of other alphabets are many, and most are no names: only what is well known is proposed.
        if (token.caseless() && !found.isEmpty()) {
            if (ArabicName.forms(key).stream().anyMatch(common::contains)) {
                return List.of();
            }
            return found.stream()
                    .filter(one -> key.length() > 3
                            && (names.kind(one.place()).isArea() || names.people(one.place()) >= 50_000))
                    .toList();
        }
        return found;
    }

    private List<PlaceNames.Found> lookUp(String key) {
        Set<PlaceNames.Found> found = new LinkedHashSet<>(ArabicName.forms(key).stream()
                .map(names::find)
                .filter(places -> !places.isEmpty())
                .findFirst()
                .orElse(List.of()));
        int space = key.indexOf(' ');
        if (space > 0 && SPELLED_OUT.containsKey(key.substring(0, space))) {
            found.addAll(names.find(SPELLED_OUT.get(key.substring(0, space)) + key.substring(space)));
        }
        if (key.startsWith(CITY_OF)) {
            found.addAll(names.find(key.substring(CITY_OF.length())));
        }
        Map<Integer, PlaceNames.Found> best = new HashMap<>();
        for (PlaceNames.Found one : found) {
            best.merge(one.place(), one, (a, b) -> a.rank().compareTo(b.rank()) <= 0 ? a : b);
        }
        return best.values().stream()
                .sorted(Comparator.comparingInt((PlaceNames.Found one) -> -names.people(one.place()))
                        .thenComparing(PlaceNames.Found::place))
                .limit(MOST)
                .toList();
    }
}
