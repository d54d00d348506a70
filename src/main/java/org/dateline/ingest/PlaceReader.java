package org.dateline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads which places a text names. The catalog's own places come first; for other words two learned linear models say
 * whether they name a place, and two which one. Keep it no longer than it is needed: the gazetteer takes 19 MB.
 */
public final class PlaceReader {

    /** From which probability on words are proposed as a place. */
    static final double PLACE = 0.4;

    /** From which probability on a proposal is called sure. */
    static final double SURE = 0.72;

    /** How probable a place is that nobody has in a list; measured on GeoVirus. */
    static final double UNKNOWN = 0.5;

    /** The name in a catalog's folder of a gazetteer that an editor loaded. */
    public static final String GAZETTEER = "gazetteer.bin";

    private static final double OWN = 0.97;

    /** Of names that are spelled nearly so, or without "district". */
    private static final double NEARLY_OWN = 0.7;

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
     * With the gazetteer of a catalog's folder if it has one, else with the program's own.
     *
     * @throws IOException if the folder's gazetteer cannot be read
     */
    public static PlaceReader open(Path folder) throws IOException {
        return new PlaceReader(names(folder), Models.shipped());
    }

    /**
     * The gazetteer of a catalog's folder if it has one, else the program's own.
     *
     * @throws IOException if the folder's gazetteer cannot be read
     */
    public static PlaceNames names(Path folder) throws IOException {
        Path loaded = folder.resolve(GAZETTEER);
        return Files.exists(loaded) ? PlaceNames.open(loaded) : PlaceNames.open();
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
        double[] mentions = analysis.mentions(models, again, shares);
        Set<Integer> taken = new HashSet<>();
        OwnNames ownNames = new OwnNames(own, words);
        List<PlaceMention> found = new ArrayList<>(ownMentions(analysis, ownNames, mentions, words, taken));
        for (int s = 0; s < mentions.length; s++) {
            Spot spot = analysis.spots.get(s);
            if (mentions[s] >= PLACE && !taken.contains(analysis.start(spot))) {
                found.add(mention(analysis, spot, mentions[s], shares.get(spot.key()), again.get(s)));
            }
        }
        found.addAll(nearlyOwn(analysis, ownNames, words, taken));
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
                Reasons.of(
                        models.spotAgain().reasons(features, false),
                        models.spotAgain().reasons(features, true),
                        candidates,
                        undecided));
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

    /** Marks the words that are names of the catalog, those that stand for a person or an organisation too. */
    private List<PlaceMention> ownMentions(
            Analysis analysis, OwnNames own, double[] mentions, Words words, Set<Integer> taken) {
        Map<Integer, Double> opinions = new HashMap<>();
        for (int s = 0; s < mentions.length; s++) {
            opinions.put(analysis.spots.get(s).first(), mentions[s]);
        }
        Tokens tokens = analysis.tokens;
        List<PlaceMention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int longest = -1;
            for (int last = Math.min(tokens.size() - 1, i + LONGEST - 1); last >= i; last--) {
                Spot spot = new Spot(i, last, "", List.of());
                OwnNames.@Nullable Named there = own.named(PlaceNames.key(words(analysis, spot)));
                if (there == null || !tokens.get(i).named() && last == i) {
                    continue;
                }
                if (longest < 0) {
                    longest = last;
                    // What is no place of the catalog here is none of the gazetteer either.
                    IntStream.range(analysis.start(spot), analysis.end(spot)).forEach(taken::add);
                    if (opinions.getOrDefault(i, 1.0) < NO_PLACE
                            || endsOrganisation(tokens, i)
                            || tokens.gap(last).equals(" ") && words.is("bodies", tokens.lower(last + 1))) {
                        break;
                    }
                    found.add(own(analysis, spot, there));
                } else if (there.whole() && !words.is("kinds_area", tokens.lower(longest))) {
                    // "Harbour Town railway station" names the town, too; "Harbour District" does not.
                    found.add(own(analysis, spot, there));
                }
            }
            i = Math.max(i, longest);
        }
        return found;
    }

    /** Words that no list has and that are spelled nearly as a name of the catalog. */
    private static List<PlaceMention> nearlyOwn(Analysis analysis, OwnNames own, Words words, Set<Integer> taken) {
        analysis.spots.forEach(spot ->
                IntStream.range(analysis.start(spot), analysis.end(spot)).forEach(taken::add));
        List<PlaceMention> found = new ArrayList<>();
        for (int i = 0; i < analysis.tokens.size(); i++) {
            Token token = analysis.tokens.get(i);
            Spot spot = new Spot(i, i, "", List.of());
            OwnNames.@Nullable Named near = token.upper()
                            && !token.opens()
                            && !taken.contains(token.start())
                            && !words.is("demonyms", token.lower())
                            && !words.is("never", token.lower())
                            && !words.is("first_names", token.lower())
                    ? own.spelledNearly(PlaceNames.key(token.text()))
                    : null;
            if (near != null) {
                taken.add(token.start());
                found.add(own(analysis, spot, near));
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

    private static PlaceMention own(Analysis analysis, Spot spot, OwnNames.Named named) {
        List<String> features =
                named.names().stream().map(OwnName::feature).distinct().toList();
        List<Candidate> candidates = features.stream()
                .map(feature -> new Candidate(
                        feature, 0, nameOf(named.names(), feature), "", "catalog", null, 1.0 / features.size()))
                .toList();
        boolean undecided = features.size() > 1;
        return new PlaceMention(
                analysis.start(spot),
                analysis.end(spot),
                words(analysis, spot),
                undecided ? Verdict.UNDECIDED : named.whole() ? Verdict.SURE : Verdict.LIKELY,
                candidates,
                (named.whole() ? OWN : NEARLY_OWN) / features.size(),
                named.why() + (undecided ? "; undecided between " + features.size() + " places" : ""));
    }

    private static String nameOf(List<OwnName> names, String feature) {
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
