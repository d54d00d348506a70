package org.dateline.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.ground.PlaceNames;
import org.dateline.ground.PlaceNames.Kind;
import org.dateline.ground.PlaceNames.Rank;
import org.dateline.ingest.LinearModel.Features;

/** What speaks for and against that words name a place: their spelling, their neighbours, and the rest of the text. */
final class MentionFeatures {

    private final PlaceNames names;
    private final Words words;
    private final Tokens tokens;
    private final List<Spot> spots;

    /** The spot in which a word stands, by the word's number. */
    private final Map<Integer, Integer> spotOf = new HashMap<>();

    /** Words that end a person's name somewhere in the text. */
    private final Set<String> surnames = new HashSet<>();

    private final Map<String, List<Integer>> sameName = new HashMap<>();

    MentionFeatures(PlaceNames names, Words words, Tokens tokens, List<Spot> spots) {
        this.names = names;
        this.words = words;
        this.tokens = tokens;
        this.spots = spots;
        for (int s = 0; s < spots.size(); s++) {
            Spot spot = spots.get(s);
            for (int i = spot.first(); i <= spot.last(); i++) {
                spotOf.put(i, s);
            }
            sameName.computeIfAbsent(spot.key(), _ -> new ArrayList<>()).add(s);
        }
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.upper(i) && tokens.upper(i - 1) && tokens.gap(i - 1).matches("\\.?[ \u00A0]")) {
                boolean person = is("titles", i - 1)
                        || is("first_names", i - 1)
                        || tokens.get(i - 1).text().length() == 1;
                boolean unknown = !spotOf.containsKey(i - 1)
                        && !is("never", i - 1)
                        && !is("directions", i - 1)
                        && !is("demonyms", i - 1)
                        && !tokens.get(i - 1).opens();
                if (person || unknown && !isKind(i) && !is("organisations", i)) {
                    surnames.add(tokens.lower(i));
                }
            }
        }
    }

    private boolean is(String list, int i) {
        return words.is(list, tokens.lower(i));
    }

    private boolean isKind(int i) {
        return is("kinds_area", i) || is("kinds_town", i) || is("kinds_water", i) || is("kinds_other", i);
    }

    /** Features that need nothing but the text. */
    Features of(int s) {
        Spot spot = spots.get(s);
        Features out = new Features();
        out.add("bias", 1);
        spelling(spot, out);
        before(spot, out);
        after(spot, out);
        run(spot, out);
        inText(s, out);
        return out;
    }

    private void spelling(Spot spot, Features out) {
        Token first = tokens.get(spot.first());
        int most = 0;
        boolean main = false;
        Set<Kind> kinds = new HashSet<>();
        for (PlaceNames.Found found : spot.found()) {
            int people = names.people(found.place());
            if (found.rank() == Rank.MAIN) {
                main = true;
                most = Math.max(most, people);
            } else {
                most = Math.max(most, people / 10);
            }
            if (found.rank() == Rank.MAIN || spot.found().size() == 1 || people > 100_000) {
                kinds.add(names.kind(found.place()));
            }
        }
        double size = Math.log10(most + 1);
        out.add("people", size / 7);
        out.add("people>100k", size > 5);
        out.add("people>1M", size > 6);
        out.add("country", kinds.contains(Kind.COUNTRY));
        out.add("division", kinds.contains(Kind.DIVISION));
        out.add("county", kinds.contains(Kind.COUNTY));
        out.add("county-only", kinds.equals(Set.of(Kind.COUNTY)));
        out.add("capital", kinds.contains(Kind.CAPITAL));
        out.add("seat", kinds.contains(Kind.SEAT));
        out.add("region", kinds.contains(Kind.CONTINENT) || kinds.contains(Kind.REGION) || kinds.contains(Kind.WATER));
        out.add("other-name-only", !main);
        out.add("short", spot.found().stream().allMatch(found -> found.rank() == Rank.SHORT));
        out.add("homonyms", Math.min(1, Math.log10(spot.found().size()) / 2));
        out.add("words>1", spot.words() > 1);
        out.add("words>2", spot.words() > 2);
        int length = spot.key().length();
        out.add("length<=3", length <= 3);
        out.add("length=4", length == 4);
        out.add("length>=8", length >= 8);
        out.add("caps", first.caps());
        out.add("caps-short", first.caps() && length <= 4 && spot.words() == 1);
        out.add("opens", first.opens());
        out.add("lower-elsewhere", spot.words() == 1 && tokens.lowercase.contains(first.lower()));
        out.add("first-name", spot.words() == 1 && is("first_names", spot.first()));
        out.add("first-name-in", spot.words() > 1 && is("first_names", spot.first()));
        out.add("never-first", spot.words() > 1 && is("never", spot.first()));
        out.add("demonym-in", spot.words() > 1 && is("demonyms", spot.first()));
        out.add("organisation-in", spot.words() > 1 && is("organisations", spot.last()) && !isKind(spot.last()));
        out.add("kind-in", spot.words() > 1 && (isKind(spot.last()) || isKind(spot.first())));
    }

    private void before(Spot spot, Features out) {
        int i = spot.first() - 1;
        String gap = tokens.gap(i);
        String word = tokens.lower(i);
        boolean space = gap.equals(" ") || gap.equals("\n") || gap.equals("\u00A0");
        if (space && words.is("prepositions", word) && !tokens.get(i).upper()) {
            out.add("before=" + word, 1);
        }
        out.add("before-other", space && !words.is("prepositions", word) && !tokens.upper(i));
        out.add(
                "before-In",
                space
                        && tokens.upper(i)
                        && words.is("prepositions", word)
                        && tokens.get(i).opens());
        boolean ofKind = word.equals("of") && isKind(i - 1);
        out.add("before-kind-of", ofKind);
        out.add("before-kind", space && isKind(i) && !tokens.upper(i));
        out.add(
                "before-Kind",
                space && isKind(i) && tokens.upper(i) && !tokens.get(i).opens());
        out.add("before-direction", (space || gap.equals("-")) && is("directions", i));
        boolean title = gap.matches("\\.? ") && is("titles", i);
        out.add("before-title", title && !tokens.upper(i));
        out.add("before-Title", title && tokens.upper(i));
        out.add("before-first-name", space && tokens.upper(i) && is("first_names", i) && !spotOf.containsKey(i));
        out.add("before-first-name-place", space && tokens.upper(i) && is("first_names", i) && spotOf.containsKey(i));
        out.add("before-initial", gap.matches("\\.? ") && i >= 0 && tokens.upper(i) && word.length() == 1);
        out.add("before-demonym", space && is("demonyms", i));
        out.add("before-comma", gap.equals(", "));
        Integer other = spotOf.get(i);
        out.add("before-place-comma", gap.equals(", ") && other != null);
        out.add("before-place-comma-inside", gap.equals(", ") && other != null && inside(spots.get(other), spot));
        out.add("before-hyphen", gap.equals("-") || gap.equals("\u2013"));
        out.add("before-quote", gap.matches("(?s).*[\"\u201C\u2018']"));
        out.add("before-bracket", gap.matches(".*[(\\[]"));
        out.add(
                "before-number",
                i >= 0 && Character.isDigit(tokens.get(i).text().charAt(0)));
        out.add("before-possessive", i >= 0 && tokens.get(i).possessive());
        out.add("before-possessive-place", i >= 0 && tokens.get(i).possessive() && other != null);
        out.add(
                "before-place-and",
                gap.equals(" ") && (word.equals("and") || word.equals("or")) && spotOf.containsKey(i - 1));
        out.add(
                "before-list",
                word.equals("and") && tokens.gap(i - 1).equals(", ") && spotOf.containsKey(i - 1)
                        || gap.equals(", ") && other != null);
    }

    private void after(Spot spot, Features out) {
        int i = spot.last() + 1;
        Token last = tokens.get(spot.last());
        String gap = tokens.gap(spot.last());
        boolean space = gap.equals(" ") || gap.equals("\n") || gap.equals("\u00A0");
        out.add("possessive", last.possessive());
        out.add("after-speech", space && is("speech", i));
        out.add("after-comma-speech", gap.equals(", ") && is("speech", i));
        out.add(
                "after-comma-age",
                gap.equals(", ")
                        && i < tokens.size()
                        && tokens.get(i).text().matches("\\d{1,2}")
                        && !tokens.gap(i).startsWith(" "));
        out.add("after-kind-area", space && is("kinds_area", i));
        out.add("after-kind-town", space && is("kinds_town", i));
        out.add("after-kind-water", space && is("kinds_water", i));
        out.add("after-kind-other", space && is("kinds_other", i));
        out.add("after-street", space && tokens.upper(i) && is("streets", i));
        out.add("after-organisation", space && tokens.upper(i) && is("organisations", i) && !isKind(i));
        out.add("after-organisation-lower", space && !tokens.upper(i) && is("organisations", i) && !isKind(i));
        boolean known = spotOf.containsKey(i);
        out.add("after-Capital", space && tokens.upper(i) && !known && !is("demonyms", i));
        out.add("after-Place", space && tokens.upper(i) && known);
        out.add("after-hyphen", gap.equals("-") || gap.equals("\u2013"));
        out.add(
                "after-based",
                gap.equals("-") && tokens.lower(i).matches("based|born|area|bound|backed|led|controlled"));
        out.add("after-comma", gap.equals(", "));
        Integer other = spotOf.get(i);
        out.add("after-comma-place", gap.equals(", ") && other != null);
        out.add("after-comma-place-around", gap.equals(", ") && other != null && inside(spot, spots.get(other)));
        out.add("after-bracket", gap.matches("\\.?\\s?\\(.*"));
        out.add(
                "dateline",
                gap.matches("(?s)\\s?[\u2014\u2013].*|\\s-+\\s.*|\\s?\\([A-Z].*|, \\(?.*")
                        && tokens.get(spot.first()).opens()
                        && spot.first() < 12);
        out.add("after-stop", gap.matches("(?s)[.;!?].*"));
        out.add("after-quote", gap.matches("[\"\u201D\u2019].*"));
        out.add(
                "after-number",
                i < tokens.size()
                        && gap.equals(" ")
                        && Character.isDigit(tokens.get(i).text().charAt(0)));
        out.add(
                "after-and-place",
                space && (tokens.lower(i).equals("and") || tokens.lower(i).equals("or")) && spotOf.containsKey(i + 1));
        out.add(
                "after-and-Capital",
                space
                        && tokens.lower(i).equals("and")
                        && tokens.upper(i + 1)
                        && !spotOf.containsKey(i + 1)
                        && !is("demonyms", i + 1));
        out.add("after-lower", space && i < tokens.size() && !tokens.upper(i));
        out.add("after-of", space && tokens.lower(i).equals("of"));
        out.add("after-in", space && tokens.lower(i).equals("in"));
        out.add("after-was", space && tokens.lower(i).matches("is|was|has|had|will|would|were|have"));
    }

    /** The capitals around it: "the University of Texas at Austin", "Kansas City Chiefs". */
    private void run(Spot spot, Features out) {
        int from = spot.first();
        while (from > 0
                && from > spot.first() - 6
                && tokens.joined(from - 1)
                && !tokens.get(from - 1).possessive()
                && (tokens.upper(from - 1) && !tokens.get(from - 1).opens()
                        || tokens.upper(from - 1) && !is("prepositions", from - 1)
                        || tokens.lower(from - 1).matches("of|for|de|del") && tokens.upper(from - 2))) {
            from--;
        }
        int to = spot.last();
        while (to + 1 < tokens.size()
                && to < spot.last() + 6
                && tokens.joined(to)
                && !tokens.get(to).possessive()
                && (tokens.upper(to + 1)
                        || tokens.lower(to + 1).matches("of|for|and|&")
                                && tokens.upper(to + 2)
                                && tokens.joined(to + 1)
                                && is("organisations", to + 2))) {
            to++;
        }
        boolean organisationAfter = false;
        for (int i = spot.last() + 1; i <= to; i++) {
            organisationAfter |=
                    is("organisations", i) && tokens.upper(i) && !(i == spot.last() + 1 && isKind(i) && i == to);
        }
        boolean organisationBefore = false;
        boolean person = false;
        for (int i = from; i < spot.first(); i++) {
            organisationBefore |= tokens.upper(i) && (is("organisations", i) || is("organisation_heads", i));
            person |= is("first_names", i) || is("titles", i);
        }
        out.add("run-organisation-after", organisationAfter);
        out.add(
                "run-organisation-before",
                organisationBefore && tokens.lower(spot.first() - 1).equals("of"));
        out.add(
                "run-organisation-near",
                organisationBefore && !tokens.lower(spot.first() - 1).equals("of"));
        out.add("run-person", person);
        out.add("run-before", from < spot.first() && tokens.upper(spot.first() - 1));
        out.add(
                "run-before-unknown",
                from < spot.first()
                        && tokens.upper(spot.first() - 1)
                        && !spotOf.containsKey(spot.first() - 1)
                        && !is("directions", spot.first() - 1)
                        && !isKind(spot.first() - 1)
                        && !is("demonyms", spot.first() - 1));
        out.add("run-after", to > spot.last());
        out.add("run-after>1", to > spot.last() + 1);
        boolean all = true;
        for (int i = spot.first() - 3; i <= spot.last() + 3; i++) {
            all &= i < 0
                    || i >= tokens.size()
                    || tokens.get(i).caps()
                    || !Character.isLetter(tokens.get(i).text().charAt(0));
        }
        out.add("all-caps-around", all);
        int capitals = 0;
        for (int i = Math.max(0, spot.first() - 4); i <= Math.min(tokens.size() - 1, spot.last() + 4); i++) {
            capitals += tokens.upper(i) && (i < spot.first() || i > spot.last()) ? 1 : 0;
        }
        out.add("capitals-around", capitals / 8.0);
    }

    /** What else the text says by the same name. */
    private void inText(int s, Features out) {
        Spot spot = spots.get(s);
        List<Integer> same = sameName.get(spot.key());
        int placeLike = 0;
        int personLike = 0;
        for (int other : same) {
            if (other != s) {
                Spot there = spots.get(other);
                int i = there.first() - 1;
                String word = tokens.lower(i);
                placeLike += tokens.gap(i).equals(" ") && word.matches("in|at|near|from|outside|across") ? 1 : 0;
                personLike += is("titles", i) || is("first_names", i) || is("speech", there.last() + 1) ? 1 : 0;
            }
        }
        out.add("again", same.size() > 1);
        out.add("again-place", placeLike > 0);
        out.add("again-person", personLike > 0);
        String last = tokens.lower(spot.last());
        out.add("surname", spot.words() == 1 && surnames.contains(last));
        out.add(
                "surname-small",
                spot.words() == 1
                        && surnames.contains(last)
                        && spot.found().stream()
                                .noneMatch(found -> names.kind(found.place()) == Kind.COUNTRY
                                        || names.people(found.place()) > 500_000));
    }

    /**
     * Features that need a first opinion on every spot.
     *
     * @param opinions how probable it is that a spot names a place
     * @param best     of each spot's best candidate: its share; how much the rest of the text speaks for its country
     */
    Features again(int s, double[] opinions, double[] best, double[] coherence) {
        Features out = of(s);
        Spot spot = spots.get(s);
        List<Integer> same = sameName.get(spot.key());
        double others = 0;
        double most = 0;
        for (int other : same) {
            others += other == s ? 0 : opinions[other];
            most = other == s ? most : Math.max(most, opinions[other]);
        }
        out.add("opinion", logit(opinions[s]));
        out.add("opinion-same", same.size() == 1 ? 0 : logit(others / (same.size() - 1)));
        out.add("opinion-same-most", same.size() == 1 ? 0 : logit(most));
        out.add("share", best[s]);
        out.add("coherence", coherence[s]);
        out.add("opinion-before", neighbour(s - 1, s, opinions));
        out.add("opinion-after", neighbour(s + 1, s, opinions));
        return out;
    }

    private double neighbour(int other, int s, double[] opinions) {
        if (other < 0 || other >= spots.size()) {
            return 0;
        }
        int gap = other < s
                ? spots.get(s).first() - spots.get(other).last()
                : spots.get(other).first() - spots.get(s).last();
        return gap <= 2 ? logit(opinions[other]) : 0;
    }

    private static double logit(double p) {
        double q = Math.clamp(p, 0.01, 0.99);
        return Math.log(q / (1 - q)) / 4;
    }

    /** Whether some place of one spot lies in some place of another. */
    boolean inside(Spot one, Spot other) {
        Set<Integer> areas = new HashSet<>();
        Set<String> countries = new HashSet<>();
        for (PlaceNames.Found found : other.found()) {
            Kind kind = names.kind(found.place());
            if (kind == Kind.COUNTRY) {
                countries.add(names.country(found.place()));
            } else if (kind == Kind.DIVISION || kind == Kind.COUNTY) {
                areas.add(found.place());
            }
        }
        return one.found().stream()
                .anyMatch(found ->
                        names.kind(found.place()) != Kind.COUNTRY && countries.contains(names.country(found.place()))
                                || areas.contains(names.division(found.place()))
                                || areas.contains(names.county(found.place())));
    }
}
