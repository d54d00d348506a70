package org.dateline.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dateline.catalog.FigureReader.Figure;
import org.dateline.catalog.ReportDraft;
import org.dateline.catalog.ReportDraft.Sentence;
import org.dateline.model.Behaviour;
import org.dateline.model.Measure;
import org.dateline.model.Text;
import org.dateline.model.Value;

/**
 * Scores of the figures read in labelled texts. The labels are {@code ingest/claim-labels.tsv}: where in a text, known by
 * its SHA-256, a number stands, what it counts and who says it; the texts themselves are in the corpora. A claim is right
 * if it overlaps a label and has its number and measure. Its party is right if one of the two wordings contains the
 * other, articles aside, or if both have none. Numbers labelled without a measure count neither way.
 */
final class ClaimEvaluation {

    /** What a label counts that may be proposed or not. */
    private static final String NEUTRAL = "-";

    /** A label whose speaker is a matter of opinion. */
    private static final String ANY_PARTY = "?";

    private static final List<String> MEASURES = List.of(
            "killed", "wounded", "missing", "rescued", "hostages", "arrested", "displaced", "infected", "destroyed");

    private static final int HASH = 16;

    private final Map<String, List<Label>> labels;
    private final Map<String, Score> scores = new TreeMap<>();

    /**
     * A figure that somebody marked.
     *
     * @param set     {@code development} or {@code held-out}
     * @param start   index of the number's first character in the text; {@code end} is the index after the last one
     * @param value   as in a catalog's file: a number, two with a hyphen for a range, or a word; empty in a text without
     *     figures
     * @param measure one of {@link #MEASURES}, or {@link #NEUTRAL}
     * @param party   the words that name who says it; empty if the text itself does
     */
    record Label(String set, int start, int end, String value, String measure, String party) {

        boolean neutral() {
            return measure.equals(NEUTRAL);
        }
    }

    /** A claim as read, with its position in the text without spaces. */
    record Read(int start, int end, ClaimFinder.Found found) {}

    private static final class Score {
        private int texts;
        private int labels;
        private int made;
        private int right;
        private int asked;
        private int party;
    }

    ClaimEvaluation() {
        this(shipped());
    }

    ClaimEvaluation(Map<String, List<Label>> labels) {
        this.labels = labels;
    }

    private static Map<String, List<Label>> shipped() {
        try (InputStream in = ClaimEvaluation.class.getResourceAsStream("/ingest/claim-labels.tsv")) {
            if (in == null) {
                throw new IOException("got no /ingest/claim-labels.tsv in the program, expected labels of claims");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels by the beginning of their text's SHA-256. */
    static Map<String, List<Label>> read(Stream<String> lines) {
        Map<String, List<Label>> labels = new LinkedHashMap<>();
        lines.filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .forEach(field -> labels.computeIfAbsent(field[2], _ -> new ArrayList<>())
                        .add(
                                field[3].isEmpty()
                                        ? new Label(field[0], 0, 0, "", NEUTRAL, "")
                                        : new Label(
                                                field[0],
                                                Integer.parseInt(field[3]),
                                                Integer.parseInt(field[4]),
                                                field[5],
                                                field[6],
                                                field[7])));
        return labels;
    }

    /** Scores a text if it has labels. */
    void add(String text) throws IOException {
        List<Label> there = labels.get(hash(text));
        if (there != null) {
            add(text, there);
        }
    }

    private void add(String text, List<Label> there) throws IOException {
        Score score = scores.computeIfAbsent(there.getFirst().set, _ -> new Score());
        score.texts++;
        score.labels += (int) there.stream().filter(label -> !label.neutral()).count();
        Set<Label> used = new HashSet<>();
        for (Read one : read(text)) {
            List<Label> overlapped =
                    there.stream().filter(label -> overlaps(text, label, one)).toList();
            Label right = overlapped.stream()
                    .filter(label -> isRight(label, one.found))
                    .filter(used::add)
                    .findFirst()
                    .orElse(null);
            if (right != null || overlapped.isEmpty() || !overlapped.stream().allMatch(Label::neutral)) {
                score.made++;
            }
            if (right != null) {
                score.right++;
                score.asked += right.party.equals(ANY_PARTY) ? 0 : 1;
                score.party += isSaidBy(right, one.found) ? 1 : 0;
            }
        }
    }

    static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("got a Java without SHA-256, expected one with it", e);
        }
    }

    /** The claims that a draft of the text would propose. */
    static List<Read> read(String text) throws IOException {
        List<Sentence> sentences = ReportDraft.sentences(Path.of("text"), text, "en");
        List<List<ClaimFinder.Found>> found =
                finder().find(sentences.stream().map(Sentence::quote).toList());
        String solid = solid(text);
        List<Read> read = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < found.size(); i++) {
            String quote = sentences.get(i).quote();
            int at = Math.max(from, solid.indexOf(solid(quote), from));
            for (ClaimFinder.Found claim : found.get(i)) {
                Figure figure = claim.figure();
                read.add(new Read(
                        at + solid(quote.substring(0, figure.start())).length(),
                        at + solid(quote.substring(0, figure.end())).length(),
                        claim));
            }
            from = at + solid(quote).length();
        }
        return read;
    }

