package org.dateline.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dateline.model.Claim;
import org.dateline.model.Correction;
import org.dateline.model.Correction.Kind;
import org.dateline.model.Excerpt;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;

/** Reads {@code corrections.yaml}, which is optional. */
final class CorrectionReader {

    /** The field with the ids of each kind, in the order of the schema. */
    private static final Map<Kind, String> FIELDS = fields();

    private final DocumentReader documents;
    private final TextReader texts;
    private final FeatureIdIndex features;
    private final Predicate<String> measures;
    private final Faults faults;

    /**
     * @param measures whether a measure with this id exists
     */
    CorrectionReader(
            DocumentReader documents,
            TextReader texts,
            FeatureIdIndex features,
            Predicate<String> measures,
            Faults faults) {
        this.documents = documents;
        this.texts = texts;
        this.features = features;
        this.measures = measures;
        this.faults = faults;
    }

    private static Map<Kind, String> fields() {
        Map<Kind, String> fields = new LinkedHashMap<>();
        fields.put(Kind.REPORT, "reports");
        fields.put(Kind.EXCERPT, "excerpts");
        fields.put(Kind.PLACE, "places");
        fields.put(Kind.MEASURE, "measures");
        fields.put(Kind.CLAIM, "claims");
        return fields;
    }

    /**
     * The corrections, newest first; those of the same day in the order of the file.
     *
     * @param files   files of all reports, including those with faults
     * @param reports reports without faults
     */
    List<Correction> read(Path file, List<Path> files, List<Report> reports) {
        Optional<Document> document = documents.read(file);
        document.ifPresent(read -> SchemaValidator.check(read, "corrections", faults));
        Map<Kind, Predicate<String>> known = known(files, reports);
        Set<String> ids = new HashSet<>();
        List<Correction> corrections = new ArrayList<>();
        for (Field item : document.map(Document::field).map(Field::items).orElse(List.of())) {
            Field id = item.get("id");
            if (!id.text().isEmpty() && !ids.add(id.text())) {
                faults.add(id.fault("a unique id: an earlier entry has this one"));
            }
            read(item, known).ifPresent(corrections::add);
        }
        corrections.sort(Comparator.comparing(Correction::date).reversed());
        return corrections;
    }

    private Map<Kind, Predicate<String>> known(List<Path> files, List<Report> reports) {
        // The contents of a report with faults are unknown: that is one fault, not one for each reference.
        boolean complete = files.size() == reports.size();
        Map<Kind, Predicate<String>> known = new EnumMap<>(Kind.class);
        if (!faults.areSought()) {
            FIELDS.keySet().forEach(kind -> known.put(kind, _ -> true));
            return known;
        }
        known.put(Kind.REPORT, files.stream().map(ReportReader::idOf).collect(Collectors.toSet())::contains);
        known.put(Kind.EXCERPT, complete ? ids(reports, Report::excerpts, Excerpt::id)::contains : _ -> true);
        known.put(Kind.PLACE, features::knows);
        known.put(Kind.MEASURE, measures);
        known.put(Kind.CLAIM, complete ? ids(reports, Report::claims, Claim::id)::contains : _ -> true);
        return known;
    }

    private static <T> Set<String> ids(List<Report> reports, Function<Report, List<T>> parts, Function<T, String> id) {
        return reports.stream().map(parts).flatMap(List::stream).map(id).collect(Collectors.toSet());
    }

    private Optional<Correction> read(Field item, Map<Kind, Predicate<String>> known) {
        if (faults.touch(item)) {
            return Optional.empty();
        }
        Map<Kind, Set<String>> about = new EnumMap<>(Kind.class);
        FIELDS.forEach((kind, name) -> {
            Set<String> ids = new LinkedHashSet<>();
            for (Field id : item.get(name).items()) {
                if (known.get(kind).test(id.text())) {
                    ids.add(id.text());
                } else {
                    faults.add(id.fault(expected(kind)));
                }
            }
            about.put(kind, ids);
        });
        if (FIELDS.values().stream().noneMatch(item::has)) {
            faults.add(item.fault(
                    "none of these fields", "at least one of the fields " + String.join(", ", FIELDS.values())));
        }
        PartialDate date = PartialDateReader.read(item.get("date"), faults);
        Correction read = null;
        var text = texts.read(item.get("text"));
        var was = item.find("was").map(texts::read).orElse(null);
        var now = item.find("now").map(texts::read).orElse(null);
        if (!faults.touch(item) && date != null && date.value() instanceof LocalDate day) {
            read = new Correction(item.get("id").text(), day, text, was, now, about);
        }
        return Optional.ofNullable(read);
    }

    private String expected(Kind kind) {
        return switch (kind) {
            case REPORT -> "the id of a report in reports/";
            case EXCERPT -> "an excerpt of a report";
            case PLACE -> features.expected();
            case MEASURE -> "the id of a measure in measures.yaml";
            case CLAIM -> "a claim of a report";
        };
    }
}
