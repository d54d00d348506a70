package org.dateline.catalog;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;

/**
 * The file of a new report, made from its text: what the text states of itself, and its sentences as excerpts that are
 * commented out, for an editor to keep or delete. Nothing is filled in that the text does not state.
 */
public final class ReportDraft {

    private static final String HEAD = """
            # Made from a text by "dateline add". What the text does not state stays null, and readers see "not stated".
            """;
    private static final String DRAFT_COMMENT = """
            # A draft, made from a text by "dateline ingest": everything below is a proposal. It shows nowhere until its status is
            # "published". What the text does not state stays null, and readers see "not stated".
            """;
    private static final String REVIEWED_COMMENT = """
            # Made from a text by "dateline ingest" and reviewed. What the text does not state stays null, and readers see "not stated".
            """;
    private static final String PROPOSED_HEAD = DRAFT_COMMENT + "status: draft\n";
    private static final String CHOOSE = """
              # The sentences of the text. Take "# " away in front of those that you quote, shorten them as you like, and
              # delete the others: a report holds excerpts, not the article. Say who speaks with "party: ID".
            """;
    private static final Pattern DIVIDED = Pattern.compile("(?<=\\p{L})[-\\x{2010}]\\h*\\R\\h*(?=\\p{Ll})");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    /** The end of a sentence, perhaps within quotation marks or brackets. */
    private static final Pattern ENDED = Pattern.compile("[.!?…。！？؟۔।][\\p{Pf}\\p{Pe}\"'’»]*$");
    /** The share of the longest line that a line of a wrapped text surely has. */
    private static final double WRAPPED = 0.6;

    private final SourceText text;
    private final String language;
    private final String labelLanguage;
    private final StatedFacts facts;
    private final List<Feature> features;

    private ReportDraft(SourceText text, String language, String labelLanguage, List<Feature> features) {
        this.text = text;
        this.language = language;
        this.labelLanguage = labelLanguage;
        this.facts = StatedFacts.of(text.raw(), language);
        this.features = features;
    }

    /** A draft's file once it is published: without the comment that says that it shows nowhere. */
    public static String published(String draft) {
        return draft.replace(DRAFT_COMMENT, REVIEWED_COMMENT);
    }

    /**
     * A report that was added.
     *
     * @param file      of the report, within the catalog's folder
     * @param text      where its text is kept, within the same
     * @param sentences how many stand in the file to choose from
     * @param stated    the names of the fields that the text states
     * @param language  of the text (BCP 47)
     */
    public record Added(String file, String text, int sentences, List<String> stated, String language) {}

    /**
     * A sentence of a text.
     *
     * @param nth    which of its occurrences in the text it is, from 1
     * @param times  how often the text has it
     * @param offset where it begins, in code points of the normalised text
     */
    public record Sentence(String quote, int nth, int times, int offset) {}

    /** Makes the rest of a draft's file, from {@code not_prose} on, of the text's sentences. */
    public interface Proposals {
        String yaml(List<Sentence> sentences);
    }

    /**
     * Adds a draft to a catalog: what its text states of itself, and what somebody proposes. The text is kept in the
     * catalog's folder, where git ignores it.
     *
     * @param from what the text was read from, for messages and as the label if the text states nothing
     * @param text in UTF-8
     * @throws IOException as for {@link #add}
     */
    public static Added draft(Path folder, Path from, byte[] text, String id, String language, Proposals proposals)
            throws IOException {
        ReportDraft draft = new ReportDraft(
                source(from, text), language, CatalogLoader.languages(folder).getFirst(), List.of());
        List<Sentence> sentences = draft.sentences();
        boolean schema = Files.exists(folder.resolve("schema/report.json"));
        return draft.write(
                folder,
                from,
                text,
                id,
                draft.head(PROPOSED_HEAD, schema) + proposals.yaml(sentences),
                sentences.size());
    }

    /**
     * Adds the report of a text to a catalog, and keeps the text in the catalog's folder, where git ignores it.
     *
     * @param catalog  null if the catalog cannot be read; then the names of its places are not found in the sentences
     * @param language of the text (BCP 47); null for what its words say ({@link TextLanguage})
     * @throws IOException if the text cannot be read or is no text, if the report is there already, or if a file cannot
     *     be written
     */
    public static Added add(Path folder, @Nullable Catalog catalog, Path file, String id, @Nullable String language)
            throws IOException {
        byte[] content = Files.readAllBytes(file);
        SourceText text = source(file, content);
        List<Feature> features = catalog == null
                ? List.of()
                : catalog.layers().stream()
                        .flatMap(layer -> layer.features().stream())
                        .toList();
        List<String> languages = CatalogLoader.languages(folder);
        ReportDraft draft = new ReportDraft(
                text,
                language == null ? TextLanguage.of(text.raw(), languages) : language,
                languages.getFirst(),
                features);
        List<Sentence> sentences = prose(draft.sentences());
        StringBuilder yaml = new StringBuilder(draft.head(HEAD, Files.exists(folder.resolve("schema/report.json"))));
        yaml.append("excerpts:\n").append(CHOOSE);
        sentences.forEach(sentence -> yaml.append(draft.commented(sentence)));
        return draft.write(folder, file, content, id, yaml.toString(), sentences.size());
    }

