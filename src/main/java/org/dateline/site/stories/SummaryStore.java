package org.dateline.site.stories;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.model.PartialDate;
import org.dateline.site.resource.Resource;
import org.dateline.work.DiskCache;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the summaries of stories on disk, so that a start reads no catalog that has not changed since an earlier one. A
 * summary is found by its story's name, the state of its folder, and the program that made it.
 */
public final class SummaryStore {

    private static final String PREFIX = "story-";

    /** About 100 KB each. */
    private static final int MOST_FILES = 2_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .addMixIn(PartialDate.class, DateForm.class)
            .addMixIn(Coordinate.class, PositionForm.class)
            .build();

    private static final Logger LOG = LoggerFactory.getLogger(SummaryStore.class);

    private final @Nullable DiskCache cache;
    private final String program;

    private SummaryStore(@Nullable DiskCache cache, String program) {
        this.cache = cache;
        this.program = program;
    }

    /** In a folder, which is made when the first summary is kept. */
    public static SummaryStore in(Path folder) {
        try {
            return new SummaryStore(new DiskCache(folder, PREFIX, MOST_FILES), program());
        } catch (IOException | URISyntaxException e) {
            LOG.debug("no summaries are kept: {}", e.toString());
            return new SummaryStore(null, "");
        }
    }

    /** In the folder of the program's caches; keeps nothing if there is none. */
    public static SummaryStore ofCaches() {
        return DiskCache.folder().map(SummaryStore::in).orElseGet(() -> new SummaryStore(null, ""));
    }

    /** Sizes and times of the program's own files: another program may summarise in another way. */
    private static String program() throws IOException, URISyntaxException {
        Path code = Path.of(SummaryStore.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        StringBuilder program = new StringBuilder();
        try (Stream<Path> files = Files.walk(code)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                program.append(attributes.size()).append(attributes.lastModifiedTime());
            }
        }
        return program.toString();
    }

    private String key(String name, String state) {
        return Resource.hash(Resource.utf8(name + "\n" + state + "\n" + program));
    }

    /** @param state of the story's folder */
    public Optional<StorySummary> find(String name, String state) {
        return cache == null ? Optional.empty() : cache.read(key(name, state)).flatMap(SummaryStore::parsed);
    }

    private static Optional<StorySummary> parsed(byte[] json) {
        try {
            return Optional.of(JSON.readValue(json, StorySummary.class));
        } catch (JacksonException e) {
            LOG.debug("a summary that cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    /** @param state of the story's folder from which the summary was made */
    public void keep(String state, StorySummary summary) {
        if (cache != null) {
            cache.write(key(summary.name(), state), JSON.writeValueAsBytes(summary));
        }
    }

    /** A date as it is written in catalogs. */
    private interface DateForm {

        @Override
        @JsonValue
        String toString();

        @JsonCreator
        static PartialDate parse(String iso) {
            throw new UnsupportedOperationException("got " + iso + ", expected a call of PartialDate.parse");
        }
    }

    @JsonIncludeProperties({"x", "y"})
    private interface PositionForm {}
}
