package org.dateline.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.model.Claim;
import org.dateline.model.ClaimTime;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Excerpt;
import org.dateline.model.Measure;
import org.dateline.model.Party;
import org.dateline.model.Relation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The texts of a page about claims. */
public record ClaimTexts(Page page) {

    /** More contradictions are left to the table. */
    private static final int MOST_PAIRS = 3;

    /** The most parties whose figures an item of a list repeats. */
    public static final int MOST_SPEAKERS = 6;

    /** The most other figures that are named beside one. */
    private static final int MOST_OTHERS = 6;

    private static final List<String> VERDICTS =
            List.of("contradicts", "revised", "not-dated", "later", "compatible", "single", "none");

    /** The comparisons of all measures and subjects. */
    public List<Comparison> all() {
        return page.site().comparisons();
    }

    /** The comparisons about one feature. */
    public List<Comparison> about(String feature) {
        return all().stream()
                .filter(comparison -> comparison.subject().equals(feature))
                .toList();
    }

    public List<Comparison> of(Measure measure) {
        return all().stream()
                .filter(comparison -> comparison.measure().equals(measure))
                .toList();
    }

    /** The comparisons of the measure that a view shows. */
    public List<Comparison> of(ClaimsView view) {
        return of(page.catalog().measure(view.measure()).orElseThrow());
    }

    /** A figure of a party. */
    public record Given(Comparison comparison, Attributed attributed) {}

    /** The figures that a party gives, in the order of the measures; without those that are part of others. */
    public List<Given> givenBy(Party party) {
        return all().stream()
                .flatMap(comparison -> comparison.claims().stream()
                        .filter(attributed ->
                                party.id().equals(attributed.claim().party()))
                        .filter(attributed -> !attributed.claim().isPart())
                        .map(attributed -> new Given(comparison, attributed)))
                .toList();
    }

    /** The number of quotes that are a party's own words or are given as its words. */
    public int quotesOf(Party party) {
        return Quote.saidBy(party, page.catalog()).size();
    }

    public int contested(List<Comparison> some) {
        return (int) some.stream().filter(Comparison::contested).count();
    }

    public int count(List<Comparison> some) {
        return some.stream().mapToInt(comparison -> comparison.claims().size()).sum();
    }

    /** Whose claim it is: a party, or the report in its own voice. */
    public String speaker(Attributed attributed) {
        return page.catalog()
                .party(attributed.claim().party())
                .map(party -> page.text(party.name()))
                .orElseGet(() -> page.say(
                        "claims.ownVoice", page.text(attributed.report().label())));
    }

    /** "Local police: 35 “hostages”, not verified, time not stated. Opens the quote." */
    public String spoken(Comparison comparison, Attributed attributed) {
        // First what a plot shows, in its order, so that those who speak to their browser can name what they see.
        List<String> said = new ArrayList<>();
        Claim claim = attributed.claim();
        Optional.ofNullable(group(comparison, claim)).ifPresent(said::add);
        said.addAll(doubts(attributed.excerpt()));
        limits(comparison, claim).stream()
                .filter(limit -> !said.contains(limit))
                .forEach(said::add);
        said.add(time(attributed));
        return page.say(
                "claims.spoken",
                speaker(attributed),
                counted(attributed.claim()),
                String.join(page.say("list.separator"), said));
    }

    /** The value, and the words that say who was counted: 35 “hostages”. */
    private String counted(Claim claim) {
        String value = page.ui().value(claim.value());
        return claim.who() == null ? value : value + " “" + claim.who() + "”";
    }

    /** The report, unless it speaks itself, and the time that the figure stands at. */
    public String origin(Attributed attributed) {
        String time = time(attributed);
        return attributed.claim().party() == null
                ? time
                : page.text(attributed.report().label()) + " · " + time;
    }

    /** The time that a figure stands at: the one that its quote states, or its report's date, or that none is stated. */
    public String time(Attributed attributed) {
        return time(attributed.time());
    }

    String time(ClaimTime time) {
        if (time.date() == null) {
            return page.say("claims.asOf.notStated");
        }
        return page.say(
                time.stated() ? "claims.asOf" : "claims.reportOf", page.ui().date(time.date()));
    }

    /** What the report says against a quote: that it, or others, could not verify or confirm it. */
    public List<String> doubts(Excerpt excerpt) {
        List<String> doubts = new ArrayList<>();
        if (excerpt.notVerified() != null) {
            doubts.add(page.say("quote.notVerified"));
        }
        if (excerpt.notConfirmed() != null) {
            doubts.add(page.say("quote.notConfirmed"));
        }
        return doubts;
    }

