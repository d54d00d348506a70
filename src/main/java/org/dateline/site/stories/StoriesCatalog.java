package org.dateline.site.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.catalog.InterfaceWords;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Location;
import org.dateline.ground.Focus;
import org.dateline.ground.GroundStore;
import org.dateline.model.Basemap;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.Correction;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Text;
import org.dateline.site.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a server as a catalog of their own: a layer in which each is a feature. So their list is a site like any
 * other, with a map, languages, embeds, an API, and a feed of all corrections.
 *
 * @param stories the latest first
 * @param broken  the names of stories that cannot be shown for their faults
 * @param unread  how many others there are that have not been read yet
 */
public record StoriesCatalog(Catalog catalog, List<StorySummary> stories, List<String> broken, int unread) {

    /** The kind of each feature. */
    public static final String KIND = "story";

    private static final String LAYER = "stories";

    /** How much of the earth is shown around a story, at least, in metres. */
    private static final double AROUND = 300_000;

    private static final Bbox WORLD = new Bbox(-180, -56, 180, 72);

    public StoriesCatalog {
        stories = List.copyOf(stories);
        broken = List.copyOf(broken);
    }

    /**
     * @param unread how many stories there are besides
     * @param before the same of an earlier time, whose ground is used again if it fits; null for none
     */
    public static StoriesCatalog of(
            List<StorySummary> all, List<String> broken, int unread, @Nullable StoriesCatalog before) {
        List<StorySummary> stories = all.stream()
                .sorted(Comparator.comparing((StorySummary story) ->
                                story.last() == null ? "" : story.last().last().toString())
                        .reversed()
                        .thenComparing(StorySummary::name))
                .toList();
        List<String> languages = languages(stories);
        Text title = words(languages, "stories.title");
        Layer layer = new Layer(
                LAYER,
                title,
                words(languages, "stories.summary"),
                Layer.Style.INCIDENT,
                true,
                "The catalogs on this server",
                "As each story states",
                Layer.Store.FILE,
                stories.stream().map(story -> feature(story, languages)).toList());
        MapView view =
                new MapView(LAYER, title, words(languages, "stories.summary"), List.of(LAYER), box(stories), null);
        return new StoriesCatalog(
                new Catalog(
                        title,
                        words(languages, "stories.summary"),
                        languages,
                        List.of(layer),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(view),
                        view,
                        ground(view, languages, before),
                        corrections(stories),
                        List.of(),
                        Map.of(),
                        brand(stories),
                        hash(stories, broken, unread)),
                stories,
                broken,
                unread);
    }

    /** Who publishes all stories; the program's own if they differ. */
    private static Brand brand(List<StorySummary> stories) {
        List<Brand> brands =
                stories.stream().map(StorySummary::brand).distinct().toList();
        return brands.size() == 1 ? brands.getFirst() : Brand.PROGRAM;
    }

    private static @Nullable Basemap ground(MapView view, List<String> languages, @Nullable StoriesCatalog before) {
        return before != null
                        && before.catalog.defaultView().bbox().equals(view.bbox())
                        && before.catalog.languages().equals(languages)
                ? before.catalog.basemap()
                : GroundStore.ground(List.of(Focus.ofView(view.bbox())), languages, List.of());
    }

    /** Those of the stories, the most frequent first; English if there is no story. */
    private static List<String> languages(List<StorySummary> stories) {
        Map<String, Long> defaults =
                counts(stories.stream().map(story -> story.languages().getFirst()));
        Map<String, Long> counts = counts(stories.stream().flatMap(story -> story.languages().stream()));
        // The folder of a language gives way to a story of that name.
        Set<String> names = stories.stream().map(StorySummary::name).collect(Collectors.toSet());
        List<String> languages = counts.keySet().stream()
                .filter(language -> !names.contains(language))
                .sorted(Comparator.comparing((String language) -> counts.getOrDefault(language, 0L))
                        .thenComparing(language -> defaults.getOrDefault(language, 0L))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return languages.isEmpty() ? List.of("en") : languages;
    }

    private static Map<String, Long> counts(Stream<String> languages) {
        return languages.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Text words(List<String> languages, String key) {
        Map<String, String> words = new LinkedHashMap<>();
        languages.forEach(language -> words.put(
                language,
                Optional.ofNullable(
                                InterfaceWords.in(language, Map.of()).patterns().get(key))
                        .orElse(key)));
        return new Text(words);
    }

    private static Feature feature(StorySummary story, List<String> languages) {
        // Where a story does not have a reader's language, its name on the map is in that of the pages that open.
        Map<String, String> name = new LinkedHashMap<>();
        languages.forEach(language -> name.put(language, story.title().in(story.languageFor(language))));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("url", story.name() + "/");
        facts.put("first_date", story.first() == null ? null : story.first().toString());
        facts.put("last_date", story.last() == null ? null : story.last().toString());
        facts.put("reports", story.reports());
        facts.put("quotes", story.quotes().size());
        return new Feature(
                story.name(),
                new Text(name),
                null,
                List.of(),
                KIND,
                story.location(),
                story.summary(),
                story.first(),
                null,
                null,
                facts);
    }

    private static Bbox box(List<StorySummary> stories) {
        return Bbox.union(stories.stream()
                        .flatMap(story -> around(story.location()).stream())
                        .toList())
                .filter(box -> box.width() < 300)
                .map(StoriesCatalog::higher)
                .orElse(WORLD);
    }

    /** At least half as high as wide: the drawn ground ends at the box, and no map is much flatter. */
    private static Bbox higher(Bbox box) {
        double lacking = Math.max(0, box.width() / 2 - (box.north() - box.south())) / 2;
        double south = Math.max(WORLD.south(), box.south() - lacking);
        double north = Math.min(WORLD.north(), box.north() + lacking);
        return new Bbox(box.west(), Math.min(box.south(), south), box.east(), Math.max(box.north(), north));
    }

    private static Optional<Bbox> around(Location.Radius circle) {
        return Bbox.of(Geodesy.circle(circle.centre(), Math.max(AROUND, circle.metres())));
    }

    /** Those of all stories, each about its story. */
    private static List<Correction> corrections(List<StorySummary> stories) {
        List<Correction> all = new ArrayList<>();
        for (StorySummary story : stories) {
            for (Correction one : story.corrections()) {
                all.add(new Correction(
                        story.name() + "-" + one.id(),
                        one.date(),
                        one.text(),
                        one.was(),
                        one.now(),
                        Map.of(Correction.Kind.PLACE, Set.of(story.name()))));
            }
        }
        all.sort(Comparator.comparing(Correction::date).reversed().thenComparing(Correction::id));
        return all;
    }

    private static String hash(List<StorySummary> stories, List<String> broken, int unread) {
        return Resource.hash(Resource.utf8(
                stories.stream().map(story -> story.name() + " " + story.hash()).collect(Collectors.joining("\n"))
                        + "\n\n"
                        + String.join("\n", broken)
                        + "\n\n"
                        + unread));
    }

    /** How many stories there are, with those that cannot be shown and those that have not been read yet. */
    public int count() {
        return stories.size() + broken.size() + unread;
    }

    /** The story with a name. */
    public Optional<StorySummary> find(String name) {
        return stories.stream().filter(story -> story.name().equals(name)).findFirst();
    }
}
