package org.dateline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the excerpt of a report that a field points to: by its id, or by words that stand in its quote and in no other
 * of the report. A claim that points to none is carried by the one whose quote has the claim's words.
 */
final class ExcerptReferences {

    private final List<String> ids;
    private final List<Field> excerpts;
    private final Faults faults;

    ExcerptReferences(String report, Field field, Faults faults) {
        this.ids = ReportReader.excerptIds(report, field);
        this.excerpts = field.get("excerpts").items();
        this.faults = faults;
    }

    /** The ids of all excerpts of the report, including those with faults. */
    Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** The id of the excerpt that a field of an object names; null if there is no such field, or, with a fault, none. */
    @Nullable
    String find(Field object, String name) {
        return object.find(name).flatMap(this::named).orElse(null);
    }

    /** The id of the excerpt that carries a claim; empty, with a fault, if that cannot be told. */
    Optional<String> ofClaim(Field claim) {
        if (claim.has("excerpt")) {
            return named(claim.get("excerpt"));
        }
        List<String> words = claim.has("who")
                ? List.of(claim.get("words").text(), claim.get("who").text())
                : List.of(claim.get("words").text());
        List<String> having = having(words);
        if (having.size() != 1) {
            faults.add(claim.get(having.isEmpty() ? "words" : "excerpt")
                    .fault(
                            having.isEmpty() ? claim.get("words").shown() : "nothing",
                            having.isEmpty()
                                    ? "words of a quote of this report"
                                    : "the id of an excerpt or words that only its quote has: the claim's words stand in "
                                            + having.size() + " quotes"));
            return Optional.empty();
        }
        return Optional.of(having.getFirst());
    }

    private Optional<String> named(Field reference) {
        String text = reference.text();
        if (ids.contains(text)) {
            return Optional.of(text);
        }
        List<String> having = having(List.of(text));
        if (having.size() != 1) {
            faults.add(reference.fault(
                    having.isEmpty()
                            ? "an excerpt of this report"
                            : "words that stand in one quote of this report, not in " + having.size()));
            return Optional.empty();
        }
        return Optional.of(having.getFirst());
    }

    private List<String> having(List<String> words) {
        return IntStream.range(0, ids.size())
                .filter(i -> words.stream().allMatch(wanted -> has(excerpts.get(i), wanted)))
                .mapToObj(ids::get)
                .toList();
    }

    private static boolean has(Field excerpt, String words) {
        String quote = NormalisedText.of(excerpt.get("quote").text()).value();
        return !WholeWordFinder.find(quote, NormalisedText.of(words).value()).isEmpty();
    }
}
