package org.dateline.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;
import org.dateline.model.Verification;

/** Reads {@code verified.yaml}, which is optional. */
final class VerifiedReader {

    private final DocumentReader documents;
    private final Faults faults;
    private final Map<String, VerifiedFile.Entry> entries = new LinkedHashMap<>();

    VerifiedReader(DocumentReader documents, Faults faults) {
        this.documents = documents;
        this.faults = faults;
    }

    /** @param reports ids of all reports, including those with faults; an entry for any other is a fault */
    void read(Path file, Set<String> reports) {
        read(file, reports::contains);
    }

    /** Reads the file of a catalog that is known to be valid. */
    void read(Path file) {
        read(file, _ -> true);
    }

    private void read(Path file, Predicate<String> reports) {
        if (!Files.exists(file)) {
            return;
        }
        Optional<Document> document = documents.read(file);
        document.ifPresent(read -> SchemaValidator.check(read, "verified", faults));
        document.ifPresent(read -> read.field().items().forEach(item -> read(item, reports)));
    }

    private void read(Field item, Predicate<String> reports) {
        if (faults.touch(item)) {
            return;
        }
        Field report = item.get("report");
        PartialDate date = PartialDateReader.read(item.get("date"), faults);
        if (!reports.test(report.text())) {
            faults.add(report.fault("the id of a report in reports/"));
        } else if (entries.containsKey(report.text())) {
            faults.add(report.fault("each report once: an entry above has this one"));
        } else if (date != null && date.value() instanceof LocalDate day) {
            entries.put(
                    report.text(),
                    new VerifiedFile.Entry(
                            report.text(),
                            day,
                            item.get("text_sha256").text(),
                            item.get("excerpts_sha256").text()));
        }
    }

    Map<String, VerifiedFile.Entry> entries() {
        return Map.copyOf(entries);
    }

    /** The report, with its verification if the entry still holds. */
    Report applyTo(Report report) {
        VerifiedFile.Entry entry = entries.get(report.id());
        return entry != null && entry.holdsFor(report) ? report.with(new Verification(entry.on())) : report;
    }
}
