package org.dateline.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dateline.catalog.FigureReader;
import org.dateline.catalog.FigureReader.Figure;
import org.dateline.model.Measure;
import org.dateline.model.Party;
import org.dateline.model.Vagueness;
import org.dateline.model.Value;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the figures that sentences give for a catalog's measures, and who gives them. The rules are the same for all
 * languages, their words are those of {@code ingest/claims_LANGUAGE.properties}: a figure counts what the nearest word
 * says, one behind it rather than one before; it is said by the subject of the sentence's verb of speech, and a pronoun
 * stands for whoever spoke before.
 */
final class ClaimFinder {

    /** How far a word that says what is counted may stand from its figure, in characters. */
    private static final int FAR = 70;

    /** A word before the figure says less than one behind it. */
    private static final int BEFORE = 20;

    /** A measure for which two words are there ("hostages killed") is meant rather than one with one. */
    private static final int TWO_WORDS = 40;

    /** How far the noun of a number may stand behind it. */
    private static final int NOUN = 25;

    private static final int LONGEST_SPEAKER = 60;

    private final Words words;
    private final FigureReader figures;

    /** For each measure, lists of words of which one each must stand beside the figure. */
    private final Map<Measure, List<Set<String>>> cues = new LinkedHashMap<>();

    private final Map<String, Party> parties = new LinkedHashMap<>();

    /**
     * A figure with what it counts.
     *
     * @param who        the words of the sentence that say who or what is counted; empty if it does not say
     * @param party      the id of a party of the catalog; null if it has none by the name
     * @param partyWords who says it, in the text's words; null if the report itself does
     * @param sure       how probable it is that figure, measure and party are right
     */
    record Found(
            Figure figure,
            Measure measure,
            String who,
            @Nullable String party,
            @Nullable String partyWords,
            double sure,
            String why) {}

    ClaimFinder(String language, Collection<Measure> measures, Collection<Party> parties) {
        this.words = Words.of("claims", language);
        this.figures = FigureReader.in(language);
        measures.forEach(measure -> cues.put(measure, cues(measure)));
        for (Party party : parties) {
            party.name()
                    .byLanguage()
                    .values()
                    .forEach(name -> Stream.of(name.split("[()]"))
                            .map(String::strip)
                            .filter(part -> part.length() > 2)
                            .forEach(part -> this.parties.putIfAbsent(lower(withoutArticle(part)), party)));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String withoutArticle(String name) {
        return name.replaceFirst("^(?:The|the|A|An|a|an) ", "");
    }

    /** The lists named in a measure's id; else those that have a word of its label; else the label's own words. */
    private List<Set<String>> cues(Measure measure) {
        List<Set<String>> named = Stream.of(measure.id().split("-"))
                .map(words::list)
                .filter(list -> !list.isEmpty())
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        Set<String> label = new LinkedHashSet<>();
        measure.label()
                .byLanguage()
                .values()
                .forEach(text -> label.addAll(List.of(lower(text).split("[^\\p{L}\\p{M}]+"))));
        return words.names().stream()
                .filter(name -> !Set.of(
                                "units",
                                "speech",
                                "no_speech",
                                "according",
                                "pronouns",
                                "relative",
                                "stops",
                                "adverbs",
                                "no_numbers")
                        .contains(name))
                .map(words::list)
                .filter(list -> list.stream().anyMatch(label::contains))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> {
                    label.removeIf(word -> word.length() < 4 || words.is("stops", word));
                    return label.isEmpty() ? List.of() : List.of(label);
                });
    }

    /** The claims of each sentence; the sentences are those of one text in its order. */
    List<List<Found>> find(List<String> sentences) {
        List<List<Found>> all = new ArrayList<>();
        @Nullable Speaker last = null;
        for (String sentence : sentences) {
            @Nullable Speaker speaker = words.known() ? speaker(sentence, last) : null;
            List<Found> found = words.known() ? find(sentence, speaker) : List.of();
            all.add(found);
            last = speaker == null ? last : speaker;
        }
        return all;
    }

    private List<Found> find(String sentence, @Nullable Speaker speaker) {
        String lower = lower(sentence);
        List<Figure> read = figures.read(sentence);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < read.size() && lower.length() == sentence.length(); i++) {
            Figure figure = read.get(i);
            int from = i == 0 ? 0 : read.get(i - 1).end();
            int to = i + 1 == read.size() ? lower.length() : read.get(i + 1).start();
            if (isUnit(lower, figure) || isNoFigure(figure)) {
                continue;
            }
            @Nullable Best best = best(lower, figure, from, to);
            if (best != null) {
                found.add(new Found(
                        figure,
                        best.measure,
                        who(sentence, figure, to),
                        speaker == null || speaker.party == null ? null : speaker.party.id(),
                        speaker == null ? null : speaker.words,
                        best.cost < FAR / 2 ? 0.85 : 0.7,
                        "\"" + best.word + "\" stands " + (best.after ? "behind" : "before") + " the number"
                                + (speaker == null ? "; no speaker is named" : "; \"" + speaker.words + "\" says it")));
            }
        }
        return found;
    }

