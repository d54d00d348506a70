package org.dateline.http.live;

import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.dateline.catalog.Fault;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.StoredCollection;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteResources;
import org.dateline.model.Counted;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.site.stories.StoriesCatalog;
import org.dateline.site.stories.StoryFolders;
import org.dateline.site.stories.StorySummary;
import org.dateline.site.stories.SummaryStore;
import org.dateline.work.Room;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sites of a server. A single catalog has its site at the root. Of many stories, each has its site below its name, and
 * the root has the site that lists them:
 *
 * <pre>
 * /valencia/places/paiporta/ → header "valencia", path /places/paiporta/ → the story's site
 * </pre>
 *
 * The first part of a path is taken off on the connection, so that everything after it is the same for a single catalog and
 * for a story. The sites of stories are made when somebody reads them; the least recently read are dropped when memory is
 * short. Thread-safe.
 */
public final class Stories implements SiteResources, AutoCloseable {

    /** Where the opener of stories leaves the site that a request is about. */
    private static final String ATTRIBUTE = Stories.class.getName();

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private static final Duration LOOK_SOON = Duration.ofMillis(10);

    /** How many stories are looked at in each turn because they are being read, and how many of all. */
    private static final int LOOKED_AT = 10;

    /** After this time the list answers with the stories that have been read, */
    private static final Duration LIST_AFTER = Duration.ofMillis(1_500);

    /** if they are so many: fewer are waited for. */
    private static final int FEW = 10;

    /** Sites may take one part in this many of the heap. */
    private static final int SHARE = 4;

    private final CompletableFuture<LiveSite> root;
    private final CompletableFuture<?> listed;
    private final Hosting hosting;
    private final @Nullable Folder folder;

    private Stories(
            CompletableFuture<LiveSite> root, CompletableFuture<?> listed, Hosting hosting, @Nullable Folder folder) {
        this.root = root;
        this.listed = listed;
        this.hosting = hosting;
        this.folder = folder;
    }

    /** A single catalog at the root. */
    public static Stories ofOne(LiveSite site) {
        CompletableFuture<LiveSite> root = CompletableFuture.completedFuture(site);
        return new Stories(root, root, site.hosting(), null);
    }

    /**
     * The stories in the subfolders of a folder. Their summaries are read in the background. The root's site is waited for
     * meanwhile; if there are very many, it soon lists those that have been read, and tells how many there are. Of so many,
     * each is looked for faults only when all are listed and watched.
     *
     * @param hosting of the root
     * @param state   the folder for what the server keeps, with a subfolder for each story; null for the stories' own
     * @param room    the memory that making a site takes for a while
     * @throws IOException if the folder cannot be read
     */
    public static Stories ofFolder(Path folder, Hosting hosting, @Nullable Path state, SharedCache cache, Room room)
            throws IOException {
        long limit = share(Runtime.getRuntime().maxMemory());
        return ofFolder(folder, hosting, state, cache, room, SummaryStore.ofCaches(), limit);
    }

    /**
     * @param store of summaries of earlier starts
     * @param limit the memory that the stories' sites may take, in bytes
     */
    static Stories ofFolder(
            Path folder,
            Hosting hosting,
            @Nullable Path state,
            SharedCache cache,
            Room room,
            SummaryStore store,
            long limit)
            throws IOException {
        Folder all = new Folder(folder, hosting, state, SiteMaker.of(hosting, cache, room, false), store, limit);
        all.list();
        CompletableFuture<LiveSite> root = new CompletableFuture<>();
        CompletableFuture<Void> allRead = new CompletableFuture<>();
        CompletableFuture<Void> listed = new CompletableFuture<>();
        long end = System.nanoTime() + LIST_AFTER.toNanos();
        BooleanSupplier enough = () -> System.nanoTime() - end > 0 && all.countRead() >= FEW;
        Thread.ofPlatform().name("stories").daemon().start(() -> {
            try {
                all.forEach(all.stories.size() > FEW ? Story::glance : Story::look);
                allRead.complete(null);
            } catch (Throwable e) {
                allRead.completeExceptionally(e);
            }
        });
        Thread.ofPlatform().name("stories-list").daemon().start(() -> {
            try {
                while (!allRead.isDone() && !enough.getAsBoolean()) {
                    Thread.sleep(LOOK_SOON);
                }
                boolean whole = allRead.isDone();
                LiveSite list;
                try (Turn _ = all.turn()) {
                    list = new LiveSite(all, hosting, all.maker);
                }
                root.complete(list);
                if (!whole) {
                    allRead.join();
                    list.reload();
                }
            } catch (Throwable e) {
                root.completeExceptionally(e);
            } finally {
                listed.complete(null);
            }
        });
        return new Stories(root, listed, hosting, all);
    }

