package org.dateline.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.ground.BoundaryRule;
import org.dateline.model.Alias;
import org.dateline.model.Basemap;
import org.dateline.model.Behaviour;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.Correction;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Measure;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.model.View;
import org.jspecify.annotations.Nullable;

/**
 * Loads a folder of YAML and GeoJSON as a {@link Catalog}: parses, checks against the JSON Schemas, resolves ids,
 * checks the rules of evidence. It does not stop at the first fault: the exception contains all of them.
 */
public final class CatalogLoader {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Path folder;
    private final Map<String, byte[]> instead;
    private final Faults faults;
    private final CatalogFolder contents;
    private final DocumentReader documents;
    private final TextFinder sources;
    private final List<String> notes = new ArrayList<>();
    private List<Report> reports = List.of();
    private List<Draft> drafts = List.of();
    /** The id of a draft that is read as if it were published; null for none. */
    private @Nullable String previewed;
    /** Whether a ground is derived where the catalog has none. */
    private boolean onGround = true;

    CatalogLoader(Path folder) {
        this(folder, Map.of(), new Faults());
    }

    /** @param instead contents that files would have, by name */
    private CatalogLoader(Path folder, Map<String, byte[]> instead, Faults faults) {
        this.folder = folder;
        this.faults = faults;
        this.instead = instead;
        this.contents = new CatalogFolder(folder, faults, instead);
        this.documents = new DocumentReader(contents, faults);
        this.sources = new OwnTexts(folder, contents, faults);
    }

    private CatalogLoader(Path folder, TextFinder sources) {
        this.folder = folder;
        this.faults = new Faults();
        this.instead = Map.of();
        this.contents = new CatalogFolder(folder, faults);
        this.documents = new DocumentReader(contents, faults);
        this.sources = sources;
    }

    /**
     * The reports of a catalog that may have faults.
     *
     * @param reports those that could be read, without excerpts and claims that have faults
     * @param faults  of the whole catalog
     */
    public record Reports(List<Report> reports, List<Fault> faults) {

        public Reports {
            reports = List.copyOf(reports);
            faults = List.copyOf(faults);
        }
    }

    /**
     * A report that is not published yet.
     *
     * @param file  its path within the catalog's folder
     * @param lacks what keeps it from being published, apart from its status
     */
    public record Draft(String file, List<Fault> lacks) {

        public Draft {
            lacks = List.copyOf(lacks);
        }
    }

    /** The drafts of a catalog, in the order of their files; none if the catalog has faults that hide them. */
    public static List<Draft> drafts(Path folder) {
        CatalogLoader loader = new CatalogLoader(folder);
        try {
            loader.load();
        } catch (InvalidCatalogException _) {
            // What is wrong with the others is reported where the catalog is loaded.
        }
        return loader.drafts;
    }

    /** Loads what can be read of a catalog's reports, whatever is wrong with the others or with other files. */
    public static Reports loadReports(Path folder, SourceTexts texts) {
        CatalogLoader loader = new CatalogLoader(folder, texts);
        try {
            return new Reports(loader.load().reports(), List.of());
        } catch (InvalidCatalogException e) {
            return new Reports(loader.reports, e.faults());
        }
    }

    /**
     * @param folder the root of the catalog, with {@code catalog.yaml}
     * @throws InvalidCatalogException with every fault
     */
    public static Catalog load(Path folder) throws InvalidCatalogException {
        return new CatalogLoader(folder).load();
    }

    /**
     * The faults of one file by its JSON Schema alone.
     *
     * @param schema its name, such as {@code report}
     */
    public static List<Fault> schemaFaults(String file, String schema, byte[] content) {
        Faults own = new Faults();
        new DocumentReader(new CatalogFolder(Path.of(""), own), own)
                .read(file, content)
                .ifPresent(document -> SchemaValidator.check(document, schema, own));
        return own.all();
    }

    /**
     * Loads a catalog, to look things up in it: with no ground but its own, and as it would be if some of its files were
     * others. Files that are new are not looked for.
     *
     * @param instead contents by name, as in {@code reports/a.yaml}
     * @throws InvalidCatalogException with every fault
     */
    public static Catalog load(Path folder, Map<String, byte[]> instead) throws InvalidCatalogException {
        CatalogLoader loader = new CatalogLoader(folder, instead, new Faults());
        loader.onGround = false;
        return loader.load();
    }

