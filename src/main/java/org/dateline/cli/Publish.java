package org.dateline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.draw.map.BasemapCheck;
import org.dateline.features.postgis.FrozenFiles;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.publish.Origin;
import org.dateline.site.publish.Publication;
import org.dateline.site.publish.PublicationWriter;
import org.dateline.site.publish.StandaloneView;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.PublishedStreets;
import org.dateline.site.resource.TileLayer;
import org.dateline.site.stories.StoriesCatalog;
import org.dateline.site.stories.StoryFolders;
import org.dateline.site.stories.StorySummary;
import org.dateline.streets.StreetArchive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a catalog's site, or one view of it, as files, without starting a server. */
@Command(
        name = "publish",
        description = "Write the site as files that work on any web server, at any path, or opened from a disk.",
        mixinStandardHelpOptions = true)
final class Publish implements Callable<Integer> {

    private static final long MB = 1_000_000;

    /** The interval between two lines of progress, in nanoseconds. */
    private static final long INTERVAL = 2_000_000_000L;

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(
            names = "--stories",
            paramLabel = "DIR",
            description =
                    "Write many catalogs in place of one: each subfolder of DIR as a folder of its name, and a list "
                            + "of all.")
    private @Nullable Path stories;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write to: new, empty, or written by an earlier publish. With --view, "
                    + "a file *.html is possible too.")
    private Path out = Path.of("public");

    @Option(
            names = "--base",
            paramLabel = "URL",
            description = "Public address of the folder, for example https://example.org/maps/. Needed for feeds, link "
                    + "previews and the page for missing addresses. With --view: the address of the whole site.")
    private @Nullable String base;

    @Option(names = "--view", paramLabel = "ID", description = "Write only this view.")
    private @Nullable String view;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Language for --view (default: the catalog's first).")
    private @Nullable String language;

    @Option(
            names = "--streets-mb",
            paramLabel = "MB",
            defaultValue = "50",
            description = "How many megabytes of streets to take along: the tiles within the catalog's views, zoom by "
                    + "zoom (default: ${DEFAULT-VALUE}).")
    private int streetsMb = 50;

    @Mixin
    private GroundOptions ground = new GroundOptions();

    @Mixin
    private FontsOption fonts = new FontsOption();

    @Option(
            names = "--precompressed",
            description = "Also write each file compressed with gzip and Brotli, for servers that look for .gz "
                    + "and .br files.")
    private boolean precompressed;

    @Mixin
    private StateOption state = new StateOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() throws Exception {
        return database.address().isEmpty() ? publish(null) : database.use(found -> publish(new FrozenFiles(found)));
    }

    /** @param frozen the frozen embeds that servers share; null for none */
    private int publish(@Nullable FrozenFiles frozen) throws Exception {
        Path folder = stories == null ? geodata.folder() : folderOfStories(stories);
        if (language != null && view == null) {
            throw new UsageException(
                    "got --language without --view, expected both: the whole " + "site is written in all languages");
        }
        requireOutsideOf(folder);
        if (streetsMb < 0) {
            throw new UsageException("got --streets-mb " + streetsMb + ", expected megabytes, 0 for no streets");
        }
        fonts.use();
        TileLayer layer = ground.tileLayer();
        Hosting hosting = new Hosting(base == null ? null : Hosting.base(base), layer, state.frozen(folder));
        if (frozen != null) {
            hosting = hosting.sharing(frozen);
        }
        hosting = hosting.asFiles().with(streetsMb * MB);
        Path streets = ground.streets();
        if (streets != null) {
            hosting = hosting.on(StreetArchive.open(streets));
        }
        SiteBuilder builder = new SiteBuilder(hosting);
        if (stories != null) {
            return publishStories(stories, builder, hosting);
        }
        Site site;
        try {
            site = builder.build(load(folder));
        } catch (InvalidCatalogException e) {
            return FaultPrinter.print(e, folder, "nothing was published");
        }
        if (view == null) {
            print(out, write(Publication.of(site, Origin.of(Origin.ofProgram(), site, hosting), precompressed), out));
            PublishedStreets.of(site.catalog(), streetsMb * MB).ifPresent(this::print);
            return ExitCode.OK;
        }
        String chosenLanguage = language == null ? site.catalog().defaultLanguage() : language;
        if (out.toString().endsWith(".html")) {
            print(out, writeFile(StandaloneView.of(site, view, chosenLanguage)));
        } else {
            print(out, write(Publication.ofView(site, view, chosenLanguage, precompressed), out));
        }
        return ExitCode.OK;
    }

    private Path folderOfStories(Path folder) {
        if (geodata.isGiven() || view != null) {
            throw new UsageException(
                    "got --stories with " + (view == null ? "--geodata" : "--view") + ", expected one of them");
        }
        return GeodataOption.requireStories(folder);
    }

    private static Catalog load(Path folder) throws InvalidCatalogException {
        Catalog catalog = CatalogLoader.load(folder);
        BasemapCheck.require(catalog);
        return catalog;
    }

    /** Writes the list first, so that the folder is known as ours, then each story; those with faults stay as they are. */
    private int publishStories(Path folder, SiteBuilder builder, Hosting hosting) throws IOException {
        StoryFolders all = StoryFolders.in(folder);
        all.misnamed()
                .forEach((name, expected) -> System.err.println(
                        "got the folder " + name + ", expected " + expected + ": it is no story and not published"));
        List<StorySummary> summaries = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (Map.Entry<String, Path> story : all.stories().entrySet()) {
            try {
                summaries.add(StorySummary.of(story.getKey(), load(story.getValue())));
            } catch (InvalidCatalogException e) {
                FaultPrinter.print(e, story.getValue(), "nothing of it was published");
                broken.add(story.getKey());
            }
        }
        String program = Origin.ofProgram();
        Site list = builder.build(StoriesCatalog.of(summaries, broken, 0, null));
        print(out, write(Publication.of(list, Origin.of(program, list, hosting), precompressed), out));
        for (StorySummary story : summaries) {
            Path source = all.stories().get(story.name());
            try {
                Hosting below = hosting.below(story.name(), state.frozen(source, story.name()));
                Site site = builder.at(below).build(load(source));
                Path target = out.resolve(story.name());
                print(target, write(Publication.of(site, Origin.of(program, site, below), precompressed), target));
            } catch (InvalidCatalogException e) {
                // Changed since a moment ago.
                FaultPrinter.print(e, source, "nothing of it was published");
                broken.add(story.name());
            }
        }
        return broken.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Refuses to write into the catalog's folder, because that would change the catalog on each run. */
    private void requireOutsideOf(Path folder) throws IOException {
        Path read = folder.toRealPath();
        Path written = out.toAbsolutePath().normalize();
        Path present = written;
        while (present != null && !Files.exists(present)) {
            present = present.getParent();
        }
        Path real = present == null
                ? written
                : present.toRealPath().resolve(present.relativize(written)).normalize();
        if (real.startsWith(read)) {
            throw new UsageException("got --out " + out + ", expected a folder outside the catalog's folder " + folder);
        }
    }

    private static PublicationWriter.Summary write(Publication publication, Path target) throws IOException {
        long[] lastLine = {System.nanoTime()};
        return PublicationWriter.write(publication, target, (files, all) -> {
            if (System.nanoTime() - lastLine[0] > INTERVAL) {
                lastLine[0] = System.nanoTime();
                System.err.printf("%d of %d files%n", files, all);
            }
        });
    }

    private PublicationWriter.Summary writeFile(StandaloneView alone) throws IOException {
        byte[] content = alone.file();
        if (Files.exists(out)) {
            byte[] present = Files.readAllBytes(out);
            if (Arrays.equals(present, content)) {
                return new PublicationWriter.Summary(0, 1, 0, content.length);
            }
            if (!new String(present, StandardCharsets.UTF_8).contains(alone.mark())) {
                throw new UsageException("got --out " + out + ", a file with other content, expected no file or one "
                        + "written by an earlier publish of this view");
            }
        }
        Path home = out.toAbsolutePath().getParent();
        Files.createDirectories(home);
        // Not a temporary file of the system, which only its owner could read.
        Path part = home.resolve("." + out.getFileName() + ".part");
        try {
            Files.write(part, content);
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return new PublicationWriter.Summary(1, 0, 0, content.length);
    }

    private void print(PublishedStreets taken) {
        System.out.printf(
                Locale.ROOT,
                "streets: %s %s, %.1f of %d MB%s%n",
                Counted.of(taken.sizes().size(), "tile"),
                taken.sizes().isEmpty() ? "of any zoom" : "to zoom " + taken.maxZoom(),
                (double) taken.bytes() / MB,
                streetsMb,
                taken.left() == 0 ? "" : "; the next zoom is left out, see --streets-mb");
    }

    private static void print(Path target, PublicationWriter.Summary summary) {
        System.out.printf(
                Locale.ROOT,
                "%s: %s written, %d unchanged, %d removed; %,d bytes%n",
                target,
                Counted.of(summary.written(), "file"),
                summary.unchanged(),
                summary.removed(),
                summary.bytes());
    }
}
