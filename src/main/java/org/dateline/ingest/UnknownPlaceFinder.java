package org.dateline.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds names that no gazetteer has but that stand as a place's name does: "in Mushkaf", "near Ab-e-Gum station",
 * "Hutcheson Road".
 */
final class UnknownPlaceFinder {

    private static final Set<String> BEFORE = Set.of("in", "near", "at", "outside", "from", "around");
    private static final int LONGEST = 4;

    private final Words words;
    private final Tokens tokens;
    private final Set<Integer> taken = new HashSet<>();

    UnknownPlaceFinder(Words words, Tokens tokens, List<Spot> spots) {
        this.words = words;
        this.tokens = tokens;
        for (Spot spot : spots) {
            for (int i = spot.first(); i <= spot.last(); i++) {
                taken.add(i);
            }
        }
    }

    /** The names, each as a spot without places. */
    List<Spot> find() {
        List<Spot> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!starts(i)) {
                continue;
            }
            int last = i;
            while (last + 1 < tokens.size()
                    && tokens.joined(last)
                    && !tokens.get(last).possessive()
                    && tokens.upper(last + 1)
                    && !taken.contains(last + 1)) {
                last++;
            }
            if (last - i < LONGEST && isPlace(i, last)) {
                found.add(new Spot(i, last, "", List.of()));
            }
            i = last;
        }
        return found;
    }

    private boolean starts(int i) {
        return tokens.upper(i)
                && !taken.contains(i)
                && !(i > 0 && tokens.upper(i - 1) && tokens.gap(i - 1).matches("\\.?[ -]"))
                && tokens.get(i).text().length() > 2
                && tokens.lower(i).indexOf('\'') < 0
                && tokens.lower(i).indexOf('\u2019') < 0;
    }

    private boolean isPlace(int first, int last) {
        boolean organisation = false;
        boolean person = words.is("titles", tokens.lower(first - 1));
        for (int i = first; i <= last; i++) {
            organisation |= words.is("organisations", tokens.lower(i)) && !isKind(i);
            person |= words.is("titles", tokens.lower(i)) || words.is("first_names", tokens.lower(i));
        }
        boolean common = words.is("never", tokens.lower(first)) || words.is("demonyms", tokens.lower(first));
        boolean goesOn = tokens.gap(last).equals(" ") && tokens.upper(last + 1)
                || tokens.gap(last).equals("-");
        if (organisation || person || common || goesOn || tokens.get(first).opens() && first == last) {
            return false;
        }
        if (last > first && isKind(last)) {
            return true;
        }
        return last - first < 2
                && BEFORE.contains(tokens.lower(first - 1))
                && tokens.gap(first - 1).equals(" ")
                && !tokens.get(first).caps()
                && !tokens.lowercase.contains(tokens.lower(first))
                && !tokens.get(last).possessive();
    }

    private boolean isKind(int i) {
        String word = tokens.lower(i);
        return words.is("kinds_area", word)
                || words.is("kinds_town", word)
                || words.is("kinds_water", word)
                || words.is("kinds_other", word);
    }
}
