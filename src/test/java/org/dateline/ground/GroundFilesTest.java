package org.dateline.ground;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dateline.catalog.FolderFingerprint;
import org.junit.jupiter.api.Test;

/** The world's ground is what src/ground/derive.py writes: it lists each file with its sum. */
class GroundFilesTest {

    private static final Path HOME = Path.of("src/main/resources/ground");

    @Test
    void are_those_that_the_script_wrote() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(HOME.resolve("sums.txt"))) {
            String[] fields = line.split(" {2}");
            listed.add(fields[1]);
            assertThat(FolderFingerprint.of(HOME.resolve(fields[1])))
                    .as(fields[1])
                    .isEqualTo(fields[0]);
        }
        try (Stream<Path> files = Files.walk(HOME)) {
            List<String> present = files.filter(Files::isRegularFile)
                    .map(file -> HOME.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("sums.txt") && !name.equals("README.md"))
                    .sorted()
                    .toList();
            assertThat(listed).containsExactlyElementsOf(present);
        }
    }

    @Test
    void come_from_packages_with_a_fixed_version_and_sum() throws IOException {
        List<String> script = Files.readAllLines(Path.of("src/ground/derive.py"));
        String page = Files.readString(HOME.resolve("README.md"));
        List<String> packages = script.stream()
                .filter(line -> line.matches(" {4}\"[^\"]+[@=][^\"]+\": \"[0-9a-f]{64}\","))
                .map(line -> line.split("\"")[1])
                .toList();
        assertThat(packages).hasSize(8);
        for (String name : packages) {
            assertThat(page).contains(name.split("[@=]")[0]).contains(name.split("[@=]")[1]);
        }
    }

    /** Maps enlarge it up to nine times, so that what is hardly seen in it is seen there. */
    @Test
    void show_the_world_in_one_light_picture_without_blocks() throws IOException {
        byte[] content = GroundFiles.read("relief/world.jpg");
        assertThat(content.length).isLessThan(38_000);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content));
        List<Integer> inside = new ArrayList<>();
        List<Integer> between = new ArrayList<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth() - 1; x++) {
                int step = difference(picture.getRGB(x, y), picture.getRGB(x + 1, y));
                // More is a coast or a ridge.
                if (step < 24) {
                    (x % 8 == 7 ? between : inside).add(step);
                }
            }
        }
        // It was 2.0 in a picture of the same size in bytes, but with more pixels, whose blocks were plain to see.
        assertThat(mean(between) / mean(inside)).isLessThan(1.8);
    }

    private static int difference(int one, int other) {
        return Stream.of(0, 8, 16)
                .mapToInt(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)))
                .sum();
    }

    private static double mean(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    @Test
    void each_country_is_named_on_land() {
        List<String> atSea = new ArrayList<>(new String(GroundFiles.read("names.tsv"), UTF_8)
                .lines()
                .filter(line -> line.startsWith("country"))
                .toList());
        WorldLines.read().forEach(line -> {
            if (line.kind == WorldLines.Kind.LAND) {
                atSea.removeIf(name -> isInside(line, name.split("\t")));
            }
        });
        assertThat(atSea).isEmpty();
    }

    /** Whether a ring goes around a point an odd number of times. */
    private static boolean isInside(WorldLines.Line ring, String[] name) {
        double longitude = Double.parseDouble(name[3]);
        double latitude = Double.parseDouble(name[4]);
        boolean inside = false;
        for (int i = 0, j = ring.count - 1; i < ring.count; j = i++) {
            double above = ring.latitude(i) - latitude;
            double below = ring.latitude(j) - latitude;
            if (above > 0 != below > 0) {
                double at = ring.longitude(i) + (ring.longitude(j) - ring.longitude(i)) * above / (above - below);
                inside ^= at > longitude;
            }
        }
        return inside;
    }
}