    /** "All hostages will be executed" and "both" give no number. */
    private boolean isNoFigure(Figure figure) {
        return figure.value() instanceof Value.Vague(var word) && word == Vagueness.ALL
                || words.is("no_numbers", lower(figure.words()));
    }

    private boolean isUnit(String lower, Figure figure) {
        String rest = lower.substring(figure.end());
        String before = lower.substring(0, figure.start());
        if (rest.matches("(?s)\\s?[%°$€£].*") || before.matches("(?s).*[$€£]\\s?$|.*\\b(?:rs|us)\\.?\\s?$")) {
            return true;
        }
        String stripped = rest.replaceFirst("^[-\\s\\u00A0]+", "");
        return words.list("units").stream()
                .anyMatch(unit -> stripped.startsWith(unit)
                        && (stripped.length() == unit.length()
                                || !Character.isLetter(stripped.codePointAt(unit.length()))));
    }

    private record Best(Measure measure, int cost, String word, boolean after) {}

    private @Nullable Best best(String lower, Figure figure, int from, int to) {
        @Nullable Best best = null;
        for (Map.Entry<Measure, List<Set<String>>> entry : cues.entrySet()) {
            @Nullable Best worst = null;
            for (Set<String> list : entry.getValue()) {
                @Nullable Best nearest = nearest(entry.getKey(), list, lower, figure, from, to);
                // Of two words, the noun stands right behind its number: "killed 20 militants", not "militants killed
                // 20".
                boolean noun =
                        entry.getValue().size() > 1 && list == entry.getValue().getFirst();
                if (nearest == null || noun && (!nearest.after || nearest.cost > NOUN)) {
                    worst = null;
                    break;
                }
                worst = worst != null && worst.cost > nearest.cost ? worst : nearest;
            }
            if (worst != null) {
                int cost = worst.cost - (entry.getValue().size() - 1) * TWO_WORDS;
                best = best == null || cost < best.cost ? new Best(worst.measure, cost, worst.word, worst.after) : best;
            }
        }
        return best;
    }

    private static @Nullable Best nearest(
            Measure measure, Set<String> list, String lower, Figure figure, int from, int to) {
        @Nullable Best best = null;
        for (String word : list) {
            for (int at : WholeWordFinder.find(lower, word)) {
                boolean after = at >= figure.end();
                int distance = after ? at - figure.end() : figure.start() - at - word.length();
                // "killed 20 and wounded 12": the verb right before the next figure is that one's.
                boolean next = after
                        && to < lower.length()
                        && at + word.length() <= to
                        && lower.substring(at + word.length(), to).isBlank();
                boolean near = !next && distance >= 0 && distance <= FAR && at >= from && at + word.length() <= to;
                int cost = distance + (after ? 0 : BEFORE);
                if (near && (best == null || cost < best.cost)) {
                    best = new Best(measure, cost, word, after);
                }
            }
        }
        return best;
    }

    /** The noun phrase behind the figure: "soldiers", "other passengers". */
    private String who(String sentence, Figure figure, int to) {
        String rest = sentence.substring(figure.end(), to);
        StringBuilder who = new StringBuilder();
        int taken = 0;
        for (String part : rest.split("(?<=\\s)")) {
            String word = part.strip();
            String bare = word.replaceFirst("[,.;:!?\"”’)]+$", "");
            if (word.isEmpty()) {
                continue;
            }
            boolean noun = bare.matches("[\\p{L}\\p{M}'’-]+")
                    && !words.is("stops", lower(bare))
                    && words.names().stream()
                            .filter(name -> !name.equals("attackers") && !name.equals("hostages"))
                            .noneMatch(name -> words.is(name, lower(bare)));
            if (!noun || taken == 4) {
                break;
            }
            who.append(who.isEmpty() ? "" : " ").append(bare);
            taken++;
            if (!bare.equals(word)) {
                break;
            }
        }
        return who.toString();
    }