    /**
     * The sentences of a text, in its order, as a draft of it would quote them.
     *
     * @param from what the text was read from, for messages
     * @throws IOException if it has no words
     */
    public static List<Sentence> sentences(Path from, String text, String language) throws IOException {
        return new ReportDraft(source(from, text.getBytes(StandardCharsets.UTF_8)), language, language, List.of())
                .sentences();
    }

    private Added write(Path folder, Path file, byte[] content, String id, String yaml, int sentences)
            throws IOException {
        String name = "reports/" + id + ".yaml";
        Path report = folder.resolve(name);
        if (Files.exists(report)) {
            throw new IOException(
                    "got " + name
                            + ", which exists, expected a new report (delete that file to make it anew, or give another name with --id)");
        }
        Path kept = folder.resolve(OwnTexts.FOLDER).resolve(id + ".txt");
        keep(file, content, kept);
        Files.createDirectories(report.getParent());
        AtomicFile.write(report, yaml.getBytes(StandardCharsets.UTF_8));
        return new Added(name, OwnTexts.FOLDER + "/" + id + ".txt", sentences, stated(), language);
    }

    private static SourceText source(Path file, byte[] content) throws IOException {
        SourceText text;
        try {
            text = SourceText.of(file.toString(), content);
        } catch (CharacterCodingException e) {
            throw new IOException("got " + file + ", whose bytes are not UTF-8, expected a text in UTF-8", e);
        }
        if (text.normalised().length() == 0 || text.raw().indexOf('\0') >= 0) {
            throw new IOException("got " + file + ", which is empty or binary, expected a text");
        }
        return text;
    }

    private static void keep(Path file, byte[] content, Path kept) throws IOException {
        if (Files.exists(kept)) {
            if (!Files.isSameFile(kept, file) && !Arrays.equals(Files.readAllBytes(kept), content)) {
                throw new IOException("got " + kept + ", which is another text, expected none of this name");
            }
            return;
        }
        OwnTexts.ignore(kept.getParent());
        AtomicFile.write(kept, content);
    }

    /** An id made of a file's name, in Latin letters: "Дніпро-Вісті.txt" is dnipro-visti. */
    public static String idOf(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String id = Slug.of(name);
        return id.isEmpty() ? "report" : id;
    }

    private List<String> stated() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", facts.title());
        fields.put("author", facts.author());
        fields.put("dateline", facts.dateline());
        fields.put("date", facts.date());
        fields.put("url", facts.url());
        return fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String head(String comment, boolean schema) {
        String agency = facts.agency() == null ? "" : "   # the text has (" + facts.agency() + ")";
        StringBuilder out = new StringBuilder();
        out.append(schema ? "# yaml-language-server: $schema=../schema/report.json\n" : "");
        out.append(comment);
        out.append("label: ").append(quoted(label())).append("   # what readers see: only from what the text states\n");
        out.append("language: ").append(language).append('\n');
        out.append("title: ").append(orNull(facts.title())).append('\n');
        out.append("publisher: null").append(agency).append('\n');
        out.append("author: ").append(orNull(facts.author())).append('\n');
        out.append("credit: null\n");
        out.append("dateline: ").append(orNull(facts.dateline())).append('\n');
        out.append("date: ")
                .append(orNull(Objects.toString(facts.date(), null)))
                .append('\n');
        out.append("url: ").append(orNull(facts.url())).append('\n');
        out.append("cites: []\n");
        out.append("text:\n  sha256: \"").append(text.sha256()).append("\"\n");
        out.append("  length: ").append(text.normalised().length()).append('\n');
        return out.toString();
    }

    private String label() {
        // Day first, as on all pages.
        Locale locale = labelLanguage.equals("en") ? Locale.UK : Locale.forLanguageTag(labelLanguage);
        Stream<String> date = Stream.ofNullable(facts.date())
                .map(day -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(day));
        String label = Stream.of(Stream.ofNullable(facts.agency()), Stream.ofNullable(facts.dateline()), date)
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
        return label.isEmpty() ? text.file().replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.[^.]*$", "") : label;
    }