    /**
     * What one party says in a comparison.
     *
     * @param mark the classes of the party's colour and sign
     */
    public record Said(String speaker, String mark, List<Figure> figures) {}

    /**
     * A figure that a party gives at least once.
     *
     * @param who      the words that say who was counted, in the report's language; null if the value's words say it
     * @param language of these words
     * @param limits   the group that is counted, and what is said against the figure
     * @param dates    of the excerpts that give it, as on the timeline
     */
    public record Figure(
            String value, @Nullable String who, String language, List<String> limits, List<String> dates) {}

    /** Who says what in a comparison, without figures that are part of others; each figure once. */
    public List<Said> said(Comparison comparison) {
        record Key(String speaker, Figure figure) {}
        Map<String, String> marks = new LinkedHashMap<>();
        Map<Key, List<String>> dates = new LinkedHashMap<>();
        for (Attributed attributed : comparison.claims()) {
            Claim claim = attributed.claim();
            if (!claim.isPart()) {
                List<String> limits = new ArrayList<>(limits(comparison, claim));
                limits.addAll(doubts(attributed.excerpt()));
                Figure figure = new Figure(
                        page.ui().value(claim.value()),
                        claim.who(),
                        attributed.report().language(),
                        limits,
                        List.of());
                marks.putIfAbsent(speaker(attributed), page.site().mark(claim.party()));
                dates.computeIfAbsent(new Key(speaker(attributed), figure), _ -> new ArrayList<>())
                        .add(attributed.date());
            }
        }
        List<Said> said = new ArrayList<>();
        marks.forEach((speaker, mark) -> {
            List<Figure> figures = new ArrayList<>();
            dates.forEach((key, dated) -> {
                if (key.speaker.equals(speaker)) {
                    Figure figure = key.figure;
                    figures.add(new Figure(figure.value, figure.who, figure.language, figure.limits, dated));
                }
            });
            said.add(new Said(speaker, mark, figures));
        });
        return said;
    }

    /**
     * What other claims are to one.
     *
     * @param text the relation with each other figure and who gives it: "contradicts 35 (Local police)"
     */
    public record Other(Relation relation, String text) {}

