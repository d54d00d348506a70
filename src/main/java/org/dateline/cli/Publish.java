package org.dateline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.model.Catalog;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.publish.Publication;
import org.dateline.site.publish.PublicationWriter;
import org.dateline.site.publish.StandaloneView;
import org.dateline.site.resource.Hosting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a catalog's site, or one view of it, as files; starts no server. */
@Command(
        name = "publish",
        description = "Write the site as files that open from any server, at any path, or from a disk.",
        mixinStandardHelpOptions = true)
final class Publish implements Callable<Integer> {

    /** In nanoseconds, between two lines of progress. */
    private static final long SAY_EVERY = 2_000_000_000L;

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write to: new, empty, or published to before. With --view also a file, *.html.")
    private Path out = Path.of("public");

    @Option(
            names = "--base",
            paramLabel = "URL",
            description =
                    "Address that readers will reach the folder at, as https://example.org/maps/. Feeds, previews "
                            + "and the page for missing addresses need it; with --view, the address of the whole site.")
    private @Nullable String base;

    @Option(names = "--view", paramLabel = "ID", description = "Write this view alone.")
    private @Nullable String view;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Language of a view that is written alone (the catalog's first).")
    private @Nullable String language;

    @Option(
            names = "--precompressed",
            description = "Write gzip and Brotli forms beside the files, for servers that look for .gz and .br.")
    private boolean precompressed;

    @Override
    public Integer call() throws Exception {
        Path folder = geodata.folder();
        if (language != null && view == null) {
            throw new UsageException("got --language without --view, expected both: the whole site has all languages");
        }
        requireApart(folder);
        Hosting hosting =
                new Hosting(base == null ? null : Hosting.base(base), null, folder.resolve(Hosting.FROZEN)).asFiles();
        Catalog catalog;
        try {
            catalog = CatalogLoader.load(folder);
        } catch (InvalidCatalogException e) {
            e.faults().forEach(System.err::println);
            System.err.printf(
                    "%s: %d fault(s); nothing was published%n",
                    folder, e.faults().size());
            return ExitCode.SOFTWARE;
        }
        Site site = new SiteBuilder(hosting).build(catalog);
        if (view == null) {
            say(write(Publication.of(site, precompressed)));
            return ExitCode.OK;
        }
        String spoken = language == null ? catalog.defaultLanguage() : language;
        if (out.toString().endsWith(".html")) {
            say(writeFile(StandaloneView.of(site, view, spoken)));
        } else {
            say(write(Publication.ofView(site, view, spoken, precompressed)));
        }
        return ExitCode.OK;
    }

    /** A folder that is read must not be written to: each run would then make a new catalog. */
    private void requireApart(Path folder) throws IOException {
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
            throw new UsageException("got --out " + out + ", expected a folder outside of the catalog in " + folder);
        }
    }

    private PublicationWriter.Summary write(Publication publication) throws IOException {
        long[] said = {System.nanoTime()};
        return PublicationWriter.write(publication, out, (files, all) -> {
            if (System.nanoTime() - said[0] > SAY_EVERY) {
                said[0] = System.nanoTime();
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
                throw new UsageException("got --out " + out + ", which holds something else, expected no file, or one "
                        + "that this view was published to");
            }
        }
        Path home = out.toAbsolutePath().getParent();
        Files.createDirectories(home);
        // Not a temporary file of the system's: that one only its owner may read.
        Path part = home.resolve("." + out.getFileName() + ".part");
        try {
            Files.write(part, content);
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return new PublicationWriter.Summary(1, 0, 0, content.length);
    }

    private void say(PublicationWriter.Summary summary) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d file(s) written, %d unchanged, %d removed; %,d bytes%n",
                out,
                summary.written(),
                summary.unchanged(),
                summary.removed(),
                summary.bytes());
    }
}