    private List<Sentence> sentences() {
        QuoteFinder finder = new QuoteFinder(text);
        Map<String, Integer> seen = new HashMap<>();
        List<Sentence> sentences = new ArrayList<>();
        for (String paragraph : paragraphs()) {
            for (String sentence : split(paragraph)) {
                String normalised = NormalisedText.of(sentence).value();
                List<Integer> there = finder.find(normalised);
                int nth = seen.merge(normalised, 1, Integer::sum);
                if (there.size() >= nth && !sentence.equals(facts.title())) {
                    int offset = text.normalised().value().codePointCount(0, there.get(nth - 1));
                    sentences.add(new Sentence(sentence, nth, there.size(), offset));
                }
            }
        }
        return sentences;
    }

    /** Without titles, datelines and dates, which stand before the first sentence and end like none. */
    private static List<Sentence> prose(List<Sentence> all) {
        return IntStream.range(0, all.size())
                .filter(i -> ENDED.matcher(all.get(i).quote()).find())
                .mapToObj(first -> all.subList(first, all.size()))
                .findFirst()
                .orElse(all);
    }

    private String commented(Sentence sentence) {
        return "  # - quote: " + quoted(sentence.quote()) + "\n"
                + (sentence.times() > 1 ? "  #   nth: " + sentence.nth() + "\n" : "")
                + places(sentence.quote());
    }

    /** Divided by blank lines, and behind lines that are shorter than those of a wrapped text. */
    private List<String> paragraphs() {
        int longest = text.raw().lines().mapToInt(String::length).max().orElse(0);
        String opening = facts.opening();
        String raw = opening == null ? text.raw() : text.raw().replaceFirst(Pattern.quote(opening), "");
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : raw.lines().toList()) {
            boolean goesOn =
                    !line.isBlank() && Character.isLowerCase(line.strip().codePointAt(0));
            boolean ended = paragraph.length() > 0
                    && paragraph.length() - paragraph.lastIndexOf("\n", paragraph.length() - 2) < longest * WRAPPED;
            if (line.isBlank() || ended && !goesOn) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(line).append('\n');
        }
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }

    private List<String> split(String paragraph) {
        String joined = DIVIDED.matcher(paragraph.replace("\u00AD", "")).replaceAll("");
        String line = joined.replaceAll("[\\s\\p{Z}]+", " ").strip();
        // With the abbreviations after which no sentence ends.
        BreakIterator breaks = BreakIterator.getSentenceInstance(new ULocale(language + "@ss=standard"));
        breaks.setText(line);
        List<String> found = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String sentence = line.substring(from, to).strip();
            // Speech of several sentences stays whole.
            if (to < line.length() && opensSpeech(sentence)) {
                continue;
            }
            from = to;
            if (LETTERS.matcher(sentence).find() && !sentence.matches("https?://\\S+")) {
                found.add(sentence);
            }
        }
        return found;
    }

    private static boolean opensSpeech(String sentence) {
        return count(sentence, '“') > count(sentence, '”')
                || count(sentence, '«') > count(sentence, '»')
                || count(sentence, '"') % 2 == 1;
    }

    private static long count(String text, char c) {
        return text.chars().filter(there -> there == c).count();
    }

    private String places(String sentence) {
        String places = features.stream()
                .map(feature -> named(feature, sentence)
                        .map(words -> "{id: " + feature.id() + ", words: " + quoted(words) + "}"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : "  #   places: [" + places + "]\n";
    }

    /** The words of a sentence that are a name, with its own hyphens and apostrophes; of several words, in any capitals. */
    private static Optional<String> asWritten(String name, String sentence) {
        boolean several = name.matches(".*[\\s'’-].*");
        return WholeWordFinder.find(folded(sentence, several), folded(name, several)).stream()
                .findFirst()
                .map(at -> sentence.substring(at, at + name.length()));
    }

    /** Keeps each character's position. */
    private static String folded(String text, boolean capitals) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.setCharAt(
                    i,
                    switch (c) {
                        case '\u2010', '\u2011' -> '-';
                        case '‘', '’' -> '\'';
                        case '\u00A0', '\u202F' -> ' ';
                        default -> capitals ? Character.toLowerCase(c) : c;
                    });
        }
        return folded.toString();
    }

    /** The longest of a feature's names that stands in a sentence. */
    private static Optional<String> named(Feature feature, String sentence) {
        return Stream.concat(feature.name().byLanguage().values().stream(), feature.altNames().stream())
                .flatMap(name -> asWritten(name, sentence).stream())
                .max(Comparator.comparingInt(String::length));
    }

    private static String orNull(@Nullable String text) {
        return text == null ? "null" : quoted(text);
    }

    /** A text as YAML writes it in one line. */
    public static String quoted(String text) {
        return text.contains("\"") || text.contains("\\") ? "'" + text.replace("'", "''") + "'" : "\"" + text + "\"";
    }
}