    /** Who speaks in a sentence. */
    private record Speaker(String words, @Nullable Party party) {}

    private @Nullable Speaker speaker(String sentence, @Nullable Speaker last) {
        String lower = lower(sentence);
        for (String no : words.list("no_speech")) {
            lower = lower.replace(no, "#".repeat(no.length()));
        }
        if (lower.length() != sentence.length()) {
            return null;
        }
        for (String according : words.list("according")) {
            for (int at : WholeWordFinder.find(lower, according)) {
                String rest = sentence.substring(at + according.length()).strip();
                // In Urdu it stands behind the speaker.
                String named = rest.isEmpty() || according.startsWith("\u06A9\u06D2")
                        ? lastPart(sentence.substring(0, at))
                        : firstPart(rest);
                return named(named, named, last);
            }
        }
        int verb = -1;
        String said = "";
        for (String word : words.list("speech")) {
            for (int at : WholeWordFinder.find(lower, word)) {
                if (verb < 0 || at < verb) {
                    verb = at;
                    said = word;
                }
            }
        }
        if (verb < 0) {
            return null;
        }
        String before = sentence.substring(0, verb).strip();
        if (before.isEmpty() || before.matches("(?s).*[\"”’»,]$") && !isRelative(before)) {
            String named = firstPart(sentence.substring(verb + said.length()).strip());
            return named(named, named, last);
        }
        return named(before, subject(before), last);
    }

    /** A clause such as "which seeks independence," between a subject and its verb. */
    private boolean isRelative(String before) {
        return Stream.of(before.split(","))
                .skip(1)
                .anyMatch(part -> words.list("relative").stream()
                        .anyMatch(word -> lower(part.strip()).startsWith(word + " ")));
    }

    private String subject(String before) {
        String[] parts = before.split("[,;\u2014:\"\u201C\u201D]");
        for (int i = parts.length - 1; i >= 0; i--) {
            String part = parts[i].strip();
            boolean relative =
                    words.list("relative").stream().anyMatch(word -> lower(part).startsWith(word + " "));
            if (relative && i > 0) {
                return parts[0].strip();
            }
            if (!part.isEmpty()) {
                return part;
            }
        }
        return before;
    }

    private static String firstPart(String text) {
        return text.split("[,.;\u2014:\"\u201C\u201D(\u06D4]", 2)[0].strip();
    }

    private static String lastPart(String text) {
        String[] parts = text.split("[,.;\u2014:\"\u201C\u201D(\u060C\u06D4]");
        return parts.length == 0 ? "" : parts[parts.length - 1].strip();
    }

    /**
     * @param where the words in which a party of the catalog may be named
     * @param given the words that name the speaker
     */
    private @Nullable Speaker named(String where, String given, @Nullable Speaker last) {
        String named = given;
        while (words.is("adverbs", lower(named.substring(named.lastIndexOf(' ') + 1)))) {
            named = named.substring(0, Math.max(0, named.lastIndexOf(' ')));
        }
        String lower = lower(named);
        if (words.is("stops", lower)) {
            return null;
        }
        if (named.isEmpty() || words.is("pronouns", lower)) {
            return last;
        }
        @Nullable Party longest = null;
        int length = 0;
        for (String text : List.of(lower, lower(where))) {
            for (Map.Entry<String, Party> party : parties.entrySet()) {
                if (party.getKey().length() > length
                        && !WholeWordFinder.find(text, party.getKey()).isEmpty()) {
                    longest = party.getValue();
                    length = party.getKey().length();
                }
            }
            if (longest != null) {
                break;
            }
        }
        return new Speaker(
                named.length() <= LONGEST_SPEAKER ? named : named.substring(0, named.lastIndexOf(' ', LONGEST_SPEAKER)),
                longest);
    }
}
