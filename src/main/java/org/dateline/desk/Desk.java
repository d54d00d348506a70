package org.dateline.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.dateline.catalog.FolderFingerprint;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.ReportDraft;
import org.dateline.catalog.ReportOutline;
import org.dateline.catalog.SourceTexts;
import org.dateline.catalog.TextVerifier;
import org.dateline.catalog.Verdict;
import org.dateline.catalog.YamlEdits;
import org.dateline.ground.PlaceNames;
import org.dateline.ingest.DraftMaker;
import org.dateline.model.Catalog;
import org.dateline.model.Report;
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
    private final PlaceNames names = PlaceNames.open();
    private String seen = "";
    private Known known;
    private List<Fault> faults = List.of();

    /**
     * @param root  the catalog's folder
     * @param state where the journal is kept
     * @throws IOException if another desk has it open or a file cannot be read
     */
    public Desk(Path root, Path state) throws IOException {
        this.folder = new DeskFolder(root, state);
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
        JsonNode about = file("catalog.yaml");
        ObjectNode out = NODES.objectNode();
        out.set("title", about.path("title"));
        out.set("languages", about.path("languages"));
        ArrayNode reports = out.putArray("reports");
        List<ObjectNode> published = new ArrayList<>();
        for (String id : ReportOutline.ids(folder.root())) {
            ObjectNode report = summary(id);
            if (report.path("status").asString().equals("draft")) {
                reports.add(report);
            } else {
                published.add(report);
            }
        }
        published.forEach(reports::add);
        out.set("parties", file("parties.yaml"));
        out.set("measures", file("measures.yaml"));
        ArrayNode layers = out.putArray("layers");
        if (now.catalog() != null) {
            now.catalog().layers().forEach(layer -> {
                ObjectNode one = layers.addObject();
                one.put("id", layer.id());
                one.set("title", JSON.<JsonNode>valueToTree(layer.title().byLanguage()));
                one.put("style", layer.style().id());
            });
            now.catalog()
                    .extent()
                    .ifPresent(box -> out.putArray("bbox")
                            .add(box.west())
                            .add(box.south())
                            .add(box.east())
                            .add(box.north()));
        }
        ArrayNode features = out.putArray("features");
        for (KnownPlaces.Candidate feature : now.places().own()) {
            ObjectNode one = JSON.<JsonNode>valueToTree(feature).asObject();
            one.put("id", feature.feature());
            features.add(one.remove(List.of("feature", "geonames", "within", "people")));
        }
        JsonNode schema = JSON.readTree(Desk.class.getResourceAsStream("/schema/parties.json"));
        ObjectNode kinds = out.putObject("kinds");
        kinds.set("party", schema.findPath("kind").path("enum"));
        out.set(
                "wordings",
                JSON.readTree(Desk.class.getResourceAsStream("/schema/report.json"))
                        .findPath("wording")
                        .path("enum"));
        out.set("locations", JSON.valueToTree(List.of("point", "radius", "area", "line", "between", "unlocated")));
        out.set("faults", faults(faults));
        out.set("history", history());
        return out;
    }

    private JsonNode file(String name) throws IOException {
        Optional<String> content = folder.read(name);
        return content.isEmpty() ? NODES.nullNode() : YamlEdits.read(name, Edits.bytes(content.get()));
    }

    private ObjectNode summary(String id) throws IOException {
        ObjectNode out = NODES.objectNode();
        out.put("id", id);
        String content = folder.read("reports/" + id + ".yaml").orElse("");
        out.put("status", ReportOutline.isDraft(Edits.bytes(content)) ? "draft" : "published");
        try {
            ReportOutline report = ReportOutline.of(folder.root(), id, Edits.bytes(content));
            out.set("label", report.root().path("label"));
            out.set("language", report.root().path("language"));
            out.set("date", report.root().path("date"));
            out.put(
                    "open",
                    ReportItem.of(report).stream().filter(ReportItem::open).count());
        } catch (IOException e) {
            out.put("label", id);
            out.put("fault", e.getMessage());
        }
        out.put("text", ReportOutline.hasText(folder.root(), id));
        return out;
    }

    private ObjectNode history() {
        ObjectNode out = NODES.objectNode();
        out.put("undo", folder.journal().toUndo().map(Step::label).orElse(null));
        out.put("redo", folder.journal().toRedo().map(Step::label).orElse(null));
        return out;
    }

    private static ArrayNode faults(List<Fault> faults) {
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

    /** What keeps a report from being published, or what is wrong with a published one. */
    public synchronized ObjectNode problems(String id) throws IOException {
        List<Fault> found = lacks(id);
        ObjectNode out = NODES.objectNode();
        out.put("publishable", found.isEmpty());
        out.set("problems", problems(id, found));
        return out;
    }

    /** Faults as the page shows them, each with the item that it belongs to. */
    public synchronized ArrayNode problems(@Nullable String id, List<Fault> found) throws IOException {
        if (id == null) {
            return faults(found);
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
        Path texts = folder.root().resolve("texts");
        if (!Files.isDirectory(texts)) {
            return List.of();
        }
        try {
            return TextVerifier.verify(folder.root(), List.of(report), SourceTexts.read(texts)).stream()
                    .filter(Verdict.Changed.class::isInstance)
                    .flatMap(verdict -> ((Verdict.Changed) verdict).differences().stream())
                    .map(Desk::fault)
                    .toList();
        } catch (IOException e) {
            return List.of(new Fault("texts", 0, "", String.valueOf(e.getMessage()), "a folder of texts"));
        }
    }

    private static Fault fault(Difference difference) {
        return new Fault(
                difference.file(),
                difference.line(),
                difference.field(),
                difference.getClass().getSimpleName().equals("Moved")
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

    /** The places that words may mean. */
    public synchronized ObjectNode places(String words) {
        ObjectNode out = NODES.objectNode();
        ArrayNode list = out.putArray("candidates");
        known().places().named(words, true).forEach(one -> list.add(JSON.<JsonNode>valueToTree(one)));
        return out;
    }

    /** The catalog's other files as they are written, for forms. */
    public synchronized ObjectNode files() throws IOException {
        ObjectNode out = NODES.objectNode();
        ObjectNode revs = out.putObject("revs");
        for (String name : List.of("catalog", "parties", "measures", "corrections")) {
            folder.read(name + ".yaml").ifPresent(content -> revs.put(name + ".yaml", DeskFolder.sha256(content)));
            JsonNode content = file(name + ".yaml");
            out.set(name, content.isNull() ? NODES.arrayNode() : content);
        }
        ArrayNode views = out.putArray("views");
        for (String id : ids("views")) {
            String name = "views/" + id + ".yaml";
            ObjectNode view = NODES.objectNode();
            view.put("id", id);
            file(name).properties().forEach(field -> view.set(field.getKey(), field.getValue()));
            views.add(view);
            revs.put(name, DeskFolder.sha256(folder.read(name).orElse("")));
        }
        ArrayNode layers = out.putArray("layers");
        for (JsonNode id : out.path("catalog").path("layers")) {
            String home = "layers/" + id.asString("") + "/";
            ObjectNode layer = layers.addObject();
            layer.put("id", id.asString(""));
            layer.set("fields", file(home + "layer.yaml"));
            layer.set("features", file(home + "features.geojson").path("features"));
            for (String name : List.of(home + "layer.yaml", home + "features.geojson")) {
                folder.read(name).ifPresent(content -> revs.put(name, DeskFolder.sha256(content)));
            }
        }
        return out;
    }

    private List<String> ids(String home) throws IOException {
        if (!Files.isDirectory(folder.root().resolve(home))) {
            return List.of();
        }
        try (var files = Files.list(folder.root().resolve(home))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(ID + "\\.yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
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
        requireSound(report, edits, request);
        folder.change(id, done.label(), done.label(), report, JSON.writeValueAsString(json), edits.edited());
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

    /** A change adds no fault to what readers see; to a draft it may, except where it sets a field. */
    private void requireSound(@Nullable String report, Edits edits, Request request)
            throws IOException, RefusedException {
        if (report != null && request.textOf("op").orElse("").equals("set")) {
            requireSchema("reports/" + report + ".yaml", edits);
        }
        Map<String, byte[]> instead = bytes(edits);
        if (onlyDrafts(instead)) {
            return;
        }
        Set<String> old = new HashSet<>();
        faults.forEach(fault -> old.add(signature(fault)));
        List<Fault> added = new ArrayList<>();
        try {
            Catalog after = CatalogLoader.load(folder.root(), instead);
            if (report != null && request.textOf("op").orElse("").equals("publish")) {
                after.report(report).map(this::differences).ifPresent(added::addAll);
            }
        } catch (InvalidCatalogException e) {
            e.faults().stream().filter(fault -> !old.contains(signature(fault))).forEach(added::add);
        }
        if (!added.isEmpty()) {
            throw new RefusedException(
                    "got a change after which " + added.size() + " thing(s) would be wrong, expected none: "
                            + added.getFirst(),
                    added,
                    report);
        }
    }

    /** Whether a change is of drafts that stay drafts, of which the catalog has nothing. */
    private boolean onlyDrafts(Map<String, byte[]> instead) throws IOException {
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

    /** A draft may lack what it will, but no field may be set to what its schema forbids. */
    private void requireSchema(String file, Edits edits) throws IOException, RefusedException {
        if (!edits.edited().containsKey(file)) {
            return;
        }
        Set<String> old = new HashSet<>();
        CatalogLoader.schemaFaults(file, "report", Edits.bytes(folder.read(file).orElse("")))
                .forEach(fault -> old.add(signature(fault)));
        List<Fault> added = CatalogLoader.schemaFaults(file, "report", Edits.bytes(edits.content(file))).stream()
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
     * @param json its {@code over} says to do so although somebody else has changed the same lines
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
            folder.turn(id, step.get(), back, said, Map.of());
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

    // Texts and previews

    /**
     * Makes a draft of a file's text.
     *
     * @param file     with the text; its name becomes the report's id unless one is given
     * @param language null for the catalog's first
     * @return the new report's id and what was found
     */
    public synchronized ObjectNode ingest(Path file, @Nullable String report, @Nullable String language)
            throws IOException, RefusedException {
        String id = report == null ? ReportDraft.idOf(file) : report;
        if (!id.matches(ID)) {
            throw new RefusedException(
                    "got the id " + id + ", expected lower-case letters, digits and hyphens", "report");
        }
        String code = language == null ? CatalogLoader.languages(folder.root()).getFirst() : language;
        DraftMaker.Made made;
        try {
            made = new DraftMaker(folder.root(), known().catalog()).make(file, id, code);
        } catch (IOException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
        ObjectNode out = NODES.objectNode();
        out.put("report", id);
        out.put(
                "said",
                made.excerpts() + " sentences quoted; places: " + made.known() + " of the catalog, " + made.proposed()
                        + " of the gazetteer, " + made.unknown() + " in no list; figures: " + made.claims());
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
                    "got a catalog with " + e.faults().size() + " fault(s), expected none: "
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
