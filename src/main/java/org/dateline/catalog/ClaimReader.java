package org.dateline.catalog;

import java.util.List;
import java.util.Optional;
import org.dateline.model.Claim;
import org.dateline.model.FigureApart;
import org.dateline.model.Vagueness;
import org.dateline.model.Value;
import org.dateline.model.Wording;

/** Reads a report's claims and the figures that it sets apart. */
final class ClaimReader {

    private final TextReader texts;
    private final Faults faults;

    ClaimReader(TextReader texts, Faults faults) {
        this.texts = texts;
        this.faults = faults;
    }

    /**
     * The claim; empty, with a fault, if its value does not suit its wording.
     *
     * @param excerpt the id of the excerpt that carries it
     */
    Optional<Claim> read(String report, Field field, String excerpt, String language) {
        return value(field)
                .map(value -> new Claim(
                        DerivedId.ofClaim(report, field, excerpt),
                        field.get("measure").text(),
                        field.get("subject").text(),
                        value,
                        field.get("words").text(),
                        field.textOrNull("who"),
                        field.textOrNull("group"),
                        excerpt,
                        field.textOrNull("party"),
                        field.find("as_of")
                                .map(date -> PartialDateReader.read(date, faults))
                                .orElse(null),
                        field.textOrNull("as_of_words"),
                        field.textOrNull("part_of"),
                        check(field, language)));
    }

    private Claim.Check check(Field field, String language) {
        if (field.has("vouched")) {
            return new Claim.Check.Vouched(texts.read(field.get("vouched")));
        }
        return FigureCheck.in(language).readsWording() ? new Claim.Check.Read() : new Claim.Check.NumberOnly();
    }

    List<FigureApart> apart(Field report) {
        return report.get("figures_apart").items().stream()
                .filter(item -> !faults.touch(item))
                .map(item -> new FigureApart(item.get("words").text(), texts.read(item.get("why"))))
                .toList();
    }

    /** The schema ensures a number, two numbers or a word; which of them is right depends on the wording. */
    private Optional<Value> value(Field field) {
        Field value = field.get("value");
        String wording = field.get("wording").text();
        return switch (wording) {
            case "words" -> {
                Optional<Value> vague = Vagueness.of(value.text()).map(Value.Vague::new);
                if (vague.isEmpty()) {
                    faults.add(value.fault("a counting word such as hundreds, because the wording is words"));
                }
                yield vague;
            }
            case "between" -> range(value);
            default -> figure(value, wording);
        };
    }

    private Optional<Value> range(Field value) {
        List<Field> ends = value.items();
        if (ends.size() == 2 && ends.getFirst().number() < ends.getLast().number()) {
            return Optional.of(
                    new Value.Range(ends.getFirst().number(), ends.getLast().number()));
        }
        faults.add(value.fault("two numbers, the smaller first, because the wording is between"));
        return Optional.empty();
    }

    private Optional<Value> figure(Field value, String wording) {
        if (value.node().isNumber()) {
            return Wording.of(wording).map(worded -> new Value.Figure(worded, value.number()));
        }
        faults.add(value.fault("one number, because the wording is " + wording));
        return Optional.empty();
    }
}
