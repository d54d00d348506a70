package org.dateline.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.Difference;
import org.dateline.catalog.Fault;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.ReportOutline;
import org.dateline.catalog.SourceTexts;
import org.dateline.catalog.TextVerifier;
import org.dateline.catalog.Verdict;
import org.dateline.catalog.VerifiedFile;
import org.dateline.model.Catalog;
import org.dateline.model.Report;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with the files, what a draft lacks, and what would be wrong after a change. */
final class Checks {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final DeskFolder folder;

    Checks(DeskFolder folder) {
        this.folder = folder;
    }

    /** What keeps a report from being published, or what is wrong with a published one. */
    ObjectNode problems(String id) throws IOException {
        List<Fault> found = lacks(id);
        ObjectNode out = NODES.objectNode();
        out.put("publishable", found.isEmpty());
        out.set("problems", problems(id, found));
        return out;
    }

    /** Faults as the page shows them, each with the item that it belongs to. */
    ArrayNode problems(@Nullable String id, List<Fault> found) throws IOException {
        if (id == null) {
            return json(found);
        }
        String content = folder.read("reports/" + id + ".yaml").orElse("");
        ReportOutline report = ReportOutline.of(folder.root(), id, Edits.bytes(content));
        List<ReportItem> items = ReportItem.of(report);
        ArrayNode out = NODES.arrayNode();
        for (Fault fault : found) {
            ObjectNode one = fault(fault);
            @Nullable
            String key = items.stream()
                    .filter(item -> fault.field().startsWith(item.path()))
                    .map(ReportItem::key)
                    .findFirst()
                    .orElse(null);
            for (int i = 0; key == null && i < report.excerpts().size(); i++) {
                key = fault.field().startsWith("excerpts[" + i + "]")
                        ? "e:" + report.excerpts().get(i).id()
                        : null;
            }
            one.put("key", key);
            out.add(one);
        }
        return out;
    }

