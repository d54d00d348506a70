package org.dateline.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dateline.ground.PlaceNames;
import org.dateline.ground.PlaceNames.Kind;
import org.dateline.ingest.Analysis.Models;
import org.dateline.ingest.LinearModel.Features;
import org.dateline.ingest.PlaceMention.Candidate;
import org.dateline.ingest.PlaceMention.Verdict;

/**
 * Reads which places a text names. The catalog's own places come first; for other words two learned linear models say
 * whether they name a place, and two which one. Keep it no longer than it is needed: the gazetteer takes 19 MB.
 */
public final class PlaceReader {

    /** From which probability on words are proposed as a place. */
    static final double PLACE = 0.4;

    /** From which probability on a proposal is called sure. */
    static final double SURE = 0.85;

    /** How probable a place is that nobody has in a list; measured on GeoVirus. */
    static final double UNKNOWN = 0.5;

    private static final double OWN = 0.97;

    /** Below it, words that are a name of the catalog stand for a person or an organisation. */
    private static final double NO_PLACE = 0.12;

    private static final int MOST_CANDIDATES = 9;
    private static final int LONGEST = 8;

    private final PlaceNames names;
    private final Models models;

    private PlaceReader(PlaceNames names, Models models) {
        this.names = names;
        this.models = models;
    }

    public static PlaceReader open() {
        return new PlaceReader(PlaceNames.open(), Models.shipped());
    }

    /**
     * The places that a text names, in its order.
     *
     * @param language of the text (BCP 47); for one that no word list is there for, only spelling speaks
     * @param own      the names of the catalog's places
     */
    public List<PlaceMention> read(String text, String language, List<OwnName> own) {
        Words known = Words.in(language);
        Words words = known.known() ? known : Words.in("en");
        Analysis analysis = new Analysis(text, names, words, new SpotFinder(names, words));
        double[] opinions = analysis.opinions(models);
        PlaceRanker ranker = analysis.ranker(opinions);
        Map<String, double[]> shares = analysis.shares(ranker, models);
        List<Features> again = analysis.againFeatures(opinions, ranker, shares);
        double[] mentions = analysis.mentions(models, again);
        Set<Integer> taken = new HashSet<>();
        List<PlaceMention> found = new ArrayList<>(ownMentions(analysis, own, mentions, taken));
        for (int s = 0; s < mentions.length; s++) {
            Spot spot = analysis.spots.get(s);
            if (mentions[s] >= PLACE && !taken.contains(analysis.start(spot))) {
                found.add(mention(analysis, spot, mentions[s], shares.get(spot.key()), again.get(s)));
            }
        }
        for (Spot spot : new UnknownPlaceFinder(words, analysis.tokens, analysis.spots).find()) {
            if (!taken.contains(analysis.start(spot))) {
                found.add(unknown(analysis, spot));
            }
        }
        found.sort(Comparator.comparingInt(PlaceMention::start));
        return found;
    }