    /** What other claims are to one, contradictions first; empty if all can hold at the same time. */
    public List<Other> others(Comparison comparison, Attributed attributed) {
        List<Other> others = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            List<String> figures = comparison.others(attributed.claim(), relation).stream()
                    .map(other -> relation == Relation.REVISED
                            ? page.ui().value(other.claim().value())
                            : named(other))
                    .distinct()
                    .toList();
            if (!figures.isEmpty()) {
                String separator = page.say("list.separator");
                String named = figures.size() > MOST_OTHERS + 1
                        ? page.say(
                                "alt.more",
                                String.join(separator, figures.subList(0, MOST_OTHERS)),
                                figures.size() - MOST_OTHERS)
                        : String.join(separator, figures);
                others.add(new Other(relation, page.say("claims.relation." + relation.id(), named)));
            }
        }
        return others;
    }

    /** The relations to other claims, by their positions in the comparison, for the script: "contradicts:0,4 later:2". */
    public String relations(Comparison comparison, Attributed attributed) {
        List<String> relations = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            List<Attributed> others = comparison.others(attributed.claim(), relation);
            if (!others.isEmpty()) {
                relations.add(relation.id()
                        + others.stream()
                                .map(comparison.claims()::indexOf)
                                .map(Object::toString)
                                .collect(Collectors.joining(",", ":", "")));
            }
        }
        return String.join(" ", relations);
    }

    /** "35 (Local police)". */
    private String named(Attributed attributed) {
        return page.say("claims.named", page.ui().value(attributed.claim().value()), speaker(attributed));
    }

    /** The group that is counted; null if it is all that the measure counts. */
    public @Nullable String group(Comparison comparison, Claim claim) {
        return comparison.measure().groups().stream()
                .filter(group -> group.id().equals(claim.group()))
                .map(group -> page.text(group.label()))
                .findFirst()
                .orElse(null);
    }

    /** That a figure was not read by the program, or only in part, and why; null if it was. */
    public @Nullable String unread(Claim claim) {
        return switch (claim.check()) {
            case Claim.Check.Read() -> null;
            case Claim.Check.NumberOnly() -> page.say("claims.numberOnly");
            case Claim.Check.Vouched(var why) -> page.say("claims.vouched", page.text(why));
        };
    }

    /**
     * The notes that limit a figure: that it is part of another, the group that is counted, and that the program could
     * not read it.
     */
    public List<String> limits(Comparison comparison, Claim claim) {
        List<String> limits = new ArrayList<>();
        if (claim.isPart()) {
            limits.add(page.say("claims.part"));
        }
        Optional.ofNullable(group(comparison, claim)).ifPresent(limits::add);
        Optional.ofNullable(unread(claim)).ifPresent(limits::add);
        return limits;
    }

    /**
     * What a plot says beneath a value: the words that say who was counted, if they are in the page's language, the
     * group, and what is said against the figure.
     */
    public String note(Comparison comparison, Attributed attributed) {
        List<String> note = new ArrayList<>();
        String who = attributed.claim().who();
        if (who != null && attributed.report().language().equals(page.ui().language())) {
            note.add("“" + who + "”");
        }
        Optional.ofNullable(group(comparison, attributed.claim())).ifPresent(note::add);
        note.addAll(doubts(attributed.excerpt()));
        return String.join(page.say("list.separator"), note);
    }

    /** The words that say who was counted; null if the words of the value say it. */
    public static @Nullable String who(Claim claim) {
        return claim.who() == null || claim.words().contains(claim.who()) ? null : claim.who();
    }

    /** What the figures of a comparison are to each other; contradictions with who gives which figure. */
    public String verdict(Comparison comparison) {
        String verdict = verdict(List.of(comparison));
        if (!comparison.contested()) {
            return verdict;
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i < comparison.claims().size(); i++) {
            for (int j = i + 1; j < comparison.claims().size(); j++) {
                Attributed one = comparison.claims().get(i);
                Attributed other = comparison.claims().get(j);
                if (comparison
                        .relation(one, other)
                        .filter(Relation.CONTRADICTS::equals)
                        .isPresent()) {
                    pairs.add(page.say("claims.pair", named(one), named(other)));
                }
            }
        }
        List<String> shown = pairs.stream().limit(MOST_PAIRS).toList();
        String separator = page.say("alt.parties");
        return verdict + " "
                + (pairs.size() > MOST_PAIRS
                        ? page.say("alt.more", String.join(separator, shown), pairs.size() - MOST_PAIRS)
                        : page.say("alt.title", String.join(separator, shown)));
    }

    /** The verdict on all comparisons of a measure. */
    public String verdict(List<Comparison> some) {
        return page.say("claims.verdict." + verdictKey(some));
    }

    /** All verdicts by their keys, as JSON: the script takes one of them for the figures that a reader's dates leave. */
    public String verdicts() {
        ObjectNode verdicts = JsonMapper.shared().createObjectNode();
        VERDICTS.forEach(key -> verdicts.put(key, page.say("claims.verdict." + key)));
        return verdicts.toString();
    }

    /** The key of a verdict: the relation that weighs most, or {@code compatible}, {@code single}. */
    public String verdictKey(List<Comparison> some) {
        for (Relation relation : List.of(Relation.CONTRADICTS, Relation.REVISED, Relation.NOT_DATED, Relation.LATER)) {
            if (some.stream().anyMatch(comparison -> comparison.has(relation))) {
                return relation.id();
            }
        }
        return count(some) > 1 ? "compatible" : "single";
    }

    /** Whether the claims about a measure are too many for a page to have all their quotes. */
    public boolean isLong(Measure measure) {
        return SiteLists.isLong(count(of(measure)));
    }

    /** The address of a claim's quote: on this page, or on its report's page if this one has only figures. */
    public @Nullable String quote(Comparison comparison, Attributed attributed) {
        return isLong(comparison.measure()) || page.kind() == Page.Kind.LIST
                ? page.links().source(attributed.report(), attributed.excerpt())
                : "#" + attributed.excerpt().id();
    }

    /** The address of a comparison: on the page of its measure, or in the list of its figures if that page has no room. */
    public @Nullable String href(Comparison comparison) {
        SiteLists lists = page.site().lists();
        return lists.beginningOf(comparison.measure()).contains(comparison)
                ? page.links().claims(comparison.measure().id(), comparison.subject())
                : page.links().page(SiteLists.Listing.of(comparison).path(1));
    }
}
