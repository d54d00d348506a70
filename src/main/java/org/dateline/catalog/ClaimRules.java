package org.dateline.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dateline.model.Claim;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import org.dateline.model.WholeWordFinder;

/**
 * Checks the rules of evidence for claims: each names an existing measure, party and excerpt; its number occurs in
 * words of that excerpt, in digits or spelled out; these words are worded as the claim says and omit nothing that
 * qualifies them; and the parts of a figure do not exceed it.
 */
final class ClaimRules {

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
     * @param excerptIds the excerpt ids of all excerpts in the file, including those with faults
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
            faults.add(at.get("measure").fault("the id of a measure in measures.yaml"));
        }
        Set<String> known = groups.get(claim.measure());
        if (claim.group() != null && known != null && !known.contains(claim.group())) {
            faults.add(at.get("group").fault("a group of the measure " + claim.measure()));
        }
        if (claim.party() != null && !parties.test(claim.party())) {
            faults.add(at.get("party").fault("the id of a party in parties.yaml"));
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
        if (claim.check() instanceof Claim.Check.Vouched) {
            if (WholeWordFinder.find(quote, claim.words()).isEmpty()) {
                faults.add(at.get("words").fault("whole words of the quote"));
            }
            return;
        }
        // One fault for a figure: what follows from a wrong one would only confuse.
        FigureCheck.in(language)
                .check(quote, claim.words(), claim.value())
                .ifPresent(objection -> faults.add(at.get(objection.field()).fault(objection.expected())));
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
