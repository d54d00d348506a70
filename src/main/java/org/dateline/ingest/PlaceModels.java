package org.dateline.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dateline.ground.PlaceNames;
import org.dateline.ingest.Analysis.Models;
import org.jspecify.annotations.Nullable;

/** Learns the weights that say where a text names places, and scores them; both from folders of labelled texts. */
public final class PlaceModels {

    /** The corpus that the shipped weights are learned from: Wikinews, CC BY 2.5. */
    private static final String LEARNED_FROM = "GeoVirus";

    /** GeoVirus is scored with weights from the rest of it: so many times another part is kept back. */
    private static final int FOLDS = 5;

    private PlaceModels() {}

    /**
     * Learns the weights from {@code GeoVirus.xml} or {@code GeoVirus.xml.gz} and writes them; the same corpus gives the
     * same files.
     *
     * @param corpora the folder of the corpus
     * @param out     where {@code spot.tsv}, {@code rank.tsv}, {@code rank-again.tsv} and {@code spot-again.tsv} go
     * @return the files, in order
     */
    public static List<Path> train(Path corpora, Path out) throws IOException {
        Words words = Words.in("en");
        Corpus corpus = Corpus.in(corpora, words).stream()
                .filter(one -> one.name().equals(LEARNED_FROM))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "got " + corpora + " without " + LEARNED_FROM + ".xml, expected the corpus to learn from"));
        Models models = new Training(PlaceNames.open(), words).learn(corpus.articles());
        Map<String, @Nullable LinearModel> files = new TreeMap<>();
        files.put("spot.tsv", models.spot());
        files.put("rank.tsv", models.rank());
        files.put("rank-again.tsv", models.rankAgain());
        files.put("spot-again.tsv", models.spotAgain());
        Files.createDirectories(out);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, @Nullable LinearModel> file : files.entrySet()) {
            Path path = out.resolve(file.getKey());
            String comment = "Learned by \"dateline ingest --train\" from GeoVirus (Gritta 2018; Wikinews, CC BY 2.5).";
            if (file.getValue() != null) {
                Files.write(path, file.getValue().write(comment).getBytes(StandardCharsets.UTF_8));
                written.add(path);
            }
        }
        return written;
    }

    /** Scores of the program on each corpus of a folder: a table, line by line. */
    public static List<String> evaluate(Path corpora) throws IOException {
        Words words = Words.in("en");
        PlaceNames names = PlaceNames.open();
        Models shipped = Models.shipped();
        List<String> lines = new ArrayList<>(List.of(Evaluation.HEAD));
        ClaimEvaluation claims = new ClaimEvaluation();
        for (Corpus corpus : Corpus.in(corpora, words)) {
            for (Corpus.Article article : corpus.articles()) {
                claims.add(article.text());
            }
            Evaluation evaluation = new Evaluation(names, words);
            boolean learned = corpus.name().equals(LEARNED_FROM);
            if (learned) {
                crossValidate(corpus.articles(), evaluation, new Training(names, words));
            } else {
                corpus.articles().forEach(article -> evaluation.add(article, shipped));
            }
            lines.add(evaluation.line(corpus.name(), PlaceReader.PLACE, PlaceReader.SURE)
                    + (learned ? "  (weights from the other four fifths)" : ""));
        }
        lines.addAll(claims.lines());
        return lines;
    }

    private static void crossValidate(List<Corpus.Article> articles, Evaluation evaluation, Training training) {
        int size = articles.size();
        for (int fold = 0; fold < FOLDS; fold++) {
            int from = size * fold / FOLDS;
            int to = size * (fold + 1) / FOLDS;
            Models models = training.learn(IntStream.range(0, size)
                    .filter(i -> i < from || i >= to)
                    .mapToObj(articles::get)
                    .toList());
            articles.subList(from, to).forEach(article -> evaluation.add(article, models));
        }
    }
}