    /** What "check" and "verify" would say of a report if it were published. */
    private List<Fault> lacks(String id) throws IOException {
        String file = "reports/" + id + ".yaml";
        String content = folder.read(file).orElse("");
        Edits edits = new Edits(folder);
        if (ReportOutline.isDraft(Edits.bytes(content))) {
            try {
                edits.edit(file, yaml -> yaml.put("", "status", NODES.stringNode("published"), "label"));
            } catch (RefusedException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        Map<String, byte[]> instead = bytes(edits);
        try {
            Catalog catalog = CatalogLoader.load(folder.root(), instead);
            return catalog.report(id).map(this::differences).orElse(List.of());
        } catch (InvalidCatalogException e) {
            return e.faults().stream()
                    .filter(fault -> fault.file().equals(file))
                    .toList();
        }
    }

    private List<Fault> differences(Report report) {
        try {
            return differences(verdicts(report));
        } catch (IOException e) {
            return List.of(unreadable(e));
        }
    }

    private static List<Fault> differences(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Changed.class::isInstance)
                .flatMap(verdict -> ((Verdict.Changed) verdict).differences().stream())
                .map(Checks::fault)
                .toList();
    }

    private static Fault unreadable(IOException e) {
        return new Fault("texts", 0, "", String.valueOf(e.getMessage()), "a folder of texts");
    }

    /** What a comparison of a report's quotes with its text finds; nothing without texts. */
    private List<Verdict> verdicts(Report report) throws IOException {
        Path texts = folder.root().resolve("texts");
        return Files.isDirectory(texts)
                ? TextVerifier.verify(folder.root(), List.of(report), SourceTexts.read(texts))
                : List.of();
    }

    private static Fault fault(Difference difference) {
        return new Fault(
                difference.file(),
                difference.line(),
                difference.field(),
                difference instanceof Difference.Moved
                        ? "a quote that stands elsewhere in the text"
                        : "words that the text does not have here",
                "the words of the text, where they stand in it");
    }

    private static Map<String, byte[]> bytes(Edits edits) {
        Map<String, byte[]> instead = new HashMap<>();
        edits.edited().forEach((file, content) -> {
            if (content != null) {
                instead.put(file, content.getBytes(StandardCharsets.UTF_8));
            }
        });
        return instead;
    }

    static ArrayNode json(List<Fault> faults) {
        ArrayNode out = NODES.arrayNode();
        faults.forEach(fault -> out.add(fault(fault)));
        return out;
    }

    private static ObjectNode fault(Fault fault) {
        ObjectNode out = NODES.objectNode();
        out.put("file", fault.file());
        out.put("line", fault.line());
        out.put("field", fault.field());
        out.put("got", fault.got());
        out.put("expected", fault.expected());
        out.put("message", fault.toString());
        return out;
    }

    /**
     * Refuses a change that adds a fault to what readers see; to a draft it may add some, except where it sets a field.
     * With a change of a published report, the comparison of its quotes with its text is recorded.
     *
     * @param faults that are there before
     */
    void requireSound(@Nullable String report, Edits edits, Request request, List<Fault> faults)
            throws IOException, RefusedException {
        if (report != null && request.textOf("op").orElse("").equals("set")) {
            requireSchema("reports/" + report + ".yaml", "report", edits);
        }
        Map<String, byte[]> instead = bytes(edits);
        if (isOfDrafts(edits)) {
            return;
        }
        Set<String> old = new HashSet<>();
        faults.forEach(fault -> old.add(signature(fault)));
        List<Fault> added = new ArrayList<>();
        try {
            Catalog after = CatalogLoader.load(folder.root(), instead);
            Optional<Report> changed = report == null ? Optional.empty() : after.report(report);
            if (changed.isPresent()) {
                boolean publishes = request.textOf("op").orElse("").equals("publish");
                added.addAll(compare(changed.get(), publishes, edits));
            }
        } catch (InvalidCatalogException e) {
            e.faults().stream().filter(fault -> !old.contains(signature(fault))).forEach(added::add);
        }
        if (!added.isEmpty()) {
            throw new RefusedException(
                    "got a change after which " + (added.size() == 1 ? "a thing" : added.size() + " things")
                            + " would be wrong, expected none: " + added.getFirst(),
                    added,
                    report);
        }
    }

    /** Compares a report with its text where that is needed, and records it if all is as it should be; else the differences. */
    private List<Fault> compare(Report report, boolean publishes, Edits edits) throws IOException {
        boolean recorded = report.verification() != null;
        if (recorded && !publishes) {
            return List.of();
        }
        List<Verdict> verdicts;
        try {
            verdicts = verdicts(report);
        } catch (IOException e) {
            return List.of(unreadable(e));
        }
        if (!recorded && verdicts.stream().anyMatch(Verdict.Verified.class::isInstance)) {
            edits.write(
                    VerifiedFile.NAME,
                    VerifiedFile.content(folder.root(), List.of(report), LocalDate.now(ZoneOffset.UTC)));
        }
        return publishes ? differences(verdicts) : List.of();
    }

    /** Whether a change is of drafts that stay drafts, of which the catalog has nothing. */
    boolean isOfDrafts(Edits edits) throws IOException {
        Map<String, byte[]> instead = bytes(edits);
        for (Map.Entry<String, byte[]> file : instead.entrySet()) {
            String before = folder.read(file.getKey()).orElse("");
            if (!file.getKey().startsWith("reports/")
                    || !ReportOutline.isDraft(file.getValue())
                    || !ReportOutline.isDraft(Edits.bytes(before))) {
                return false;
            }
        }
        return !instead.isEmpty();
    }

    /** A draft may lack what it will, but no field may be what its schema forbids. */
    private void requireSchema(String file, String schema, Edits edits) throws IOException, RefusedException {
        if (!edits.edited().containsKey(file)) {
            return;
        }
        Set<String> old = new HashSet<>();
        CatalogLoader.schemaFaults(file, schema, Edits.bytes(folder.read(file).orElse("")))
                .forEach(fault -> old.add(signature(fault)));
        List<Fault> added = CatalogLoader.schemaFaults(file, schema, Edits.bytes(edits.content(file))).stream()
                .filter(fault -> !old.contains(signature(fault)))
                .toList();
        if (!added.isEmpty()) {
            throw new RefusedException(
                    "got " + added.getFirst().got() + ", expected "
                            + added.getFirst().expected(),
                    added.getFirst().field());
        }
    }

    private static String signature(Fault fault) {
        return fault.file() + '\n' + fault.field() + '\n' + fault.expected();
    }
}
