package org.dateline.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.Fault;
import org.dateline.catalog.FolderFingerprint;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.ReportDraft;
import org.dateline.catalog.ReportOutline;
import org.dateline.catalog.YamlEdits;
import org.dateline.ground.PlaceNames;
import org.dateline.ingest.DraftMaker;
import org.dateline.ingest.PlaceReader;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An editor's desk over a catalog's folder: shows reports with their proposals, and makes changes that are on disk when
 * they are answered and that can be taken back, all of them. One thread at a time works at it.
 */
public final class Desk implements AutoCloseable {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The name of the journal's folder in the state folder: hidden, so that a server does not watch it. */
    public static final String STATE = ".desk";

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private final DeskFolder folder;
    private final Overview overview;
    private final Checks checks;
    private final PlaceNames names;
    private String seen = "";
    private Known known;
    private List<Fault> faults = List.of();

    /**
     * @param root  the catalog's folder
     * @param state where the journal is kept
     * @throws IOException if another desk has it open, or a file or a loaded gazetteer cannot be read
     */
    public Desk(Path root, Path state) throws IOException {
        this.folder = new DeskFolder(root, state);
        this.overview = new Overview(folder);
        this.checks = new Checks(folder);
        this.names = PlaceReader.names(root);
        this.known = new Known(null, new KnownPlaces(null, names));
    }

    /** What could not be finished of the last change before a crash, one line each. */
    public List<String> unfinished() {
        return folder.unfinished();
    }

    /** A change that somebody else's contradicts. */
    public static final class ConflictException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient ObjectNode answer;

        ConflictException(ObjectNode answer) {
            super(answer.path("message").asString(""));
            this.answer = answer;
        }

