package org.dateline.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Weights by the names of features: what a text file holds, one a line, and what is learned. Both kinds of learning
 * minimise the negative logarithm of the likelihood plus half a weight's square times a penalty, by Adam (Kingma and Ba,
 * 2015) over all examples at once, so that the same examples give the same weights.
 */
final class LinearModel {

    private static final int ROUNDS = 600;

    private final Map<String, Double> weights;

    LinearModel(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** Values by the names of features; those that are not there are 0. */
    static final class Features {
        private final List<String> names = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();

        void add(String name, double value) {
            if (value != 0) {
                names.add(name);
                values.add(value);
            }
        }

        void add(String name, boolean holds) {
            add(name, holds ? 1 : 0);
        }

        List<String> names() {
            return names;
        }

        double value(int i) {
            return values.get(i);
        }
    }

    /** Several alternatives, of which those marked are right; or one, which is right or not. */
    record Example(List<Features> alternatives, boolean[] right) {}

    double score(Features features) {
        double sum = 0;
        for (int i = 0; i < features.names.size(); i++) {
            sum += weights.getOrDefault(features.names.get(i), 0.0) * features.values.get(i);
        }
        return sum;
    }

    double probability(Features features) {
        return 1 / (1 + Math.exp(-score(features)));
    }

    /** The names of the features that speak for it, or against it, those that say most first. */
    List<String> reasons(Features features, boolean against) {
        Map<String, Double> said = new TreeMap<>();
        for (int i = 0; i < features.names.size(); i++) {
            double says = weights.getOrDefault(features.names.get(i), 0.0) * features.values.get(i);
            said.put(features.names.get(i), against ? -says : says);
        }
        return said.entrySet().stream()
                .filter(one -> one.getValue() > 0.1)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The probabilities of alternatives, which sum to 1. */
    double[] shares(List<Features> alternatives) {
        return softmax(alternatives.stream().mapToDouble(this::score).toArray());
    }

    private static double[] softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double[] shares =
                Arrays.stream(scores).map(score -> Math.exp(score - most)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** Learns weights: of one alternative whether it is right (logistic), of several which one is (softmax). */
    static LinearModel learn(List<Example> examples, double penalty) {
        Map<String, Integer> index = new TreeMap<>();
        examples.forEach(example ->
                example.alternatives().forEach(features -> features.names.forEach(name -> index.putIfAbsent(name, 0))));
        int number = 0;
        for (Map.Entry<String, Integer> entry : index.entrySet()) {
            entry.setValue(number++);
        }
        List<int[][]> columns = new ArrayList<>();
        for (Example example : examples) {
            columns.add(example.alternatives().stream()
                    .map(features ->
                            features.names.stream().mapToInt(index::get).toArray())
                    .toArray(int[][]::new));
        }
        double[] w = new double[number];
        double[] mean = new double[number];
        double[] square = new double[number];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] gradient = new double[number];
            for (int e = 0; e < examples.size(); e++) {
                add(examples.get(e), columns.get(e), w, gradient);
            }
            double rate = 0.1 * (1 - 0.9 * round / ROUNDS);
            for (int i = 0; i < number; i++) {
                double g = (gradient[i] + penalty * w[i]) / examples.size();
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.999 * square[i] + 0.001 * g * g;
                w[i] -= rate
                        * (mean[i] / (1 - Math.pow(0.9, round)))
                        / (Math.sqrt(square[i] / (1 - Math.pow(0.999, round))) + 1e-8);
            }
        }
        Map<String, Double> learned = new TreeMap<>();
        index.forEach((name, i) -> learned.put(name, Math.rint(w[i] * 1000) / 1000));
        return new LinearModel(learned);
    }

    private static void add(Example example, int[][] columns, double[] w, double[] gradient) {
        double[] scores = new double[columns.length];
        for (int a = 0; a < columns.length; a++) {
            Features features = example.alternatives().get(a);
            for (int i = 0; i < columns[a].length; i++) {
                scores[a] += w[columns[a][i]] * features.values.get(i);
            }
        }
        double[] slope = new double[columns.length];
        if (columns.length == 1) {
            slope[0] = 1 / (1 + Math.exp(-scores[0])) - (example.right()[0] ? 1 : 0);
        } else {
            double[] shares = softmax(scores);
            double right = 0;
            for (int a = 0; a < shares.length; a++) {
                right += example.right()[a] ? shares[a] : 0;
            }
            for (int a = 0; a < shares.length; a++) {
                slope[a] = shares[a] - (example.right()[a] ? shares[a] / Math.max(right, 1e-12) : 0);
            }
        }
        for (int a = 0; a < columns.length; a++) {
            Features features = example.alternatives().get(a);
            for (int i = 0; i < columns[a].length; i++) {
                gradient[columns[a][i]] += slope[a] * features.values.get(i);
            }
        }
    }

    /** Reads {@code ingest/NAME.tsv} of the program. */
    static LinearModel read(String name) {
        try (@Nullable InputStream in = LinearModel.class.getResourceAsStream("/ingest/" + name + ".tsv")) {
            if (in == null) {
                throw new IOException(
                        "got no /ingest/" + name + ".tsv in the program, expected the weights of a model");
            }
            Map<String, Double> weights = new TreeMap<>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(fields -> weights.put(fields[0], Double.parseDouble(fields[1])));
            return new LinearModel(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a text file. */
    String write(String comment) {
        StringBuilder out = new StringBuilder("# ").append(comment).append('\n');
        new TreeMap<>(weights).forEach((name, weight) -> {
            if (weight != 0) {
                out.append(String.format(Locale.ROOT, "%s\t%.3f%n", name, weight));
            }
        });
        return out.toString();
    }
}