    static ClaimFinder finder() {
        return new ClaimFinder("en", measures(), List.of());
    }

    private static List<Measure> measures() {
        return MEASURES.stream()
                .map(id ->
                        new Measure(id, english(id), english("people"), english(id), Behaviour.CUMULATIVE, List.of()))
                .toList();
    }

    private static Text english(String words) {
        return new Text(Map.of("en", words));
    }

    /** Without spaces, which sentences have fewer of than their text. */
    private static String solid(String text) {
        return text.replaceAll("[\\s\\p{Z}\\u00AD]+", "");
    }

    static boolean overlaps(String text, Label label, Read read) {
        int start = solid(text.substring(0, label.start)).length();
        int end = solid(text.substring(0, label.end)).length();
        return read.start < end && start < read.end;
    }

    static boolean isRight(Label label, ClaimFinder.Found found) {
        String value = switch (found.figure().value()) {
            case Value.Figure figure -> whole(figure.number());
            case Value.Range range -> whole(range.from()) + "-" + whole(range.to());
            case Value.Vague(var word) -> word.id();
        };
        return label.measure.equals(found.measure().id()) && label.value.equals(value);
    }

    private static String whole(double number) {
        return String.valueOf((long) number);
    }

    static boolean isSaidBy(Label label, ClaimFinder.Found found) {
        if (label.party.equals(ANY_PARTY)) {
            return false;
        }
        String said = found.partyWords() == null ? "" : bare(found.partyWords());
        String wanted = bare(label.party);
        return said.isEmpty() || wanted.isEmpty()
                ? said.equals(wanted)
                : said.contains(wanted) || wanted.contains(said);
    }

    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:the|an?) ", "")
                .replaceAll("['\u2019]s\\b|[.,()]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** A table, line by line; empty if no text had labels. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!scores.isEmpty()) {
            lines.add(String.format(
                    "%-12s %6s %6s %6s %6s %6s %6s", "claims", "texts", "labels", "P", "R", "F1", "party"));
        }
        scores.forEach((set, score) -> {
            double precision = share(score.right, score.made);
            double recall = share(score.right, score.labels);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-12s %6d %6d %6.3f %6.3f %6.3f %6.3f",
                    set,
                    score.texts,
                    score.labels,
                    precision,
                    recall,
                    2 * precision * recall / Math.max(1e-9, precision + recall),
                    share(score.party, score.asked)));
        });
        return lines;
    }

    private static double share(int part, int whole) {
        return (double) part / Math.max(1, whole);
    }
}
