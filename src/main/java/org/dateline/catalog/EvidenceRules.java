package org.dateline.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import org.dateline.model.WholeWordFinder;

/**
 * Checks the rules of evidence that do not need the source texts: quotes are bounded, in order, prose, and excerpts
 * instead of whole articles; each mention of a place rests on words of the quote; each id exists.
 */
final class EvidenceRules {

    /** The largest share of another's text that its excerpts may contain together; the newsroom's own has no limit. */
    private static final double LARGEST_SHARE = 2.0 / 3;

    private final Predicate<String> parties;
    private final FeatureIdIndex features;
    private final Faults faults;
    private final Map<String, String> excerptIds = new HashMap<>();
    private final Map<String, String> textHashes = new HashMap<>();

    /** @param parties  tells whether a party with an id exists */
    EvidenceRules(Predicate<String> parties, FeatureIdIndex features, Faults faults) {
        this.parties = parties;
        this.features = features;
        this.faults = faults;
    }

    /** @param fields the report's excerpts in the file, in the same order */
    void check(Report report, Field field, List<Field> fields) {
        String earlier = report.sha256().isEmpty() ? null : textHashes.putIfAbsent(report.sha256(), report.id());
        if (earlier != null) {
            faults.add(field.get("text").get("sha256").fault("a unique text: report " + earlier + " has this one"));
        }
        boolean lengthKnown =
                report.length() > 0 && !faults.touch(field.get("text").get("length"));
        int end = 0;
        int quoted = 0;
        for (int i = 0; i < fields.size(); i++) {
            Excerpt excerpt = report.excerpts().get(i);
            Field at = fields.get(i);
            int length = NormalisedText.of(excerpt.quote()).length();
            if (excerpt.offset() < end) {
                faults.add(
                        at.has("offset")
                                ? at.get("offset").fault(end + " or more, where the excerpt before it in the text ends")
                                : at.get("quote")
                                        .fault("a quote that does not overlap with "
                                                + fields.get(i - 1).path()));
            }
            end = excerpt.offset() + length;
            if (lengthKnown && end > report.length()) {
                faults.add(at.get("offset")
                        .fault("the whole quote within the text's " + report.length() + " code points; it would end at "
                                + end));
            }
            quoted += length;
            checkIds(report, excerpt, at);
            checkWords(report, excerpt, at);
        }
        boolean own = field.get("own").node().asBoolean(false);
        int most = (int) (report.length() * LARGEST_SHARE);
        if (lengthKnown && !own && quoted > most) {
            faults.add(field.get("excerpts")
                    .fault(
                            quoted + " of the text's " + report.length() + " characters quoted",
                            "at most two thirds, which are " + most + ": excerpts, not the article; leave out "
                                    + (quoted - most)
                                    + " or more (or state \"own: true\" if the newsroom wrote the text itself)"));
        }
    }

    private void checkIds(Report report, Excerpt excerpt, Field at) {
        String earlier = excerptIds.putIfAbsent(excerpt.id(), report.id());
        if (earlier != null) {
            faults.add(at.get("id").fault("a unique id: report " + earlier + " has this one"));
        }
        if (excerpt.party() != null && !parties.test(excerpt.party())) {
            faults.add(at.get("party").fault("the id of a party in parties.yaml"));
        }
        Set<String> tied = new HashSet<>();
        for (Field place : at.get("places").items()) {
            Field id = place.get("id");
            if (!tied.add(id.text())) {
                faults.add(id.fault("each place once: its words can be a list"));
            } else if (!features.knows(id.text())) {
                faults.add(id.fault(features.expected()));
            }
        }
        for (Field incident : at.get("incidents").items()) {
            if (!features.knows(incident.text())) {
                faults.add(incident.fault(features.expected()));
            }
        }
    }

    private void checkWords(Report report, Excerpt excerpt, Field at) {
        Field quote = at.get("quote");
        if (spaceAt(excerpt.quote(), 0)
                || spaceAt(excerpt.quote(), excerpt.quote().length() - 1)) {
            faults.add(quote.fault("a quote with no space at its ends"));
        }
        String normalised = NormalisedText.of(excerpt.quote()).value();
        for (String notProse : report.notProse()) {
            String wanted = NormalisedText.of(notProse).value();
            if (!wanted.isEmpty() && normalised.contains(wanted)) {
                faults.add(quote.fault("prose only, without \"" + notProse + "\""));
            }
        }
        if (excerpt.dateWords() != null
                && WholeWordFinder.find(excerpt.quote(), excerpt.dateWords()).isEmpty()) {
            faults.add(at.get("date_words").fault("words of the quote"));
        }
        if (excerpt.time() != null
                && WholeWordFinder.find(excerpt.quote(), excerpt.time().words()).isEmpty()) {
            faults.add(at.get("time_words").fault("words of the quote"));
        }
        for (Field place : at.get("places").items()) {
            for (String words : place.texts("words")) {
                if (WholeWordFinder.find(excerpt.quote(), words).isEmpty()) {
                    faults.add(place.get("words").fault("\"" + words + "\"", "whole words of the quote"));
                }
            }
        }
    }

    private static boolean spaceAt(String text, int index) {
        return NormalisedText.of(text.substring(index, index + 1)).value().isEmpty();
    }
}