    private PlaceMention mention(Analysis analysis, Spot spot, double mention, double[] shares, Features features) {
        List<Integer> order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -shares[i]))
                .limit(MOST_CANDIDATES)
                .toList();
        List<Candidate> candidates = order.stream()
                .map(i -> candidate(spot.found().get(i).place(), shares[i]))
                .toList();
        double first = shares[order.getFirst()];
        double sure = sure(mention, first);
        boolean undecided = order.size() > 1 && shares[order.get(1)] > first / 2;
        Verdict verdict = undecided ? Verdict.UNDECIDED : sure >= SURE ? Verdict.SURE : Verdict.LIKELY;
        return new PlaceMention(
                analysis.start(spot),
                analysis.end(spot),
                words(analysis, spot),
                verdict,
                candidates,
                sure,
                Reasons.of(models.spotAgain().reasons(features), candidates, undecided));
    }

    private static PlaceMention unknown(Analysis analysis, Spot spot) {
        return new PlaceMention(
                analysis.start(spot),
                analysis.end(spot),
                words(analysis, spot),
                Verdict.UNKNOWN,
                List.of(),
                UNKNOWN,
                "stands as a place's name does; not in the gazetteer");
    }

    private static String words(Analysis analysis, Spot spot) {
        return analysis.tokens.text.substring(analysis.start(spot), analysis.end(spot));
    }

    private Candidate candidate(int place, double share) {
        return new Candidate(
                null,
                names.id(place),
                names.name(place),
                within(place),
                names.kind(place).name().toLowerCase(Locale.ROOT),
                names.position(place),
                share);
    }

    private String within(int place) {
        int division = names.division(place);
        String country = names.country(place);
        List<String> parts = new ArrayList<>();
        if (division >= 0) {
            parts.add(names.name(division));
        }
        if (!country.isEmpty() && names.kind(place) != Kind.COUNTRY) {
            parts.add(Locale.of("", country).getDisplayCountry(Locale.ENGLISH));
        }
        return String.join(", ", parts);
    }

    /** The catalog's names, whatever their case, the longest first; but no persons and organisations named after them. */
    private List<PlaceMention> ownMentions(
            Analysis analysis, List<OwnName> own, double[] mentions, Set<Integer> taken) {
        Map<String, Set<OwnName>> byKey = new HashMap<>();
        own.forEach(name -> byKey.computeIfAbsent(PlaceNames.key(name.name()), _ -> new LinkedHashSet<>())
                .add(name));
        Map<Integer, Double> opinions = new HashMap<>();
        for (int s = 0; s < mentions.length; s++) {
            opinions.put(analysis.spots.get(s).first(), mentions[s]);
        }
        Tokens tokens = analysis.tokens;
        List<PlaceMention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int last = Math.min(tokens.size() - 1, i + LONGEST - 1);
            for (; last >= i; last--) {
                Spot spot = new Spot(i, last, "", List.of());
                Set<OwnName> there = byKey.getOrDefault(PlaceNames.key(words(analysis, spot)), Set.of());
                if (!there.isEmpty() && (tokens.get(i).named() || last > i)) {
                    if (opinions.getOrDefault(i, 1.0) >= NO_PLACE && !endsOrganisation(tokens, i)) {
                        found.add(own(analysis, spot, there));
                    }
                    // What is no place of the catalog here is none of the gazetteer either.
                    IntStream.range(analysis.start(spot), analysis.end(spot)).forEach(taken::add);
                    i = last;
                    break;
                }
            }
        }
        return found;
    }

    /** "News Arena India": two capitals before it that are no places. */
    private static boolean endsOrganisation(Tokens tokens, int i) {
        return i > 1
                && tokens.upper(i - 1)
                && tokens.upper(i - 2)
                && tokens.gap(i - 1).equals(" ")
                && tokens.gap(i - 2).equals(" ")
                && !tokens.get(i - 2).opens();
    }

    private static PlaceMention own(Analysis analysis, Spot spot, Set<OwnName> names) {
        List<String> features = names.stream().map(OwnName::feature).distinct().toList();
        List<Candidate> candidates = features.stream()
                .map(feature ->
                        new Candidate(feature, 0, nameOf(names, feature), "", "catalog", null, 1.0 / features.size()))
                .toList();
        boolean undecided = features.size() > 1;
        return new PlaceMention(
                analysis.start(spot),
                analysis.end(spot),
                words(analysis, spot),
                undecided ? Verdict.UNDECIDED : Verdict.SURE,
                candidates,
                OWN / features.size(),
                undecided
                        ? "a name of " + features.size() + " places of the catalog"
                        : "a name of a place of the catalog");
    }

    private static String nameOf(Set<OwnName> names, String feature) {
        return names.stream()
                .filter(name -> name.feature().equals(feature))
                .map(OwnName::name)
                .findFirst()
                .orElse(feature);
    }

    static int largest(double[] shares) {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return best;
    }

    static double sure(double mention, double place) {
        return mention * place;
    }
}