    /**
     * Loads what a list shows of a catalog that somebody checks later: looks for no faults, and leaves out figures, when
     * reports were verified, and all views but the first one, which saves more than half of the time. Its hash is that of the
     * whole. Empty if it cannot be made without looking for faults.
     */
    public static Optional<Catalog> glance(Path folder) {
        CatalogLoader loader = new CatalogLoader(folder, Map.of(), Faults.unsought());
        loader.onGround = false;
        try {
            return Optional.of(loader.load());
        } catch (InvalidCatalogException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /**
     * Loads a catalog as it would be if a report were published: without its proposals' marks, and without what has faults
     * in it.
     *
     * @throws InvalidCatalogException with the faults of everything else
     */
    public static Catalog preview(Path folder, String report) throws InvalidCatalogException {
        CatalogLoader loader = new CatalogLoader(folder);
        loader.previewed = report;
        return loader.load();
    }

    /**
     * A catalog and what was assumed where its files say nothing.
     *
     * @param notes one line each, the file first
     */
    public record Loaded(Catalog catalog, List<String> notes) {

        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    /** As {@link #load(Path)}, with what was assumed. */
    public static Loaded loadWithNotes(Path folder) throws InvalidCatalogException {
        CatalogLoader loader = new CatalogLoader(folder);
        return new Loaded(loader.load(), loader.notes);
    }

    /**
     * The languages of a catalog that may have faults, the default first.
     *
     * @throws IOException if its catalog.yaml names none
     */
    public static List<String> languages(Path folder) throws IOException {
        CatalogLoader loader = new CatalogLoader(folder);
        List<String> languages = loader.documents
                .read(folder.resolve("catalog.yaml"))
                .map(document -> document.field().texts("languages"))
                .orElse(List.of());
        if (languages.isEmpty()) {
            throw new IOException("got " + folder + " without languages in a catalog.yaml, expected a catalog: "
                    + "\"new\" makes one");
        }
        return languages;
    }

    /** The names of the texts from which fields were derived that the catalog's files leave out. */
    Set<String> texts() {
        return contents.filesBeside();
    }

    /** The names of the files that were read. */
    Set<String> files() {
        return contents.files();
    }

    Catalog load() throws InvalidCatalogException {
        Optional<Document> about = checked(folder.resolve("catalog.yaml"), "catalog");
        // Stop here: nothing else can be checked without catalog.yaml.
        faults.throwIfAny();
        Field field = about.orElseThrow().field();
        List<String> languages = field.texts("languages");
        TextReader texts = new TextReader(languages, faults);

        FeatureIdIndex features = new FeatureIdIndex();
        AliasReader aliases = new AliasReader(faults);
        TableReader tables = new TableReader(contents, faults);
        LayerReader layerReader = new LayerReader(documents, tables, texts, features, aliases, notes, faults);
        List<Layer> layers = layers(field, layerReader);
        Entries<Party> parties = entries(
                "parties",
                item -> new Party(
                        item.get("id").text(),
                        texts.read(item.get("name")),
                        item.get("kind").text(),
                        texts.read(item.get("description"))));
        Entries<Measure> measures = faults.areSought()
                ? entries("measures", item -> measure(item, texts, aliases))
                : countedOnly("measures");
        EvidenceRules rules = new EvidenceRules(parties::knows, features, faults);
        ClaimRules claimRules = new ClaimRules(measures::knows, groups(measures.sound()), parties::knows, faults);
        List<Path> reportFiles = files("reports");
        QuoteTable quotes = QuoteTable.read(
                folder,
                tables,
                layers,
                parties.sound(),
                reportFiles.stream().map(ReportReader::idOf).collect(Collectors.toSet()),
                languages.getFirst(),
                faults);
        ReportReader reportReader =
                new ReportReader(documents, texts, rules, claimRules, sources, aliases, quotes, faults);
        VerifiedReader verified = new VerifiedReader(documents, faults);
        Path verifications = folder.resolve(VerifiedFile.NAME);
        if (faults.areSought()) {
            verified.read(
                    verifications, reportFiles.stream().map(ReportReader::idOf).collect(Collectors.toSet()));
        } else if (contents.exists(verifications)) {
            countsOnly(verifications);
        }
        // Drafts are read by themselves: they are no part of the catalog, of its hash and of what is pushed.
        CatalogFolder apart = new CatalogFolder(folder, new Faults(), instead);
        Map<Boolean, List<Path>> byDraft =
                reportFiles.stream().collect(Collectors.partitioningBy(file -> ReportReader.isDraft(apart.read(file))));
        List<Path> unpublished = byDraft.get(true);
        List<Path> published = byDraft.get(false);
        drafts = unpublished.stream()
                .map(file -> draft(file, languages, features, parties, measures, quotes))
                .toList();
        reports = published.stream()
                .map(reportReader::read)
                .flatMap(Optional::stream)
                .map(verified::applyTo)
                .toList();
        if (previewed != null) {
            reports = Stream.concat(
                            reports.stream(),
                            unpublished.stream()
                                    .filter(file -> ReportReader.idOf(file).equals(previewed))
                                    .flatMap(
                                            file -> reader(new Faults(), languages, features, parties, measures, quotes)
                                                    .preview(file)
                                                    .stream()))
                    .toList();
        }
        ViewReader viewReader =
                new ViewReader(field.texts("layers"), layers, features, measures::knows, texts, aliases, faults);
        List<Path> viewFiles = files("views");
        String first = field.get("view").text();
        List<View> views = viewFiles.stream()
                .filter(file -> faults.areSought() || ReportReader.idOf(file).equals(first) || !countsOnly(file))
                .flatMap(file -> checked(file, "view")
                        .filter(document -> !faults.touch(document.field()))
                        .flatMap(document -> viewReader.read(ReportReader.idOf(file), document.field()))
                        .stream())
                .toList();
        Optional<Basemap> basemap = field.find("basemap").flatMap(name -> basemap(name, texts));
        List<BoundaryRule> boundaries = boundaries(field);
        @Nullable MapView view = defaultView(field, viewFiles, views);
        CorrectionReader correctionReader = new CorrectionReader(documents, texts, features, measures::knows, faults);
        Path corrected = folder.resolve("corrections.yaml");
        List<Correction> corrections =
                contents.exists(corrected) ? correctionReader.read(corrected, published, reports) : List.of();
        Map<String, Map<String, String>> messages = messages(languages);
        Brand brand = field.find("brand")
                .map(new BrandReader(folder, contents, texts, faults)::read)
                .orElse(Brand.PROGRAM);
        aliases.requireFormer(
                Alias.Kind.VIEW, viewFiles.stream().map(ReportReader::idOf).collect(Collectors.toSet()));
        aliases.requireFormer(
                Alias.Kind.REPORT, reportFiles.stream().map(ReportReader::idOf).collect(Collectors.toSet()));
        aliases.requireFormer(Alias.Kind.MEASURE, measures.ids());
        aliases.requireFormer(Alias.Kind.PLACE, features.ids());
        faults.throwIfAny();
        Catalog catalog = new Catalog(
                texts.read(field.get("title")),
                texts.read(field.get("summary")),
                languages,
                layers,
                reports,
                parties.sound(),
                measures.sound(),
                views,
                Objects.requireNonNull(view),
                basemap.orElseGet(() -> onGround ? GroundOfCatalog.of(layers, views, languages, boundaries) : null),
                corrections,
                aliases.aliases(),
                messages,
                brand,
                contents.hash());
        return new CatalogStreets(folder)
                .find(field.find("streets").map(Field::text))
                .map(catalog::onStreets)
                .orElse(catalog);
    }

    /** Reads a draft by the rules of published reports, with faults of its own: they stop nothing. */
    private Draft draft(
            Path file,
            List<String> languages,
            FeatureIdIndex features,
            Entries<Party> parties,
            Entries<Measure> measures,
            QuoteTable quotes) {
        Faults own = new Faults();
        reader(own, languages, features, parties, measures, quotes).read(file);
        return new Draft(contents.name(file), own.all());
    }

    private ReportReader reader(
            Faults own,
            List<String> languages,
            FeatureIdIndex features,
            Entries<Party> parties,
            Entries<Measure> measures,
            QuoteTable quotes) {
        CatalogFolder apart = new CatalogFolder(folder, own, instead);
        return new ReportReader(
                new DocumentReader(apart, own),
                new TextReader(languages, own),
                new EvidenceRules(parties::knows, features, own),
                new ClaimRules(measures::knows, groups(measures.sound()), parties::knows, own),
                new OwnTexts(folder, apart, own),
                new AliasReader(own),
                quotes,
                own);
    }

    /** The catalog's own messages of the interface, by language. */
    private Map<String, Map<String, String>> messages(List<String> languages) {
        Map<String, Map<String, String>> messages = new HashMap<>();
        for (Path file : contents.list("languages")) {
            String name = contents.name(file);
            String language = file.getFileName().toString().replaceFirst("\\.properties$", "");
            if (name.endsWith(".properties") && languages.contains(language)) {
                contents.read(file)
                        .ifPresent(content -> messages.put(language, InterfaceWords.read(name, content, faults)));
            } else {
                faults.add(new Fault(
                        name,
                        0,
                        "",
                        "a file of this name",
                        "a language of catalog.yaml (" + String.join(", ", languages) + "), then .properties"));
            }
        }
        return messages;
    }

    private static Measure measure(Field item, TextReader texts, AliasReader aliases) {
        String id = item.get("id").text();
        aliases.read(Alias.Kind.MEASURE, id, item);
        return new Measure(
                id,
                texts.read(item.get("label")),
                texts.read(item.get("unit")),
                texts.read(item.get("counts")),
                // The behaviour that allows most, where an editor says nothing.
                Behaviour.of(item.get("behaves").text()).orElse(Behaviour.VARIES),
                item.get("groups").items().stream()
                        .map(group -> new Measure.Group(group.get("id").text(), texts.read(group.get("label"))))
                        .toList());
    }

    private static Map<String, Set<String>> groups(List<Measure> measures) {
        return measures.stream()
                .collect(Collectors.toMap(
                        Measure::id,
                        measure ->
                                measure.groups().stream().map(Measure.Group::id).collect(Collectors.toSet()),
                        (one, _) -> one));
    }

    private List<Layer> layers(Field catalog, LayerReader reader) {
        List<Layer> layers = new ArrayList<>();
        List<String> listed = catalog.texts("layers");
        for (Field id : catalog.get("layers").items()) {
            Path layer = folder.resolve("layers").resolve(id.text());
            if (Files.isDirectory(layer)) {
                reader.read(layer).ifPresent(layers::add);
            } else {
                faults.add(id.fault("a folder of this name in layers/"));
            }
        }
        for (Path layer : contents.list("layers")) {
            if (Files.isDirectory(layer) && !listed.contains(layer.getFileName().toString())) {
                faults.add(catalog.get("layers")
                        .fault("no " + layer.getFileName(), "every folder of layers/ in this list"));
            }
        }
        return layers;
    }

    private @Nullable MapView defaultView(Field catalog, List<Path> files, List<View> views) {
        Field id = catalog.get("view");
        Optional<View> view = views.stream()
                .filter(candidate -> candidate.id().equals(id.text()))
                .findFirst();
        boolean unknown = view.isEmpty()
                && files.stream().noneMatch(file -> ReportReader.idOf(file).equals(id.text()));
        if (unknown || view.isPresent() && !(view.get() instanceof MapView)) {
            faults.add(id.fault("a view of the map in views/"));
        }
        return view.filter(MapView.class::isInstance).map(MapView.class::cast).orElse(null);
    }

    private Optional<Basemap> basemap(Field name, TextReader texts) {
        Path home = folder.resolve(name.text());
        return checked(home.resolve("basemap.yaml"), "basemap")
                .filter(document -> !faults.touch(document.field()))
                .flatMap(document -> new BasemapReader(home, contents, texts, faults).read(document.field()));
    }

    /** How boundaries are drawn on a derived ground; a basemap of the catalog's own says so itself. */
    private List<BoundaryRule> boundaries(Field catalog) {
        Field list = catalog.get("boundaries");
        if (list.items().isEmpty() || faults.touch(list)) {
            return List.of();
        }
        if (catalog.has("basemap")) {
            faults.add(list.fault("nothing beside a basemap: change the status of the lines in its files"));
        }
        return list.items().stream()
                .flatMap(rule -> BboxReader.read(rule.get("within"), faults).stream()
                        .map(box -> new BoundaryRule(
                                box,
                                rule.find("of").map(Field::text),
                                rule.get("status").text())))
                .toList();
    }

    /**
     * The entries of a file that contains a list.
     *
     * @param sound entries without faults
     * @param ids   ids of all entries, including those with faults
     * @param read  whether the file could be read
     */
    private record Entries<T>(List<T> sound, Set<String> ids, boolean read) {

        /** An unreadable file may contain any id: that is one fault, not one for each reference. */
        boolean knows(String id) {
            return !read || ids.contains(id);
        }
    }

    private <T> Entries<T> entries(String name, Function<Field, T> reader) {
        Optional<Document> document = checked(folder.resolve(name + ".yaml"), name);
        List<T> sound = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Field item : document.map(Document::field).map(Field::items).orElse(List.of())) {
            Field id = item.get("id");
            if (!id.text().isEmpty() && !ids.add(id.text())) {
                faults.add(id.fault("a unique id: an earlier entry has this one"));
            }
            if (!faults.touch(item)) {
                sound.add(reader.apply(item));
            }
        }
        return new Entries<>(
                sound, ids, document.isPresent() && document.get().root().isArray());
    }

    /** Reads a file for the catalog's hash alone; false, with a fault, if it cannot be read. */
    private boolean countsOnly(Path file) {
        return contents.read(file).isPresent();
    }

    private <T> Entries<T> countedOnly(String name) {
        countsOnly(folder.resolve(name + ".yaml"));
        return new Entries<>(List.of(), Set.of(), false);
    }

    private Optional<Document> checked(Path file, String schema) {
        Optional<Document> document = documents.read(file);
        document.ifPresent(read -> SchemaValidator.check(read, schema, faults));
        return document;
    }

    /** The YAML files of a folder, whose names are ids. */
    private List<Path> files(String name) {
        List<Path> files = new ArrayList<>();
        for (Path file : contents.list(name)) {
            if (file.toString().endsWith(".yaml")
                    && ID.matcher(ReportReader.idOf(file)).matches()) {
                files.add(file);
            } else {
                faults.add(new Fault(
                        contents.name(file),
                        0,
                        "",
                        "a file of this name",
                        "lower-case letters, digits and hyphens, then .yaml"));
            }
        }
        return files;
    }
}