    /** The memory that the sites of many stories may take, in a heap of a size; both in bytes. */
    public static long share(long heap) {
        return heap / SHARE;
    }

    /** The addresses and settings of the root. */
    public Hosting hosting() {
        return hosting;
    }

    /** Whether there are many stories, and not a single catalog. */
    public boolean areMany() {
        return folder != null;
    }

    /** The site at the root; not done while the stories are being read for the first time. */
    public CompletableFuture<LiveSite> root() {
        return root;
    }

    /** The site that a request is about. */
    public LiveSite of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, LiveSite.class).orElseGet(root::join);
    }

    /** Whether the site that a request is about is known. */
    public boolean isKnown(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE).isPresent() || rootNow() != null;
    }

    private @Nullable LiveSite rootNow() {
        return root.isDone() && !root.isCompletedExceptionally() ? root.join() : null;
    }

    /** Sets the site that a request is about. */
    public static void set(HttpRequest<?> request, LiveSite site) {
        request.setAttribute(ATTRIBUTE, site);
    }

    /** The folder of the story that a request is about: empty for the root, else its name and a slash. */
    public static String folder(HttpRequest<?> request) {
        String told = Objects.requireNonNullElse(request.getHeaders().get(STORY_HEADER), "");
        return told.isEmpty() || told.endsWith("/") ? told : told + "/";
    }

    /** Whether a request is for a story's name without the slash that its home page has. */
    public static boolean lacksSlash(HttpRequest<?> request) {
        String told = request.getHeaders().get(STORY_HEADER);
        return told != null && !told.endsWith("/");
    }

    /** A story's site, if it is in memory. */
    public @Nullable LiveSite opened(String name) {
        Story story = story(name);
        return story == null ? null : story.opened();
    }

    /** Whether there is a story of a name. */
    public boolean has(String name) {
        return story(name) != null;
    }

    private @Nullable Story story(String name) {
        return folder == null ? null : folder.stories.get(name);
    }

    /** A story's site, made if need be, which takes time; null if there is none, or its catalog has faults. */
    public @Nullable LiveSite open(String name) throws IOException {
        Story story = story(name);
        if (story == null || folder == null) {
            return null;
        }
        try (Turn _ = folder.turn()) {
            return story.open();
        } finally {
            folder.makeRoom(story);
        }
    }

    @Override
    public @Nullable PreparedResource find(String path, String uri) {
        if (folder != null) {
            String name = nameIn(path);
            Story story = name.isEmpty() ? null : folder.stories.get(name);
            if (story != null) {
                LiveSite site = story.opened();
                int start = name.length() + 1;
                return site == null || path.length() == start
                        ? null
                        : site.find(path.substring(start), uri.substring(start));
            }
        }
        LiveSite site = rootNow();
        return site == null ? null : site.find(path, uri);
    }

    /** The first part of a path; empty if it has none. */
    private static String nameIn(String path) {
        int end = 1;
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '?') {
            end++;
        }
        return path.isEmpty() ? "" : path.substring(1, end);
    }

    @Override
    public String within(String target) {
        String name = folder == null ? "" : nameIn(target);
        return story(name) == null ? target : target.substring(name.length() + 1);
    }

    @Override
    public void passOn(io.netty.handler.codec.http.HttpRequest request) {
        request.headers().remove(STORY_HEADER);
        if (folder == null) {
            return;
        }
        String uri = request.uri();
        String rest = within(uri);
        if (rest.length() < uri.length()) {
            String name = nameIn(uri);
            boolean whole = rest.startsWith("/");
            request.headers().set(STORY_HEADER, whole ? name + "/" : name);
            request.setUri(whole ? rest : "/" + rest);
        }
    }

    /** Prepares the resources of a first visit, and watches the folders until this is closed. */
    public void watch() {
        if (folder == null) {
            root.join().watch();
        } else {
            // Not before, because looking at a story that was only glanced at reads it.
            listed.whenComplete((_, _) -> folder.watch.start());
            root.thenAccept(LiveSite::watch);
        }
    }

    /** Loads what has changed at once. */
    public void reload() throws InterruptedException {
        if (folder == null) {
            root.join().reload();
        } else {
            folder.lookAtAll();
        }
    }

    /** What became of the changes of all sites in memory. */
    public Reloads.Count reloads() {
        Reloads.Count sum = new Reloads.Count(0, 0);
        for (LiveSite site : open()) {
            Reloads.Count one = site.reloads();
            sum = new Reloads.Count(sum.taken() + one.taken(), sum.refused() + one.refused());
        }
        return sum;
    }

    /** All sites in memory, the root's first. */
    public List<LiveSite> open() {
        List<LiveSite> open = new ArrayList<>();
        LiveSite first = rootNow();
        if (first != null) {
            open.add(first);
        }
        if (folder != null) {
            folder.stories.values().stream()
                    .map(Story::peek)
                    .filter(Objects::nonNull)
                    .forEach(open::add);
        }
        return open;
    }

    /** The faults of each catalog whose present state cannot be served, by the story's name; empty for a single one. */
    public Map<String, List<Fault>> faults() {
        Map<String, List<Fault>> faults = new TreeMap<>();
        if (folder == null) {
            List<Fault> here = root.join().state().faults();
            if (!here.isEmpty()) {
                faults.put("", here);
            }
        } else {
            faults.putAll(folder.misnamed);
            folder.stories.forEach((name, story) -> {
                List<Fault> here = story.faults();
                if (!here.isEmpty()) {
                    faults.put(name, here);
                }
            });
            faults.putAll(folder.refused);
        }
        return faults;
    }

    /** Takes note of a story whose catalog was written or removed. */
    void take(String name) throws IOException, InterruptedException {
        if (folder != null) {
            folder.refused.remove(name);
            folder.list();
            Story story = story(name);
            if (story != null) {
                story.reload();
            }
        }
    }

    /** Keeps what a story was, because its pushed catalog cannot be taken. */
    void refuse(String name, long version, List<Fault> faults) {
        if (folder == null || faults.equals(folder.refused.put(name, faults))) {
            return;
        }
        String what = "catalog of the story " + name + " pushed as version " + version;
        Story story = story(name);
        LiveSite site = story == null ? null : story.peek();
        if (site != null) {
            site.refuse(what, faults);
        } else {
            log().warn(
                            "The {} has {}; what was there before is still served.",
                            what,
                            Counted.of(faults.size(), "fault"));
            faults.forEach(fault -> log().warn("{}: {}", name, fault));
        }
    }

    /** Offers the collections of the database, each to its story; those of no story to a single catalog. */
    void offer(Database database, List<StoredCollection> all) {
        if (folder == null) {
            root.join()
                    .offer(all.stream()
                            .filter(one -> one.story().isEmpty())
                            .map(one -> one.offered(database))
                            .toList());
        } else {
            folder.offer(new Stored(database, all.stream().collect(Collectors.groupingBy(StoredCollection::story))));
        }
    }

    /** The collections of the database that are offered, by id in the database and with their versions. */
    public Map<String, String> stored() {
        Map<String, String> versions = new TreeMap<>();
        if (folder == null) {
            root.join().state().queries().stored().forEach(one -> versions.put(one.id(), one.version()));
        } else if (folder.stored != null) {
            folder.stored
                    .byStory()
                    .forEach((story, all) -> all.stream()
                            .filter(_ -> has(story))
                            .forEach(one -> versions.put(
                                    one.id(), Long.toString(one.table().version()))));
        }
        return versions;
    }

    /** The collections of a database, by story. */
    private record Stored(Database database, Map<String, List<StoredCollection>> byStory) {

        void offerTo(Story story) {
            story.offer(database, byStory.getOrDefault(story.name(), List.of()));
        }
    }

    /** Where each story is served, by name; with the root under an empty name. */
    Map<String, Hosting> hostings() {
        Map<String, Hosting> all = new TreeMap<>();
        all.put("", hosting);
        if (folder != null) {
            folder.stories.forEach((name, story) -> all.put(name, story.hosting()));
        }
        return all;
    }

    /** How many stories there are. */
    public int count() {
        return folder == null ? 0 : folder.stories.size();
    }

    /** The time since which the folder could not be watched; null while it can. */
    public @Nullable Instant watchFailingSince() {
        return folder == null ? root.join().watchFailingSince() : folder.watch.failingSince();
    }

    /** Waits until nothing is being loaded any more, after the last request. */
    public void awaitLoading(Duration longest) throws InterruptedException {
        for (LiveSite site : open()) {
            site.awaitLoading(longest);
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Stories.class);
    }

    @Override
    public void close() {
        if (folder != null) {
            folder.watch.close();
        }
        root.thenAccept(LiveSite::close);
    }

    /** A processor that is taken until this is closed. */
    private interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    /** The folder of the stories, and the site that lists them. */
    private static final class Folder implements SiteSource {

        private final Path path;
        private final Hosting hosting;
        private final @Nullable Path state;
        private final SiteMaker maker;
        private final long limit;
        private final SummaryStore store;
        /** Whoever waits for a story or for the list has the next one that is free; the reading of all stories takes the rest. */
        private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

        private final Map<String, Story> stories = new ConcurrentHashMap<>();
        private final Map<String, List<Fault>> misnamed = new ConcurrentHashMap<>();
        /** The faults of pushed catalogs that were not taken. */
        private final Map<String, List<Fault>> refused = new ConcurrentHashMap<>();

        private final Watch watch = new Watch("stories-watch", LOOK_EVERY, this::look);
        private volatile @Nullable Stored stored;
        private int next;
        private @Nullable StoriesCatalog before;

        Folder(Path path, Hosting hosting, @Nullable Path state, SiteMaker maker, SummaryStore store, long limit) {
            this.store = store;
            this.limit = limit;
            this.path = path;
            this.hosting = hosting;
            this.state = state;
            this.maker = maker;
        }

        void offer(Stored all) {
            stored = all;
            stories.values().forEach(all::offerTo);
        }

        private Story added(String name, Path one) {
            Story story = new Story(name, one, hosting.below(name, frozen(one, name)), maker, store);
            Stored known = stored;
            if (known != null) {
                known.offerTo(story);
            }
            return story;
        }

        /** Notes which stories have come and gone. */
        void list() throws IOException {
            StoryFolders found = StoryFolders.in(path);
            found.misnamed().forEach(this::misname);
            misnamed.keySet().retainAll(found.misnamed().keySet());
            found.stories().forEach((name, one) -> stories.computeIfAbsent(name, _ -> added(name, one)));
            stories.entrySet().removeIf(entry -> {
                boolean gone = !found.stories().containsKey(entry.getKey())
                        && StoryFolders.isGone(path.resolve(entry.getKey()));
                if (gone) {
                    entry.getValue().drop();
                }
                return gone;
            });
        }

        private Path frozen(Path story, String name) {
            return (state == null ? story : state.resolve(name)).resolve(Hosting.FROZEN);
        }

        private void misname(String name, String expected) {
            List<Fault> faults = List.of(new Fault(name, 0, "", "the folder " + name, expected));
            if (misnamed.put(name, faults) == null) {
                log().warn("{} is not served as a story: got the folder {}, expected {}", name, name, expected);
            }
        }

        long countRead() {
            return stories.values().stream()
                    .filter(story -> story.known() != null)
                    .count();
        }

        /** Does something to all stories, on all processors that nobody else waits for. */
        void forEach(Reading reading) throws InterruptedException {
            try (ExecutorService readers = Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    task -> Thread.ofPlatform().name("stories-reader").daemon().unstarted(task))) {
                for (Story story : sorted()) {
                    readers.submit(() -> {
                        try (Turn _ = turn()) {
                            reading.of(story);
                        }
                        return story;
                    });
                }
            }
        }

        /** Waits for a processor; those who came before have it first. */
        Turn turn() {
            processors.acquireUninterruptibly();
            return processors::release;
        }

        private interface Reading {
            void of(Story story) throws InterruptedException;
        }

        /** Looks at the stories that are being read and at those that are being written each time, and at the others in turns. */
        private void look() throws IOException, InterruptedException {
            list();
            List<Story> all = sorted();
            Set<Story> now = new LinkedHashSet<>();
            all.stream()
                    .filter(Story::isOpen)
                    .sorted(Comparator.comparingLong(story -> System.nanoTime() - story.lastRead()))
                    .limit(LOOKED_AT)
                    .forEach(now::add);
            all.stream()
                    .filter(story -> story.known() == null || story.isChanging())
                    .forEach(now::add);
            for (int i = 0; i < Math.min(LOOKED_AT, all.size()); i++) {
                next = (next + 1) % all.size();
                now.add(all.get(next));
            }
            for (Story story : now) {
                story.look();
            }
        }

        void lookAtAll() throws InterruptedException {
            for (Story story : sorted()) {
                story.reload();
            }
        }

        private List<Story> sorted() {
            return stories.values().stream()
                    .sorted(Comparator.comparing(Story::name))
                    .toList();
        }

        /** Drops the sites that were read least recently, until all take no more memory than they may. */
        synchronized void makeRoom(Story kept) {
            Collection<Story> open =
                    stories.values().stream().filter(Story::isOpen).toList();
            long sum = open.stream().mapToLong(Story::weight).sum();
            List<Story> oldest = open.stream()
                    .filter(story -> story != kept && story.isDroppable())
                    .sorted(Comparator.comparingLong(story -> story.lastRead() - System.nanoTime()))
                    .toList();
            for (Story story : oldest) {
                if (sum <= limit) {
                    return;
                }
                sum -= story.weight();
                story.drop();
            }
        }

        @Override
        public String state() {
            StringBuilder all = new StringBuilder();
            for (Story story : sorted()) {
                Story.Known known = story.known();
                if (known != null) {
                    all.append(story.name())
                            .append(' ')
                            .append(
                                    known.summary() == null
                                            ? "broken"
                                            : known.summary().hash())
                            .append('\n');
                }
            }
            return all.toString();
        }

        @Override
        public Site makeFirst(SiteBuilder builder) throws IOException {
            return make(builder);
        }

        @Override
        public synchronized Site make(SiteBuilder builder) throws IOException {
            List<StorySummary> summaries = new ArrayList<>();
            List<String> broken = new ArrayList<>();
            int unread = 0;
            for (Story story : sorted()) {
                Story.Known known = story.known();
                if (known == null) {
                    unread++;
                } else if (known.summary() != null) {
                    summaries.add(known.summary());
                } else {
                    broken.add(story.name());
                }
            }
            before = StoriesCatalog.of(summaries, broken, unread, before);
            return builder.build(before);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }
}
