package org.dateline.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

    /** What is longer is no sentence, in characters. */
    private static final int LONGEST = 3000;

    /** How many words two figures of a list may stand apart. */
    private static final int LIST = 4;

    /** How many words behind a house's number its street's kind may stand. */
    private static final int STREET = 3;

    /** How many words behind a number may be its noun. */
    private static final int NOUNS = 3;

    /** How many words other than "at" and "stands" may stand between a word and a figure behind it. */
    private static final int UNLINKED = 2;

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
                    .forEach(name -> names(name)
                            .map(String::strip)
                            .filter(part -> part.length() > 2)
                            .forEach(part -> this.parties.putIfAbsent(lower(withoutArticle(part)), party)));
        }
    }

    /** A name and those in brackets behind it, such as "(BLA)"; words like "(invented)" are no name. */
    private static Stream<String> names(String name) {
        String[] parts = name.split("[()]");
        return Stream.concat(
                Stream.of(parts).limit(1),
                Stream.of(parts).skip(1).filter(part -> part.chars().anyMatch(Character::isUpperCase)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String withoutArticle(String name) {
        return name.replaceFirst("^(?:The|the|A|An|a|an) ", "");
    }

    /**
     * The lists named in a measure's id; else the one that its label has a word of, in the label's own language; else the
     * label's words.
     */
    private List<Set<String>> cues(Measure measure) {
        List<Set<String>> named = Stream.of(measure.id().split("-"))
                .filter(this::counts)
                .map(words::list)
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        Map<String, String> labels = measure.label().byLanguage();
        return labels.entrySet().stream()
                .flatMap(label -> Words.of("claims", label.getKey()).with(labelWords(label.getValue())))
                .filter(this::counts)
                .findFirst()
                .map(list -> List.of(words.list(list)))
                .orElseGet(() -> {
                    Set<String> own = new LinkedHashSet<>();
                    labels.values().forEach(label -> own.addAll(labelWords(label)));
                    own.removeIf(word -> word.length() < 4 || words.is("stops", word));
                    return own.isEmpty() ? List.of() : List.of(own);
                });
    }

    private static List<String> labelWords(String label) {
        return List.of(lower(label).split("[^\\p{L}\\p{M}]+"));
    }

    /** Whether a list of words says what is counted, and does not serve the grammar. */
    private boolean counts(String list) {
        return words.is("measures", list) && !words.list(list).isEmpty();
    }

    /** The claims of each sentence; the sentences are those of one text in its order. */
    List<List<Found>> find(List<String> sentences) {
        List<List<Found>> all = new ArrayList<>();
        Set<String> absent = absent(sentences);
        @Nullable Speaker last = null;
        for (String sentence : sentences) {
            String lower = masked(sentence);
            if (sentence.length() > LONGEST || !words.known() || lower.length() != sentence.length()) {
                all.add(List.of());
                continue;
            }
            List<Figure> read = figures.read(sentence);
            List<Said> said = said(sentence, lower, read, last);
            all.add(find(sentence, lower, read, said, absent));
            last = said.isEmpty() ? last : said.getLast().speaker;
        }
        return all;
    }

    /** Whether a sentence says that its report could not check the figures of others. */
    boolean verifiesNothing(String sentence) {
        String lower = lower(sentence);
        return Stream.of("not_verified", "not_verified_of")
                .allMatch(list -> words.list(list).stream()
                        .anyMatch(word -> !WholeWordFinder.find(lower, word).isEmpty()));
    }

    /** Words that count only in a text that has others beside them: "cases" where there is a disease. */
    private Set<String> absent(List<String> sentences) {
        String text = lower(String.join(" ", sentences));
        Set<String> absent = new LinkedHashSet<>();
        words.names().stream().filter(name -> name.endsWith("_if")).forEach(name -> {
            if (words.list(name).stream()
                    .allMatch(word -> WholeWordFinder.find(text, word).isEmpty())) {
                absent.addAll(words.list(name.replace("_if", "_then")));
            }
        });
        return absent;
    }

    /** In lower case, with the phrases blotted out that only look as if they said something of a number. */
    private String masked(String sentence) {
        String lower = lower(sentence);
        for (String no : words.list("no_speech")) {
            // "Murder charges" begins with "murder charge".
            for (int at = lower.indexOf(no); at >= 0; at = lower.indexOf(no, at + 1)) {
                if (at == 0 || !Character.isLetter(lower.charAt(at - 1))) {
                    lower = lower.substring(0, at) + "#".repeat(no.length()) + lower.substring(at + no.length());
                }
            }
        }
        return lower;
    }

    private List<Found> find(String sentence, String lower, List<Figure> read, List<Said> said, Set<String> absent) {
        @Nullable Best[] best = new @Nullable Best[read.size()];
        for (int i = 0; i < best.length; i++) {
            int from = i == 0 ? 0 : read.get(i - 1).end();
            int to = i + 1 == best.length ? lower.length() : read.get(i + 1).start();
            best[i] = isUnit(lower, read.get(i)) || isNoFigure(lower, read.get(i)) || isName(sentence, read.get(i))
                    ? null
                    : best(lower, read.get(i), from, to, absent);
            Best one = best[i];
            if (one != null && isThings(lower, read.get(i)) && !words.is("destroyed", one.word)) {
                best[i] = null;
            }
        }
        share(lower, read, best);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < best.length; i++) {
            @Nullable Best one = best[i];
            if (one != null) {
                Figure figure = read.get(i);
                int to = i + 1 == best.length ? lower.length() : read.get(i + 1).start();
                @Nullable Speaker speaker = speaker(figure, said);
                found.add(new Found(
                        figure,
                        one.measure,
                        who(sentence, figure, to),
                        speaker == null || speaker.party == null ? null : speaker.party.id(),
                        speaker == null ? null : speaker.words,
                        one.cost < FAR / 2 ? 0.85 : 0.7,
                        "\"" + one.word + "\" stands " + (one.after ? "behind" : "before") + " the number"
                                + (speaker == null ? "; no speaker is named" : "; \"" + speaker.words + "\" says it")));
            }
        }
        return found;
    }

    /** "Two soldiers and 16 gunmen were killed", "killed 13 soldiers and 4 civilians": one word counts both. */
    private void share(String lower, List<Figure> read, @Nullable Best[] best) {
        for (int i = best.length - 2; i >= 0; i--) {
            Best next = best[i + 1];
            if (best[i] == null && next != null && next.after && isListed(lower, read, i)) {
                best[i] = next;
            }
        }
        for (int i = 1; i < best.length; i++) {
            Best previous = best[i - 1];
            if (best[i] == null && previous != null && !previous.after && isListed(lower, read, i - 1)) {
                best[i] = previous;
            }
        }
    }

    /** Whether nothing but a noun, a comma and "and" stands between a figure and the next one, and both count people. */
    private boolean isListed(String lower, List<Figure> read, int i) {
        String between = lower.substring(read.get(i).end(), read.get(i + 1).start());
        List<String> parts = List.of(between.strip().split("[\\s,]+"));
        boolean joined = !between.matches("(?s).*\\d.*")
                && (between.strip().endsWith(",") || words.is("joiners", parts.getLast()));
        return joined
                && parts.size() <= LIST
                && parts.stream().noneMatch(part -> words.is("stops", part) && !words.is("joiners", part))
                && Stream.of(read.get(i), read.get(i + 1))
                        .noneMatch(one -> isUnit(lower, one) || isNoFigure(lower, one) || isThings(lower, one));
    }

    /** "All hostages will be executed", "one of his aides", "Lane, 77, of Hill Street" and "in two cases" give no number. */
    private boolean isNoFigure(String lower, Figure figure) {
        String before = lower.substring(0, figure.start());
        String after = lower.substring(figure.end());
        String figureWords = lower(figure.words());
        boolean number = figure.value() instanceof Value.Figure;
        // "Aged 15 and 17".
        String counted = before.replaceFirst("(?:\\d+,? )+(?:\\p{L}{1,3} )?$", "");
        return figure.value() instanceof Value.Vague(var word) && (word == Vagueness.ALL || word == Vagueness.SEVERAL)
                // "A 2009-born cow", "1 877 855-3222", "one person a year".
                || after.matches("(?s)[-\u2010\u2011](?:\\p{L}|\\d).*") && number
                || words.list("rates").stream().anyMatch(rate -> after.matches("(?s)(?: \\p{L}+)? " + rate + "\\b.*"))
                || number && ((Value.Figure) figure.value()).number() == 0
                || words.is("no_numbers", figureWords)
                || words.list("no_numbers").stream().anyMatch(no -> (figureWords + after).startsWith(no + " "))
                || number && before.matches("(?s).*[\\p{L}.\u201D\"], $") && after.matches("(?s)[,;.)].*")
                || before.matches("(?s).*(?:\\p{L}[-\u2010\u2011]|\\(|#)$")
                        && after.matches("(?s)(?:\\)|[^\\p{L}]*$).*")
                || before.matches("(?s).*\\p{L}[-\u2010\u2011]$")
                || words.list("no_before").stream().anyMatch(no -> (" " + counted).endsWith(" " + no + " "));
    }

    /** "A 2006 Dodge truck", "Six Flags". */
    private static boolean isName(String sentence, Figure figure) {
        String after = sentence.substring(figure.end());
        boolean capital = after.matches("(?s) \\p{Lu}\\p{Ll}.*");
        return capital
                && (figure.words().matches("(?:19|20)\\d\\d")
                        || figure.start() > 0
                                && Character.isUpperCase(figure.words().codePointAt(0)));
    }

    private boolean isUnit(String lower, Figure figure) {
        String rest = lower.substring(figure.end());
        String before = lower.substring(0, figure.start());
        if (rest.matches("(?s)\\s?[%°$€£].*") || before.matches("(?s).*[$€£]\\s?$|.*\\b(?:rs|us)\\.?\\s?$")) {
            return true;
        }
        String stripped = rest.replaceFirst("^[-\\s\\u00A0]+", "");
        if (words.list("units").stream()
                .anyMatch(unit -> stripped.startsWith(unit)
                        && (stripped.length() == unit.length()
                                || !Character.isLetter(stripped.codePointAt(unit.length()))))) {
            return true;
        }
        return figure.value() instanceof Value.Figure && isStreet(rest);
    }

    /** Whether a figure counts things or animals. */
    private boolean isThings(String lower, Figure figure) {
        String stripped = lower.substring(figure.end()).replaceFirst("^(?:[-\\s\\u00A0]|of )+", "");
        // The noun of the number is the last one before a verb, or a plural: "two red cars", not "two drug dealers".
        String[] behind = stripped.split("\\s+", NOUNS + 1);
        for (int i = 0; i < Math.min(NOUNS, behind.length); i++) {
            String bare = behind[i].replaceFirst("[,.;:!?\"\u201D\u2019)]+$", "");
            boolean last = !bare.equals(behind[i]) || i + 1 == behind.length || isEnd(behind[i + 1]);
            boolean plural = bare.endsWith("s") && words.is("no_people", bare.substring(0, bare.length() - 1));
            if (plural || (last || bare.endsWith("s")) && words.is("no_people", bare)) {
                return true;
            }
            if (last || isEnd(bare)) {
                return false;
            }
        }
        return false;
    }

    private boolean isEnd(String word) {
        String bare = word.replaceFirst("[,.;:!?\"\u201D\u2019)]+$", "");
        return words.is("stops", bare) || isCue(bare);
    }

    /** "6016 Dublin Road", "the 3200 block". */
    private boolean isStreet(String rest) {
        return Stream.of(rest.strip().split("\\s+", STREET + 1))
                .limit(STREET)
                .anyMatch(word -> words.is("streets", word.replaceFirst("[,.;:]+$", "")));
    }

    private boolean isCue(String word) {
        return words.list("measures").stream().anyMatch(list -> words.is(list, word));
    }

    private record Best(Measure measure, int cost, String word, boolean after) {}

    private @Nullable Best best(String lower, Figure figure, int from, int to, Set<String> absent) {
        @Nullable Best best = null;
        for (Map.Entry<Measure, List<Set<String>>> entry : cues.entrySet()) {
            @Nullable Best worst = null;
            for (Set<String> list : entry.getValue()) {
                @Nullable Best nearest = nearest(entry.getKey(), list, lower, figure, from, to, absent);
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

    private @Nullable Best nearest(
            Measure measure, Set<String> list, String lower, Figure figure, int from, int to, Set<String> absent) {
        @Nullable Best best = null;
        for (String word : list) {
            for (int at : absent.contains(word) ? List.<Integer>of() : WholeWordFinder.find(lower, word)) {
                boolean after = at >= figure.end();
                int end = at + word.length();
                int distance = after ? at - figure.end() : figure.start() - end;
                // "killed 20 and wounded 12": the verb right before the next figure is that one's.
                boolean next = after
                        && to < lower.length()
                        && end <= to
                        && lower.substring(end, to).isBlank();
                // "14 fatalities and 35 others": the noun right behind the figure before is that one's.
                boolean previous = !after
                        && from > 0
                        && at >= from
                        && lower.substring(from, at).isBlank();
                boolean near = !next && !previous && distance >= 0 && distance <= FAR && at >= from && end <= to;
                int cost = distance + (after ? 0 : BEFORE);
                boolean supposed = words.is("bases", word)
                        && words.is("modals", lastWord(lower.substring(0, at).strip()));
                if (near
                        && !supposed
                        && !(after && isPlace(lower, figure, at))
                        && (best == null || cost < best.cost)
                        && (after
                                ? isSaidOf(lower.substring(figure.end(), at))
                                : isLinked(lower.substring(end, figure.start())))) {
                    best = new Best(measure, cost, word, after);
                }
            }
        }
        return best;
    }

    /** "16 people from 2 villages were killed": the second number is not that of the verb. */
    private boolean isPlace(String lower, Figure figure, int verb) {
        return words.is(
                        "prepositions",
                        lastWord(lower.substring(0, figure.start()).strip()))
                && Stream.of(lower.substring(figure.end(), verb).split("[^\\p{L}]+"))
                        .anyMatch(word -> words.is("auxiliaries", word));
    }

    /** Whether the words between a figure and one behind it let that be said of the figure: "12 people in a bus died". */
    private boolean isSaidOf(String between) {
        return !between.matches("(?s).*[;:].*")
                && Stream.of(between.split("[^\\p{L}\\p{M}']+")).noneMatch(word -> words.is("others", word));
    }

    /** Whether hardly more than "at", "stands at" or "rose to" stands between a word and a figure behind it. */
    private boolean isLinked(String between) {
        List<String> parts = Stream.of(between.strip().split("[\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        return !between.matches("(?s).*[.;,].*")
                && parts.stream().noneMatch(part -> words.is("others", part.replaceAll("[^\\p{L}\\p{M}']", "")))
                && parts.stream().filter(part -> !words.is("links", part)).count() <= UNLINKED;
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

    /** Who speaks. */
    private record Speaker(String words, @Nullable Party party) {}

    /**
     * Words of a sentence that say who says something.
     *
     * @param start   where they begin; {@code end} is where they end
     * @param forward whether they speak of what follows only ("said that"), not of what stands before them
     */
    private record Said(int start, int end, boolean forward, Speaker speaker) {}

    /** The nearest speaker before a figure says it; if there is none, the next one behind it. */
    private static @Nullable Speaker speaker(Figure figure, List<Said> said) {
        return said.stream()
                .filter(one -> one.end <= figure.start())
                .reduce((_, later) -> later)
                .or(() -> said.stream()
                        .filter(one -> one.start >= figure.end() && !one.forward)
                        .findFirst())
                .map(Said::speaker)
                .orElse(null);
    }

    /** All that a sentence says of who speaks, in its order. */
    private List<Said> said(String sentence, String lower, List<Figure> read, @Nullable Speaker last) {
        List<Said> said = new ArrayList<>();
        for (String according : words.list("according")) {
            for (int at : WholeWordFinder.find(lower, according)) {
                int end = at + according.length();
                String rest = withoutVerb(sentence.substring(end).strip());
                // In Urdu it stands behind the speaker.
                boolean behind = rest.isEmpty() || words.is("behind", according);
                String named = behind ? lastPart(sentence.substring(0, at)) : cut(firstPart(rest));
                @Nullable Speaker speaker = named(named, named, last);
                if (speaker != null) {
                    int from = behind ? Math.max(0, at - named.length() - 1) : at;
                    int length = behind ? 0 : sentence.indexOf(named, end) + named.length() - end;
                    said.add(new Said(from, end + Math.max(0, length), false, speaker));
                }
            }
        }
        for (String word : words.list("speech")) {
            for (int at : WholeWordFinder.find(lower, word)) {
                @Nullable Said one = said(sentence, lower, at, word, read, last);
                boolean taken = one == null || said.stream().anyMatch(other -> other.start <= at && at < other.end);
                if (!taken) {
                    said.add(one);
                }
            }
        }
        said.sort(Comparator.comparingInt(Said::start));
        return said;
    }

    private @Nullable Said said(
            String sentence, String lower, int at, String verb, List<Figure> read, @Nullable Speaker last) {
        int end = at + verb.length();
        String before = sentence.substring(0, at).strip();
        String after = lower.substring(end).strip();
        String previous = lastWord(lower(before));
        String next = firstWord(after);
        boolean figureBefore = read.stream().anyMatch(figure -> figure.end() == before.length());
        // "Were reported", "400 confirmed cases", "confirmed dead", "reports said", "claims of", "United States".
        if (words.is("passives", previous)
                || words.is("speech", previous) && verb.endsWith("ed")
                || words.is("articles", previous)
                || figureBefore
                || words.is("speech", next)
                || words.list("no_said").stream()
                        .anyMatch(no -> !WholeWordFinder.find(after, no).isEmpty() && after.startsWith(no))
                || isCue(next)
                || !before.isEmpty() && Character.isUpperCase(sentence.charAt(at))) {
            return null;
        }
        boolean quoted = before.matches("(?s).*[\"\u201D\u2019\u00BB],?$");
        String clause = clause(before, read);
        boolean counted = read.stream()
                .anyMatch(figure ->
                        figure.end() <= before.length() && figure.start() >= before.length() - clause.length());
        String behind = withoutVerb(firstPart(sentence.substring(end).strip()));
        boolean free = read.stream()
                .noneMatch(figure ->
                        figure.start() >= end && figure.start() < sentence.indexOf(behind, end) + behind.length());
        // ", said a teacher", "died reports the ministry": a name or a noun with its article, and no figure in it.
        boolean name = !behind.isEmpty()
                && (Character.isUpperCase(behind.codePointAt(0)) || words.is("the", firstWord(lower(behind))));
        if (free && name && !words.is("that", next) && (before.isEmpty() || quoted || counted)) {
            String named = cut(behind);
            @Nullable Speaker speaker = named(named, named, last);
            if (speaker != null) {
                return new Said(at, sentence.indexOf(named, end) + named.length(), false, speaker);
            }
        }
        if (before.isEmpty()) {
            return null;
        }
        String subject = subject(clause);
        @Nullable Speaker speaker = named(clause, subject, last);
        int start = Math.max(0, before.lastIndexOf(subject));
        return speaker == null ? null : new Said(start, end, words.is("that", next), speaker);
    }

    /** Without what follows "as saying" or "who". */
    private String cut(String named) {
        int to = named.length();
        String lower = lower(named);
        for (String word : words.list("cuts")) {
            to = WholeWordFinder.find(lower, word).stream().filter(at -> at > 0).reduce(to, Math::min);
        }
        return named.substring(0, to).strip();
    }

    /** What stands behind the last "while", "but" or "that", and behind an "and" that follows a figure. */
    private String clause(String before, List<Figure> read) {
        int from = 0;
        String lower = lower(before);
        for (String word : words.list("clauses")) {
            for (int at : WholeWordFinder.find(lower, word)) {
                from = at > 0 ? Math.max(from, at + word.length()) : from;
            }
        }
        for (String word : words.list("joiners")) {
            for (int at : WholeWordFinder.find(lower, word)) {
                boolean figure = read.stream().anyMatch(one -> one.end() <= at);
                from = figure && at > 0 ? Math.max(from, at + word.length()) : from;
            }
        }
        String clause = before.substring(from).strip();
        // "The officials, because they may not speak, said": what a comma ends was said of the speaker.
        return clause.isEmpty() || clause.endsWith(",") ? before : clause;
    }

    /** "Según informó este miércoles el ayuntamiento": what stands before the article is not the speaker. */
    private String withoutVerb(String words) {
        String rest = words;
        while (this.words.is("speech", lower(firstWord(rest))) || this.words.is("times", lower(firstWord(rest)))) {
            rest = rest.substring(firstWord(rest).length()).strip();
        }
        return rest;
    }

    private static String firstWord(String text) {
        return text.split("[^\\p{L}\\p{M}'\u2019-]", 2)[0];
    }

    private static String lastWord(String text) {
        return text.substring(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\u00A0')) + 1);
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
        // "Rosa Vidal, a diver, said": what stands between commas describes the speaker.
        boolean described = before.endsWith(",") && parts.length > 1;
        for (int i = parts.length - (described ? 2 : 1); i >= 0; i--) {
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
        if (words.is("stops", lower)
                || words.is("no_speaker", firstWord(lower))
                || words.is("speech", firstWord(lower))) {
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
