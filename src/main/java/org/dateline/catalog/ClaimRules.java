package org.dateline.catalog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dateline.model.Claim;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import org.dateline.model.Value;
import org.dateline.model.WholeWordFinder;
import org.dateline.model.Wording;

/**
 * Checks the rules of evidence for claims: each names an existing measure, party and excerpt; its number occurs in
 * words of that excerpt, in digits or spelled out; these words are worded as the claim says and omit nothing that
 * qualifies them; and the parts of a figure do not exceed it.
 */
final class ClaimRules {

    private static final Set<String> WORDINGS =
            Arrays.stream(Wording.values()).map(Wording::id).collect(Collectors.toUnmodifiableSet());

    private final Predicate<String> measures;
    private final Map<String, Set<String>> groups;
    private final Predicate<String> parties;
    private final Faults faults;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param measures whether a measure with an id exists
     * @param groups   ids of the groups of each measure without faults
     * @param parties  whether a party with an id exists
     */
    ClaimRules(Predicate<String> measures, Map<String, Set<String>> groups, Predicate<String> parties, Faults faults) {
        this.measures = measures;
        this.groups = groups;
        this.parties = parties;
        this.faults = faults;
    }

    /**
     * @param excerptIds of all excerpts in the file, including those with faults
     * @param fields     the report's claims in the file, in the same order
     */
    void check(Report report, Set<String> excerptIds, List<Field> fields) {
        Map<String, Excerpt> excerpts =
                report.excerpts().stream().collect(Collectors.toMap(Excerpt::id, excerpt -> excerpt, (one, _) -> one));
        Map<String, Claim> claims =
                report.claims().stream().collect(Collectors.toMap(Claim::id, claim -> claim, (one, _) -> one));
        for (int i = 0; i < fields.size(); i++) {
            Claim claim = report.claims().get(i);
            Field at = fields.get(i);
            checkIds(report, claim, at);
            Excerpt excerpt = excerpts.get(claim.excerpt());
            if (excerpt != null) {
                checkSubject(claim, excerpt, at);
                checkWords(claim, excerpt.quote(), report.language(), at);
            } else if (!excerptIds.contains(claim.excerpt())) {
                faults.add(at.get("excerpt").fault("an excerpt of this report"));
            }
            checkPart(claim, claims, at);
        }
        report.claims().forEach(claim -> checkSum(claim, report.claims(), fields));
    }

    private void checkIds(Report report, Claim claim, Field at) {
        String earlier = ids.putIfAbsent(claim.id(), report.id());
        if (earlier != null) {
            faults.add(at.get("id").fault("a unique id: report " + earlier + " has this one"));
        }
        if (!measures.test(claim.measure())) {
            faults.add(at.get("measure").fault("a measure of measures.yaml"));
        }
        Set<String> known = groups.get(claim.measure());
        if (claim.group() != null && known != null && !known.contains(claim.group())) {
            faults.add(at.get("group").fault("a group of the measure " + claim.measure()));
        }
        if (claim.party() != null && !parties.test(claim.party())) {
            faults.add(at.get("party").fault("a party of parties.yaml"));
        }
    }

    private void checkSubject(Claim claim, Excerpt excerpt, Field at) {
        if (excerpt.mentions().stream().noneMatch(mention -> mention.feature().equals(claim.subject()))) {
            faults.add(at.get("subject").fault("an incident or a place that excerpt " + excerpt.id() + " is tied to"));
        }
    }

    private void checkWords(Claim claim, String quote, String language, Field at) {
        if (claim.who() != null && WholeWordFinder.find(quote, claim.who()).isEmpty()) {
            faults.add(at.get("who").fault("whole words of the quote"));
        }
        if (claim.asOfWords() != null
                && WholeWordFinder.find(quote, claim.asOfWords()).isEmpty()) {
            faults.add(at.get("as_of_words").fault("words of the quote"));
        }
        Field words = at.get("words");
        List<Integer> places = WholeWordFinder.find(quote, claim.words());
        if (places.isEmpty()) {
            faults.add(words.fault("whole words of the quote"));
            return;
        }
        NumberFinder numbers = NumberFinder.in(language);
        for (double number : claim.value().numbers()) {
            if (!numbers.states(claim.words(), number)) {
                faults.add(at.get("value")
                        .fault("a number that stands in the words " + words.shown() + ", in digits or spelled out"));
                return;
            }
        }
        FigureWords figures = FigureWords.in(language);
        if (figures.known()) {
            checkWording(claim, figures, at);
            checkNothingLeftOut(claim, quote, places, figures, words);
        }
    }

    /** Checks that the words qualify the number as the claim says. */
    private void checkWording(Claim claim, FigureWords figures, Field at) {
        String expected = switch (claim.value()) {
            case Value.Vague(var word) -> figures.means(claim.words(), word.id()) ? "words" : "";
            case Value.Range _ -> figures.means(claim.words(), "between") ? "between" : "";
            case Value.Figure _ ->
                figures.qualifier(claim.words(), WORDINGS::contains).orElse("exactly");
        };
        if (expected.isEmpty()) {
            faults.add(at.get("words").fault("words that say " + at.get("value").shown()));
        } else if (!expected.equals(claim.value().wording())) {
            faults.add(at.get("wording")
                    .fault(expected + ": the words are " + at.get("words").shown()));
        }
    }

    /** Checks that the words are complete: "at least 30" is not "30". */
    private void checkNothingLeftOut(
            Claim claim, String quote, List<Integer> places, FigureWords figures, Field words) {
        Optional<String> leftOut = Optional.empty();
        for (int start : places) {
            int end = start + claim.words().length();
            leftOut = figures.qualifierAround(quote, start, end, WORDINGS::contains);
            if (leftOut.isEmpty()) {
                return;
            }
        }
        leftOut.ifPresent(
                phrase -> faults.add(words.fault("the words with \"" + phrase + "\" beside them in the quote")));
    }

    private void checkPart(Claim claim, Map<String, Claim> claims, Field at) {
        if (claim.partOf() == null) {
            return;
        }
        Claim whole = claims.get(claim.partOf());
        if (whole == null
                || whole.isPart()
                || !whole.measure().equals(claim.measure())
                || !whole.subject().equals(claim.subject())) {
            faults.add(at.get("part_of")
                    .fault("a claim of this report, of the same measure and subject, and no part itself"));
        }
    }

    /** Reported once, at the last part. */
    private void checkSum(Claim whole, List<Claim> claims, List<Field> fields) {
        double sum = 0;
        Field last = null;
        for (int i = 0; i < claims.size(); i++) {
            if (whole.id().equals(claims.get(i).partOf())) {
                sum += claims.get(i).value().interval().low();
                last = fields.get(i).get("part_of");
            }
        }
        double most = whole.value().interval().high();
        if (last != null && sum > most && !faults.touch(last)) {
            faults.add(last.fault(
                    "parts that add up to " + number(sum) + " or more",
                    "parts that add up to at most " + number(most)));
        }
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
