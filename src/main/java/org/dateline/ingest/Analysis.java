package org.dateline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dateline.ground.PlaceNames;
import org.dateline.ingest.LinearModel.Features;
import org.jspecify.annotations.Nullable;

/** A text's spots and, step by step, what the models say of them; learning takes the features of each step. */
final class Analysis {

    /**
     * The models, in the order of the steps.
     *
     * @param spot      is it a place, by the text alone
     * @param rank      which place, with a guess of what the other names mean
     * @param rankAgain which place, with what the first ranking says of the other names
     * @param spotAgain is it a place, with all that
     */
    record Models(
            @Nullable LinearModel spot,
            @Nullable LinearModel rank,
            @Nullable LinearModel rankAgain,
            @Nullable LinearModel spotAgain) {

        static Models shipped() {
            return new Models(
                    LinearModel.read("spot"),
                    LinearModel.read("rank"),
                    LinearModel.read("rank-again"),
                    LinearModel.read("spot-again"));
        }
    }

    private static final double DATELINE = 0.97;

    /** Below it, the words stand for a person or an organisation. */
    private static final double NO_PLACE = 0.12;

    /** How probable a place is that speaks for those beside it. */
    private static final double SURELY = 0.8;

    /** In kilometres. */
    private static final double BESIDE = 30;

    final Tokens tokens;
    final List<Spot> spots;
    private final MentionFeatures mentions;
    private final PlaceNames names;
    private final Words words;

    Analysis(String text, PlaceNames names, Words words, SpotFinder finder) {
        this.names = names;
        this.words = words;
        this.tokens = Tokens.of(text, words);
        this.spots = finder.find(tokens);
        this.mentions = new MentionFeatures(names, words, tokens, spots);
    }

    List<Features> spotFeatures() {
        List<Features> all = new ArrayList<>();
        for (int s = 0; s < spots.size(); s++) {
            all.add(mentions.of(s));
        }
        return all;
    }

    double[] opinions(Models models) {
        return spotFeatures().stream().mapToDouble(models.spot()::probability).toArray();
    }

    PlaceRanker ranker(double[] opinions) {
        return new PlaceRanker(names, words, tokens, spots, opinions);
    }

    /** Shares of the candidates by name, after both rankings. */
    Map<String, double[]> shares(PlaceRanker ranker, Models models) {
        return ranker.apply(models.rankAgain(), ranker.apply(models.rank(), ranker.guess()));
    }

    List<Features> againFeatures(double[] opinions, PlaceRanker ranker, Map<String, double[]> shares) {
        double[] best = new double[spots.size()];
        double[] coherence = new double[spots.size()];
        Map<String, Double> coherences = ranker.coherence(shares);
        for (int s = 0; s < spots.size(); s++) {
            double most = 0;
            for (double share : shares.get(spots.get(s).key())) {
                most = Math.max(most, share);
            }
            best[s] = most;
            coherence[s] = coherences.get(spots.get(s).key());
        }
        List<Features> all = new ArrayList<>();
        for (int s = 0; s < spots.size(); s++) {
            all.add(mentions.again(s, opinions, best, coherence));
        }
        return all;
    }

    /** How probable it is that each spot names a place. */
    double[] mentions(Models models, List<Features> again, Map<String, double[]> shares) {
        double[] mentions = new double[spots.size()];
        for (int s = 0; s < mentions.length; s++) {
            double said = models.spotAgain().probability(again.get(s));
            mentions[s] = isDateline(spots.get(s)) ? Math.max(said, DATELINE) : said;
        }
        for (int s = 0; s < mentions.length; s++) {
            if (mentions[s] < PlaceReader.PLACE && mentions[s] > NO_PLACE && isNear(s, mentions, shares)) {
                mentions[s] = PlaceReader.PLACE;
            }
        }
        return mentions;
    }

    /**
     * Whether a name that only one town has follows a preposition somewhere in the text and lies beside a place that the text
     * surely names: "the mayor of Paiporta" in a text on Valencia. The texts to learn from are of the wide world, in which such
     * small towns are seldom named.
     */
    private boolean isNear(int s, double[] mentions, Map<String, double[]> shares) {
        Spot spot = spots.get(s);
        PlaceNames.Found only = spot.found().getFirst();
        return spot.found().size() == 1
                && only.rank() == PlaceNames.Rank.MAIN
                && !names.kind(only.place()).isArea()
                && !words.is("first_names", tokens.lower(spot.first()))
                && spots.stream()
                        .filter(other -> other.key().equals(spot.key()))
                        .anyMatch(other -> words.is("prepositions", tokens.lower(other.first() - 1))
                                && !tokens.upper(other.first() - 1))
                && IntStream.range(0, mentions.length)
                        .filter(o ->
                                mentions[o] >= SURELY && !spots.get(o).key().equals(spot.key()))
                        .map(o -> best(spots.get(o), shares))
                        .anyMatch(place -> !names.kind(place).isArea()
                                && PlaceRanker.kilometres(names.position(place), names.position(only.place()))
                                        < BESIDE);
    }

    private static int best(Spot spot, Map<String, double[]> shares) {
        return spot.found().get(PlaceReader.largest(shares.get(spot.key()))).place();
    }

    /** "QUETTA (Agency) — ", "LONDON - ": the form of agencies, of which the texts to learn from have too few. */
    private boolean isDateline(Spot spot) {
        Token first = tokens.get(spot.first());
        if (!first.caps() || first.text().length() < 4 || !first.opens()) {
            return false;
        }
        String gap = tokens.gap(spot.last());
        boolean next =
                spot.last() + 1 < tokens.size() && !tokens.get(spot.last() + 1).caps();
        return gap.matches("(?s)\\h*[\u2014\u2013(].*|\\h-+\\h.*|,? ?\\(?.*") && next && gap.length() < 8;
    }

    int start(Spot spot) {
        return tokens.get(spot.first()).start();
    }

    int end(Spot spot) {
        return tokens.get(spot.last()).end();
    }
}
