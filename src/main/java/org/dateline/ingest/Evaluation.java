package org.dateline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dateline.ground.PlaceNames;
import org.dateline.ingest.Analysis.Models;
import org.dateline.ingest.LinearModel.Features;
import org.jspecify.annotations.Nullable;

/**
 * Scores of the models on labelled texts. A mention is found if a proposal overlaps it; labels that count neither way, and
 * proposals that overlap them only, are left out.
 */
final class Evaluation {

    private final PlaceNames names;
    private final Words words;
    private final RightPlace right;
    private final SpotFinder finder;

    private final List<Proposal> proposals = new ArrayList<>();
    private int labels;
    private int reachable;

    /**
     * A spot that is not neutral, with what the models say and whether it is so.
     *
     * @param mention probability that it is a place; {@code place} that of the best candidate
     * @param label   the number of the label that it overlaps; -1 for none
     * @param known   whether the corpus says where it is
     */
    private record Proposal(
            double mention,
            double place,
            int label,
            boolean known,
            boolean reach,
            boolean same,
            boolean within10,
            boolean within161) {}

    Evaluation(PlaceNames names, Words words) {
        this.names = names;
        this.words = words;
        this.right = new RightPlace(names);
        this.finder = new SpotFinder(names, words);
    }

    void add(Corpus.Article article, Models models) {
        Analysis analysis = new Analysis(article.text(), names, words, finder);
        double[] opinions = analysis.opinions(models);
        PlaceRanker ranker = analysis.ranker(opinions);
        Map<String, double[]> shares = analysis.shares(ranker, models);
        List<Features> again = analysis.againFeatures(opinions, ranker, shares);
        double[] mentions = analysis.mentions(models, again, shares);
        int before = labels;
        List<Corpus.Label> own =
                article.labels().stream().filter(label -> !label.neutral()).toList();
        labels += own.size();
        reachable += (int) own.stream()
                .filter(label -> analysis.spots.stream().anyMatch(spot -> overlap(analysis, spot, label)))
                .count();
        for (int s = 0; s < analysis.spots.size(); s++) {
            Spot spot = analysis.spots.get(s);
            List<Corpus.Label> there = article.labels().stream()
                    .filter(label -> overlap(analysis, spot, label))
                    .toList();
            Corpus.@Nullable Label label =
                    there.stream().filter(one -> !one.neutral()).findFirst().orElse(null);
            if (there.isEmpty() || label != null) {
                double[] candidates = shares.get(spot.key());
                int best = PlaceReader.largest(candidates);
                proposals.add(proposal(
                        spot,
                        mentions[s],
                        candidates[best],
                        best,
                        label,
                        label == null ? -1 : before + own.indexOf(label)));
            }
        }
        addUnknown(analysis, article, own, before);
    }

    /** Names that the gazetteer does not have are proposed as well; of them only whether they are places is counted. */
    private void addUnknown(Analysis analysis, Corpus.Article article, List<Corpus.Label> own, int before) {
        for (Spot spot : new UnknownPlaceFinder(words, analysis.tokens, analysis.spots).find()) {
            List<Corpus.Label> there = article.labels().stream()
                    .filter(label -> overlap(analysis, spot, label))
                    .toList();
            int label = there.stream()
                    .filter(one -> !one.neutral())
                    .mapToInt(one -> before + own.indexOf(one))
                    .findFirst()
                    .orElse(-1);
            if (there.isEmpty() || label >= 0) {
                proposals.add(new Proposal(PlaceReader.UNKNOWN, 0, label, false, false, false, false, false));
            }
        }
    }

    private static boolean overlap(Analysis analysis, Spot spot, Corpus.Label label) {
        return analysis.start(spot) < label.end() && label.start() < analysis.end(spot);
    }

    private Proposal proposal(
            Spot spot, double mention, double share, int best, Corpus.@Nullable Label label, int number) {
        int place = spot.found().get(best).place();
        if (label == null || label.position() == null) {
            return new Proposal(mention, share, number, false, false, false, false, false);
        }
        return new Proposal(
                mention,
                share,
                number,
                true,
                spot.found().stream().anyMatch(one -> right.same(one.place(), label)),
                right.same(place, label),
                right.within(place, label, 10),
                right.within(place, label, 161));
    }

    /**
     * One line of a table; see {@link #HEAD}. The last four: of all proposals, how many are called sure; of these, how many
     * are a place and the right one; of the mentions found whose place is known, how many are called sure; of these, how many
     * are the right place.
     */
    String line(String name, double threshold, double sureFrom) {
        List<Proposal> made =
                proposals.stream().filter(one -> one.mention >= threshold).toList();
        List<Proposal> good = made.stream().filter(one -> one.label >= 0).toList();
        List<Proposal> placed = good.stream().filter(Proposal::known).toList();
        List<Proposal> sure = made.stream()
                .filter(one -> one.label < 0 || one.known)
                .filter(one -> PlaceReader.sure(one.mention, one.place) >= sureFrom)
                .toList();
        List<Proposal> sureFound = sure.stream().filter(one -> one.label >= 0).toList();
        double precision = share(good.size(), made.size());
        double recall = share(good.stream().mapToInt(Proposal::label).distinct().count(), labels);
        return String.format(
                Locale.ROOT,
                "%-10s %6d %6.3f %6.3f %6.3f %6.3f | %6.3f %6.3f %6.3f %6.3f | %6.3f %6.3f | %6.3f %6.3f",
                name,
                labels,
                share(reachable, labels),
                precision,
                recall,
                2 * precision * recall / Math.max(1e-9, precision + recall),
                share(placed.stream().filter(Proposal::reach).count(), placed.size()),
                share(placed.stream().filter(Proposal::same).count(), placed.size()),
                share(placed.stream().filter(Proposal::within10).count(), placed.size()),
                share(placed.stream().filter(Proposal::within161).count(), placed.size()),
                share(sure.size(), made.size()),
                share(sure.stream().filter(Proposal::same).count(), sure.size()),
                share(sureFound.size(), placed.size()),
                share(sureFound.stream().filter(Proposal::same).count(), sureFound.size()));
    }

    private static double share(long part, long whole) {
        return (double) part / Math.max(1, whole);
    }

    static final String HEAD = String.format(
            "%-10s %6s %6s %6s %6s %6s | %6s %6s %6s %6s | %6s %6s | %6s %6s",
            "corpus", "labels", "reach", "P", "R", "F1", "reach", "place", "<10km", "<161km", "sure", "right", "found",
            "place");
}