        public ObjectNode answer() {
            return answer;
        }
    }

    private Known known() {
        String now = FolderFingerprint.ofState(folder.root());
        if (!now.equals(seen)) {
            try {
                Catalog catalog = CatalogLoader.load(folder.root(), Map.of());
                known = new Known(catalog, new KnownPlaces(catalog, names));
                faults = List.of();
            } catch (InvalidCatalogException e) {
                faults = e.faults();
            }
            seen = now;
        }
        return known;
    }

    // Reading

    /** The whole catalog at a glance: reports, parties, measures, layers, features. */
    public synchronized ObjectNode overview() throws IOException {
        Known now = known();
        ObjectNode out = overview.write(now, faults);
        out.set("history", history());
        return out;
    }

    /** The catalog's other files as they are written, for forms. */
    public synchronized ObjectNode files() throws IOException {
        return overview.files();
    }

    /** What keeps a report from being published, or what is wrong with a published one. */
    public synchronized ObjectNode problems(String id) throws IOException {
        return checks.problems(id);
    }

    /** Faults as the page shows them, each with the item of the report that it belongs to. */
    public synchronized ArrayNode problems(@Nullable String report, List<Fault> found) throws IOException {
        return checks.problems(report, found);
    }

    private ObjectNode history() {
        ObjectNode out = NODES.objectNode();
        out.put("undo", folder.journal().toUndo().map(Step::label).orElse(null));
        out.put("redo", folder.journal().toRedo().map(Step::label).orElse(null));
        return out;
    }

    /** Whether there is a report with an id. */
    public synchronized boolean hasReport(String id) throws IOException {
        return id.matches(ID) && folder.read("reports/" + id + ".yaml").isPresent();
    }

    /** A report with its text, excerpts and items. */
    public synchronized ObjectNode report(String id) throws IOException {
        String content =
                folder.read("reports/" + id + ".yaml").orElseThrow(() -> new IOException("got no report " + id));
        Known now = known();
        return new ReportJson(now.places(), now.incidents())
                .write(ReportOutline.of(folder.root(), id, Edits.bytes(content)), content);
    }

    /** The places that words may mean. */
    public synchronized ObjectNode places(String words) {
        ObjectNode out = NODES.objectNode();
        ArrayNode list = out.putArray("candidates");
        known().places().named(words, true).forEach(one -> list.add(JSON.<JsonNode>valueToTree(one)));
        return out;
    }

    // Changing

    /**
     * Makes a change.
     *
     * @return what the page shows next; on disk when this returns
     * @throws ConflictException if somebody else has changed the same
     */
    public synchronized ObjectNode change(JsonNode json) throws IOException, RefusedException, ConflictException {
        Request request = new Request(json);
        String id = request.text("id");
        Optional<Step> before = folder.journal().byId(id);
        if (before.isPresent()) {
            return answer(before.get().report(), null, before.get().said(), true);
        }
        @Nullable String report = request.textOf("report").orElse(null);
        if (report != null && !hasReport(report)) {
            throw request.lacking("report", "the id of a report");
        }
        Known now = known();
        Edits edits = new Edits(folder);
        CatalogChanges catalog = new CatalogChanges(edits, now);
        String file = report == null ? catalog.file(request) : "reports/" + report + ".yaml";
        requireUnchanged(request, file, report, catalog);
        ReportChanges.Done done = report == null
                ? new ReportChanges.Done(catalog.make(request), null)
                : new ReportChanges(folder, edits, catalog, now, report).make(request);
        if (edits.edited().isEmpty()) {
            return answer(report, done.focus(), done.label() + ": nothing to change", false);
        }
        checks.requireSound(report, edits, request, faults);
        boolean drafts = checks.isOfDrafts(edits);
        folder.change(id, done.label(), done.label(), report, JSON.writeValueAsString(json), edits.edited());
        if (drafts) {
            // The catalog has nothing of drafts: it need not be loaded again.
            seen = state();
        }
        boolean others = edits.edited().keySet().stream().anyMatch(name -> !name.startsWith("reports/"));
        return answer(report, done.focus(), done.label(), others);
    }

    /** Refuses a change of something that was changed by another hand since the page saw it. */
    private void requireUnchanged(Request request, String file, @Nullable String report, CatalogChanges catalog)
            throws IOException, RefusedException, ConflictException {
        @Nullable String rev = request.textOf("rev").orElse(null);
        @Nullable String now = folder.read(file).orElse(null);
        if (rev == null || now == null || rev.equals(DeskFolder.sha256(now))) {
            return;
        }
        Optional<String> seenThen = folder.version(file, rev);
        ObjectNode answer = NODES.objectNode();
        if (seenThen.isEmpty()) {
            answer.put("error", "stale");
            answer.put(
                    "message",
                    "got a change of a state of " + file + " that the desk does not know any more, expected "
                            + "one of the present state");
        } else {
            JsonNode base = node(request, file, report, seenThen.get(), catalog);
            JsonNode theirs = node(request, file, report, now, catalog);
            if (base.equals(theirs)) {
                return;
            }
            answer.put("error", "conflict");
            answer.put(
                    "message",
                    "got " + file + ", in which another hand has changed the same, expected to be the only one");
            answer.put(
                    "node", request.textOf("key").orElse(request.textOf("field").orElse(file)));
            answer.set("base", orNull(base));
            answer.set("theirs", orNull(theirs));
            answer.set("mine", request.json());
        }
        answer.set("report", report == null ? NODES.nullNode() : report(report));
        throw new ConflictException(answer);
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? NODES.nullNode() : node;
    }

    private JsonNode node(Request request, String file, @Nullable String report, String content, CatalogChanges catalog)
            throws IOException, RefusedException {
        return report == null
                ? catalog.node(request, YamlEdits.read(file, Edits.bytes(content)))
                : ReportChanges.node(request, ReportOutline.of(folder.root(), report, Edits.bytes(content)));
    }

    private ObjectNode answer(@Nullable String report, @Nullable String focus, String said, boolean others)
            throws IOException {
        ObjectNode out = NODES.objectNode();
        ObjectNode shown = report == null || !hasReport(report) ? null : report(report);
        out.set("report", shown == null ? NODES.nullNode() : shown);
        out.put("focus", focus);
        out.put("next", shown == null ? null : next(shown.path("items"), focus));
        out.put("said", said + (shown == null ? "" : "; " + shown.path("open").asInt() + " left"));
        out.set("history", history());
        out.put("catalog", others);
        return out;
    }

    /** The next open item behind the one in focus, or the first open one. */
    private static @Nullable String next(JsonNode items, @Nullable String focus) {
        @Nullable String first = null;
        boolean behind = false;
        for (JsonNode item : items) {
            String key = item.path("key").asString();
            if (item.path("open").asBoolean() && !key.equals(focus)) {
                if (behind) {
                    return key;
                }
                first = first == null ? key : first;
            }
            behind |= key.equals(focus);
        }
        return first;
    }

    /**
     * Takes the last change back, or does it again.
     *
     * @param json its {@code keep} says whose lines stay, {@code mine} or {@code theirs}, where somebody else has changed
     *     the same lines since
     * @throws ConflictException if there is such a file, with both versions of its lines
     */
    public synchronized ObjectNode turn(JsonNode json, boolean back)
            throws IOException, RefusedException, ConflictException {
        Request request = new Request(json);
        String id = request.text("id");
        Optional<Step> before = folder.journal().byId(id);
        if (before.isPresent()) {
            return answer(before.get().report(), null, before.get().said(), true);
        }
        Optional<Step> step =
                back ? folder.journal().toUndo() : folder.journal().toRedo();
        if (step.isEmpty()) {
            throw new RefusedException("got nothing to " + (back ? "take back" : "do again") + ", expected a change");
        }
        String said = (back ? "taken back: " : "done again: ") + step.get().label();
        try {
            folder.turn(id, step.get(), back, said, keep(request));
        } catch (ChangedMeanwhileException e) {
            ObjectNode answer = NODES.objectNode();
            answer.put("error", "conflict");
            answer.put("message", e.getMessage());
            answer.put("node", e.file());
            answer.put("base", (String) null);
            answer.put("mine", e.mine());
            answer.put("theirs", e.theirs());
            @Nullable String report = step.get().report();
            answer.set("report", report == null ? NODES.nullNode() : report(report));
            throw new ConflictException(answer);
        }
        ObjectNode out = answer(step.get().report(), null, said, true);
        out.put("opened", step.get().report());
        return out;
    }

    private static DeskFolder.Keep keep(Request request) throws RefusedException {
        return switch (request.textOf("keep").orElse("")) {
            case "" -> DeskFolder.Keep.ASK;
            case "mine" -> DeskFolder.Keep.MINE;
            case "theirs" -> DeskFolder.Keep.THEIRS;
            default -> throw request.lacking("keep", "mine or theirs");
        };
    }

    // Texts and previews

    /**
     * Makes a draft of a file's text.
     *
     * @param file     with the text; its name becomes the report's id unless one is given
     * @param language null for what its words say
     * @return the new report's id and what was found
     */
    public synchronized ObjectNode ingest(Path file, @Nullable String report, @Nullable String language)
            throws IOException, RefusedException {
        String id = report == null ? ReportDraft.idOf(file) : report;
        if (!id.matches(ID)) {
            throw new RefusedException(
                    "got the id " + id + ", expected lower-case letters, digits and hyphens", "report");
        }
        DraftMaker.Made made;
        try {
            made = new DraftMaker(folder.root(), known().catalog()).make(file, id, language);
        } catch (IOException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
        ObjectNode out = NODES.objectNode();
        out.put("report", id);
        out.put(
                "said",
                Counted.of(made.excerpts(), "sentence") + " quoted; places: " + made.known() + " of the catalog, "
                        + made.proposed() + " of the gazetteer, " + made.unknown() + " in no list; figures: "
                        + made.claims());
        return out;
    }

    /**
     * The catalog as readers would see it if a draft were published.
     *
     * @param report the draft's id; empty for the catalog as it is
     * @throws RefusedException if the catalog has faults of its own
     */
    public synchronized Catalog preview(String report) throws RefusedException {
        try {
            return report.isEmpty() ? CatalogLoader.load(folder.root()) : CatalogLoader.preview(folder.root(), report);
        } catch (InvalidCatalogException e) {
            throw new RefusedException(
                    "got a catalog with " + Counted.of(e.faults().size(), "fault") + ", expected none: "
                            + e.faults().getFirst(),
                    e.faults(),
                    null);
        }
    }

    /** Changes when any file of the catalog does. */
    public String state() {
        return FolderFingerprint.ofState(folder.root());
    }

    @Override
    public synchronized void close() throws IOException {
        folder.close();
    }
}
