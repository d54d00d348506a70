package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {

    @TempDir
    Path folder;

    @Test
    void a_town_is_named_with_where_it_is_and_can_be_pasted() throws Exception {
        CommandRun run = CommandRun.of("place", "paiporta");

        List<String> lines = run.output().lines().toList();
        assertThat(run.exit()).isZero();
        assertThat(lines.getFirst()).matches("Paiporta, Valencia, Spain, 2\\d,\\d{3} people");

        CommandRun.of("new", folder.resolve("story").toString(), "--title", "A", "--around", "-0.42,39.43");
        Path places = folder.resolve("story/layers/places/features.geojson");
        Files.writeString(
                places, Files.readString(places).replace("\"features\": [", "\"features\": [" + lines.get(1) + ","));
        Feature feature = CatalogLoader.load(folder.resolve("story"))
                .layers()
                .getFirst()
                .features()
                .getFirst();
        assertThat(feature.id()).isEqualTo("paiporta");
        assertThat(feature.location().geometry().orElseThrow().getCoordinate().y)
                .isBetween(39.4, 39.45);
    }

    @Test
    void towns_of_one_name_come_the_largest_first_and_in_other_scripts() {
        assertThat(CommandRun.of("place", "Valencia").output().lines().filter(line -> !line.startsWith("{")))
                .hasSizeGreaterThan(2)
                .first()
                .asString()
                .contains("Venezuela");
        assertThat(CommandRun.of("place", "Київ").output()).startsWith("Kyiv, ");
    }

    @Test
    void the_nearest_come_first_where_a_point_or_a_catalog_says_where() {
        assertThat(CommandRun.of("place", "--near", "-0.4,39.5", "Valencia", "Torrent")
                        .output()
                        .lines())
                .filteredOn(line -> line.endsWith(" away"))
                .satisfies(lines ->
                        assertThat(lines.getFirst()).matches("Valencia, Valencia, Spain, .* people, \\d km away"))
                .anyMatch(line -> line.matches("Torrent, Valencia, Spain, .* people, \\d+ km away"));

        String story = folder.resolve("story").toString();
        CommandRun.of("new", story, "--title", "A", "--around", "-0.42,39.43");
        assertThat(CommandRun.of("place", "--geodata", story, "Valencia").output())
                .startsWith("Valencia, Valencia, Spain, ");
    }

    @Test
    void a_name_that_is_not_there_is_said_with_what_to_do_and_the_others_are_looked_up() {
        CommandRun run = CommandRun.of("place", "Qwertyville", "Paiporta");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output())
                .contains("got \"Qwertyville\", expected the name of a town", "\"unlocated\"", "Paiporta, Valencia");
    }
}
