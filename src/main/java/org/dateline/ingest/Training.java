package org.dateline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dateline.ground.PlaceNames;
import org.dateline.ground.PlaceNames.Found;
import org.dateline.ground.PlaceNames.Rank;
import org.dateline.ingest.Analysis.Models;
import org.dateline.ingest.LinearModel.Example;
import org.dateline.ingest.LinearModel.Features;

/** Learns the four models from labelled texts, one on the other's results. */
final class Training {

    private static final double PENALTY = 3;

    private final PlaceNames names;
    private final Words words;
    private final RightPlace right;
    private final SpotFinder finder;

    Training(PlaceNames names, Words words) {
        this.names = names;
        this.words = words;
        this.right = new RightPlace(names);
        this.finder = new SpotFinder(names, words);
    }

    private record Prepared(Analysis analysis, Corpus.Article article) {}

    Models learn(List<Corpus.Article> articles) {
        List<Prepared> all = articles.stream()
                .map(article -> new Prepared(new Analysis(article.text(), names, words, finder), article))
                .toList();
        List<Example> spotExamples = new ArrayList<>();
        for (Prepared one : all) {
            addSpots(one, one.analysis.spotFeatures(), spotExamples);
        }
        Models models = new Models(LinearModel.learn(spotExamples, PENALTY), null, null, null);
        List<Example> rankExamples = new ArrayList<>();
        for (Prepared one : all) {
            PlaceRanker ranker = one.analysis.ranker(one.analysis.opinions(models));
            addRanks(one, ranker.features(ranker.guess()), rankExamples);
        }
        models = new Models(models.spot(), LinearModel.learn(rankExamples, PENALTY), null, null);
        List<Example> againExamples = new ArrayList<>();
        for (Prepared one : all) {
            PlaceRanker ranker = one.analysis.ranker(one.analysis.opinions(models));
            addRanks(one, ranker.features(ranker.apply(models.rank(), ranker.guess())), againExamples);
        }
        models = new Models(models.spot(), models.rank(), LinearModel.learn(againExamples, PENALTY), null);
        List<Example> spotAgain = new ArrayList<>();
        for (Prepared one : all) {
            double[] opinions = one.analysis.opinions(models);
            PlaceRanker ranker = one.analysis.ranker(opinions);
            addSpots(one, one.analysis.againFeatures(opinions, ranker, one.analysis.shares(ranker, models)), spotAgain);
        }
        return new Models(models.spot(), models.rank(), models.rankAgain(), LinearModel.learn(spotAgain, PENALTY));
    }

    private static void addSpots(Prepared one, List<Features> features, List<Example> out) {
        for (int s = 0; s < features.size(); s++) {
            int start = one.analysis.start(one.analysis.spots.get(s));
            int end = one.analysis.end(one.analysis.spots.get(s));
            boolean neutral = false;
            boolean place = false;
            for (Corpus.Label label : one.article.labels()) {
                if (label.start() < end && start < label.end()) {
                    place |= !label.neutral();
                    neutral |= label.neutral();
                }
            }
            if (place || !neutral) {
                out.add(new Example(List.of(features.get(s)), new boolean[] {place}));
            }
        }
    }

    private boolean isMainTown(Found found) {
        return found.rank() == Rank.MAIN && !names.kind(found.place()).isArea();
    }

    /** "Mombasa" for Mombasa County. */
    private boolean isBareArea(Found found) {
        return found.rank() == Rank.OTHER && names.kind(found.place()).isArea();
    }

    private void addRanks(Prepared one, Map<String, List<Features>> features, List<Example> out) {
        for (Spot spot : one.analysis.spots) {
            int start = one.analysis.start(spot);
            int end = one.analysis.end(spot);
            for (Corpus.Label label : one.article.labels()) {
                if (!label.neutral() && label.start() < end && start < label.end()) {
                    boolean[] rights = new boolean[spot.found().size()];
                    boolean any = false;
                    boolean all = true;
                    boolean town = spot.found().stream()
                            .anyMatch(other -> isMainTown(other) && right.same(other.place(), label));
                    for (int i = 0; i < rights.length; i++) {
                        // The corpus does not say whether it means a town or the county of that name around it.
                        rights[i] = !(town && isBareArea(spot.found().get(i)))
                                && right.same(spot.found().get(i).place(), label);
                        any |= rights[i];
                        all &= rights[i];
                    }
                    if (any && !all) {
                        out.add(new Example(features.get(spot.key()), rights));
                    }
                    break;
                }
            }
        }
    }
}
