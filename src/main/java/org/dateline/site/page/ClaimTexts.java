package org.dateline.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dateline.model.Claim;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Measure;
import org.dateline.model.PartialDate;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;

/** The texts of a page about claims. */
public record ClaimTexts(Page page) {

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

    /** "Local police: 35, time not stated. Opens the quote." */
    public String spoken(Attributed attributed) {
        Claim claim = attributed.claim();
        return page.say("claims.spoken", speaker(attributed), page.ui().value(claim.value()), asOf(claim.asOf()));
    }

    /** The report, unless it speaks itself, and the time that the figure holds for. */
    public String origin(Attributed attributed) {
        String asOf = asOf(attributed.claim().asOf());
        return attributed.claim().party() == null
                ? asOf
                : page.text(attributed.report().label()) + " · " + asOf;
    }

    /** The time that a figure holds for, or that none is stated. */
    public String asOf(@Nullable PartialDate date) {
        return date == null
                ? page.say("claims.asOf.notStated")
                : page.say("claims.asOf", page.ui().date(date));
    }

    /**
     * A value of a comparison, given by one party at least once.
     *
     * @param party id; null for a report's own voice
     * @param dates the dates of the excerpts that give it, as on the timeline
     */
    public record StatedValue(Value value, @Nullable String party, List<String> dates) {}

    /** The values of a comparison, the smallest first, each once per party; without figures that are part of others. */
    public List<StatedValue> given(Comparison comparison) {
        record Key(Value value, @Nullable String party) {}
        Map<Key, List<String>> dates = new LinkedHashMap<>();
        for (Attributed attributed : comparison.claims()) {
            Claim claim = attributed.claim();
            if (!claim.isPart()) {
                dates.computeIfAbsent(new Key(claim.value(), claim.party()), _ -> new ArrayList<>())
                        .add(date(attributed));
            }
        }
        List<StatedValue> given = new ArrayList<>();
        dates.forEach((key, dated) -> given.add(new StatedValue(key.value, key.party, dated)));
        given.sort(Comparator.comparingDouble(one -> one.value().interval().low()));
        return given;
    }

    /** The date of a claim's excerpt on the timeline; empty if none is stated. */
    public String date(Attributed attributed) {
        return Objects.toString(attributed.report().dateOf(attributed.excerpt()), "");
    }

    /** The values that contradict a claim's, in words, without duplicates; empty for none. */
    public String against(Comparison comparison, Claim claim) {
        return String.join(
                page.say("list.separator"),
                comparison.against(claim).stream()
                        .map(other -> page.ui().value(other.claim().value()))
                        .distinct()
                        .toList());
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

    /** The words that say who was counted; null if the words of the value say it. */
    public static @Nullable String who(Claim claim) {
        return claim.who() == null || claim.words().contains(claim.who()) ? null : claim.who();
    }

    /** Says whether figures contradict each other, can all hold, or there is only one. */
    public String verdict(Comparison comparison) {
        return verdict(List.of(comparison));
    }

    /** The verdict on all comparisons of a measure. */
    public String verdict(List<Comparison> some) {
        return page.say(
                contested(some) > 0 ? "claims.contested" : count(some) > 1 ? "claims.compatible" : "claims.single");
    }

    public @Nullable String href(Comparison comparison) {
        return page.links().claims(comparison.measure().id(), comparison.subject());
    }
}
