package org.dateline.draw.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dateline.geo.Bbox;
import org.dateline.streets.StreetArchive;
import org.dateline.streets.StreetFeature;
import org.junit.jupiter.api.Test;

class StreetReaderTest {

    private static final Bbox BLOCKS = new Bbox(-122.3990, 37.7925, -122.3915, 37.7975);

    @Test
    void where_memory_is_too_small_for_the_tiles_of_a_view_those_of_a_lower_zoom_are_drawn() throws IOException {
        StreetArchive archive = StreetArchive.open(Path.of("src/test/resources/streets/blocks.openmaptiles.pmtiles"));
        List<StreetFeature> all = read(archive, Long.MAX_VALUE, 14);
        List<StreetFeature> lower = read(archive, Long.MAX_VALUE, 13);
        assertThat(lower).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(read(archive, numbers(all), 14)).hasSameSizeAs(all);
        assertThat(read(archive, numbers(all) - 1, 14)).hasSameSizeAs(lower);
        assertThat(read(archive, 3, 14)).isEmpty();
    }

    @Test
    void what_is_not_drawn_takes_no_memory() throws IOException {
        StreetArchive archive = StreetArchive.open(Path.of("src/test/resources/streets/blocks.openmaptiles.pmtiles"));
        List<StreetFeature> water = new StreetReader(archive, Long.MAX_VALUE).read(BLOCKS, 14, "water"::equals);
        assertThat(water).isNotEmpty().allMatch(feature -> feature.kind().equals("water"));
        assertThat(new StreetReader(archive, numbers(water)).read(BLOCKS, 14, "water"::equals))
                .hasSameSizeAs(water);
    }

    private static List<StreetFeature> read(StreetArchive archive, long most, int zoom) {
        return new StreetReader(archive, most).read(BLOCKS, zoom, _ -> true);
    }

    private static long numbers(List<StreetFeature> features) {
        return features.stream()
                .mapToLong(feature -> 4
                        + feature.parts().stream()
                                .mapToLong(part -> part.length)
                                .sum())
                .sum();
    }
}
