package org.dateline.site.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dateline.draw.figure.Figure;
import org.dateline.model.Catalog;
import org.dateline.site.Site;
import org.dateline.site.resource.DrawnResource;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.Resource.Caching;
import org.dateline.site.resource.SoftCached;
import org.jspecify.annotations.Nullable;

/**
 * A site, or one view of it, as the files of a folder. Files with a hash in their names come first, so that a page that
 * has been written never refers to a missing file.
 *
 * @param catalog hash of the catalog that it follows from
 * @param origin  all that it follows from; null if that is not known: then each file is made and compared
 * @param files   in the order of writing
 */
public record Publication(String catalog, @Nullable Origin origin, List<File> files) {

    /** The name of a folder's page, which servers send for the folder itself. */
    static final String INDEX = "index.html";

    private static final String NOT_FOUND = "404.html";

    /**
     * One file.
     *
     * @param path     in the folder, with forward slashes
     * @param caching  how long clients may keep it without asking
     * @param plain    the path of the file that this one encodes; its own path if it is plain
     * @param encoding the encoding of the bytes
     * @param draft    begun on demand
     */
    record File(
            String path, String plain, String mediaType, Caching caching, Encoding encoding, Supplier<Draft> draft) {

        /** The bytes, made now; empty if the encoding saves nothing: then there is no such file. */
        Optional<byte[]> bytes() {
            return draft.get().bytes().get();
        }
    }

    /**
     * A file whose bytes are still to be made.
     *
     * @param from  what they follow from, if that is known before they are made; else null
     * @param bytes empty if the encoding saves nothing: then there is no such file
     */
    record Draft(@Nullable String from, Supplier<Optional<byte[]>> bytes) {}

    public Publication {
        files = List.copyOf(files);
    }

    /**
     * The whole site.
     *
     * @param site          built as files ({@link Hosting#asFiles})
     * @param origin        what its files follow from; null if that is not known
     * @param precompressed whether to add gzip and Brotli forms of each file
     */
    public static Publication of(Site site, @Nullable Origin origin, boolean precompressed) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        site.resources().forEach((path, resource) -> resources.put(fileOf(path), resource));
        Catalog catalog = site.catalog();
        for (String language : catalog.languages()) {
            String folder = LanguageFolder.of(catalog, language);
            resources.put(folder + NOT_FOUND, site.notFound(folder));
        }
        return new Publication(catalog.hash(), origin, files(resources, origin, precompressed));
    }

    /**
     * One view: its page and its images.
     *
     * @param language one of the catalog's
     * @throws IllegalArgumentException if the site has no such view or language
     */
    public static Publication ofView(Site site, String view, String language, boolean precompressed) {
        StandaloneView alone = StandaloneView.of(site, view, language);
        Map<String, Resource> resources = new LinkedHashMap<>();
        resources.put(INDEX, new Resource(MediaTypes.HTML, alone::page));
        resources.putAll(alone.images());
        return new Publication(site.catalog().hash(), null, files(resources, null, precompressed));
    }

    /** The file of a resource: a folder's page is its index. */
    private static String fileOf(String path) {
        return path.isEmpty() || path.endsWith("/") ? path + INDEX : path;
    }

    private static List<File> files(Map<String, Resource> resources, @Nullable Origin origin, boolean precompressed) {
        List<File> files = new ArrayList<>();
        resources.forEach((path, resource) -> {
            // Made once for its encodings.
            SoftCached<byte[]> content = new SoftCached<>(resource::content);
            Function<Encoding, Optional<byte[]>> encoded = encoding -> resource.bytes(encoding, content.get());
            Supplier<Draft> draft = resource instanceof DrawnResource image && origin != null
                    ? () -> draft(image, origin)
                    : () -> new Draft(null, () -> encoded.apply(Encoding.IDENTITY));
            files.add(new File(path, path, resource.mediaType(), resource.caching(), Encoding.IDENTITY, draft));
            if (precompressed && resource.isCompressible()) {
                files.add(encoded(path, ".gz", resource, Encoding.GZIP, encoded));
                files.add(encoded(path, ".br", resource, Encoding.BROTLI, encoded));
            }
        });
        files.sort(Comparator.comparing((File file) -> file.caching() != Caching.IMMUTABLE)
                .thenComparing(File::path));
        return files;
    }

    private static Draft draft(DrawnResource image, Origin origin) {
        Figure figure = image.figure();
        return new Draft(origin.of(figure), () -> Optional.of(image.draw(figure)));
    }

    private static File encoded(
            String plain,
            String ending,
            Resource resource,
            Encoding encoding,
            Function<Encoding, Optional<byte[]>> encoded) {
        return new File(
                plain + ending,
                plain,
                resource.mediaType(),
                resource.caching(),
                encoding,
                () -> new Draft(null, () -> encoded.apply(encoding)));
    }
}
