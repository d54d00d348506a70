package org.dateline.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dateline.geo.Tile;
import org.dateline.streets.PmtilesWriter.Entry;
import org.dateline.streets.StreetFeature.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreetArchiveTest {

    private static final Path FOLDER = Path.of("src/test/resources/streets");
    private static final Tile EMBARCADERO = new Tile(14, 2621, 6331);

    private static final DrawnTile.Detail WHOLE = DrawnTile.Detail.whole(4096);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "blocks.openmaptiles.pmtiles, OpenMapTiles 3",
        "blocks.openmaptiles.mbtiles, OpenMapTiles 3",
        "blocks.protomaps.pmtiles, Protomaps 4",
        "blocks.shortbread.pmtiles, Shortbread 1"
    })
    void all_schemas_and_formats_show_the_same_blocks(String name, String schema) throws IOException {
        StreetArchive archive = StreetArchive.open(FOLDER.resolve(name));
        assertThat(archive.schema().title()).isEqualTo(schema);
        assertThat(archive.minZoom()).isLessThanOrEqualTo(8);
        assertThat(archive.maxZoom()).isEqualTo(14);
        assertThat(archive.bounds().west()).isCloseTo(-122.399, within(1e-6));
        assertThat(archive.size(EMBARCADERO))
                .isEqualTo(archive.stored(EMBARCADERO).orElseThrow().length);
        assertThat(archive.size(new Tile(14, 0, 0))).isZero();
        assertThat(archive.size(new Tile(15, 0, 0))).isZero();
        List<StreetFeature> features = archive.features(EMBARCADERO);
        Map<String, Long> kinds =
                features.stream().collect(Collectors.groupingBy(StreetFeature::kind, Collectors.counting()));
        assertThat(kinds.get("building")).isEqualTo(1591);
        assertThat(kinds)
                .containsKeys(
                        "water",
                        "green",
                        "built",
                        "paved",
                        "motorway",
                        "major",
                        "secondary",
                        "minor",
                        "rail",
                        "neighbourhood",
                        "street-major");
        assertThat(features)
                .filteredOn(feature -> feature.kind().equals("street-major"))
                .allMatch(street -> street.form() == Form.LINE)
                .extracting(street -> street.names().get(""))
                .contains("The Embarcadero");
        assertThat(features)
                .filteredOn(feature -> feature.kind().equals("neighbourhood"))
                .allSatisfy(
                        one -> assertThat(one.parts().getFirst()[0] * 360 - 180).isBetween(-122.42, -122.38));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openmaptiles", "protomaps", "shortbread"})
    void a_drawn_tile_has_every_stretch_and_name_of_the_blocks_in_few_features(String schema) throws IOException {
        StreetArchive archive = StreetArchive.open(FOLDER.resolve("blocks." + schema + ".pmtiles"));
        List<StreetFeature> features = archive.features(EMBARCADERO);
        Set<String> expected = new TreeSet<>();
        for (StreetFeature feature : features) {
            if (feature.names().containsKey("")) {
                expected.add(feature.kind() + ": " + feature.names().get(""));
            }
            boolean line = feature.names().isEmpty() && feature.form() == Form.LINE;
            for (double[] part : line ? feature.parts() : List.<double[]>of()) {
                for (int i = 2; i < part.length; i += 2) {
                    stretch(
                            expected,
                            feature.kind(),
                            units(part[i - 2], 2621),
                            units(part[i - 1], 6331),
                            units(part[i], 2621),
                            units(part[i + 1], 6331));
                }
            }
        }
        VectorTile.Tile.Layer layer = VectorTile.Tile.parseFrom(
                        DrawnTile.write(features, EMBARCADERO, WHOLE, _ -> true, _ -> false))
                .getLayers(0);
        assertThat(decoded(layer)).isEqualTo(expected);
        assertThat(layer.getKeysList()).containsExactlyInAnyOrder("kind", "named", "name");
        assertThat(layer.getFeaturesCount()).isLessThan(250);

        VectorTile.Tile.Layer minor = VectorTile.Tile.parseFrom(
                        DrawnTile.write(features, EMBARCADERO, WHOLE, "minor"::equals, _ -> false))
                .getLayers(0);
        assertThat(decoded(minor)).isNotEmpty().allMatch(one -> one.startsWith("minor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openmaptiles", "protomaps", "shortbread"})
    void tiles_paint_the_archives_surfaces_without_shared_walls_and_below_its_last_zoom_a_part_of_them(String schema)
            throws IOException {
        List<StreetFeature> features = StreetArchive.open(FOLDER.resolve("blocks." + schema + ".pmtiles"))
                .features(EMBARCADERO);
        BufferedImage archives = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
        int vertices = 0;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (StreetFeature feature : features) {
            for (double[] part : feature.kind().equals("building") ? feature.parts() : List.<double[]>of()) {
                for (int i = 0; i < part.length; i += 2) {
                    go(path, i == 0, units(part[i], 2621), units(part[i + 1], 6331), SIDE / 4096.0);
                }
                vertices += part.length / 2;
            }
        }
        paint(archives, path);

        int[] written = new int[1];
        BufferedImage one = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
        paint(one, buildings(features, EMBARCADERO, 4096, written));
        assertThat(different(archives, one)).isZero();
        // Houses in downtown San Francisco stand wall to wall.
        assertThat(written[0]).isLessThan(vertices * 9 / 10);

        BufferedImage four = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
        for (int quarter = 0; quarter < 4; quarter++) {
            Tile tile = new Tile(15, 2 * 2621 + quarter % 2, 2 * 6331 + quarter / 2);
            BufferedImage part = four.getSubimage(quarter % 2 * SIDE / 2, quarter / 2 * SIDE / 2, SIDE / 2, SIDE / 2);
            paint(part, buildings(features, tile, 2048, written));
            assertThat(written[0]).isLessThan(vertices / 2);
        }
        assertThat(different(archives, four)).isLessThan(SIDE * SIDE / 10_000);
    }

    private static final int SIDE = 2048;

    private static Path2D buildings(List<StreetFeature> features, Tile tile, int extent, int[] written)
            throws IOException {
        VectorTile.Tile.Layer layer = VectorTile.Tile.parseFrom(
                        DrawnTile.write(features, tile, DrawnTile.Detail.whole(extent), "building"::equals, _ -> false))
                .getLayers(0);
        assertThat(layer.getExtent()).isEqualTo(extent);
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        List<Integer> commands = layer.getFeatures(0).getGeometryList();
        written[0] = 0;
        int x = 0;
        int y = 0;
        for (int i = 0; i < commands.size(); ) {
            int command = commands.get(i++);
            for (int rest = (command & 7) == 7 ? 0 : command >>> 3; rest > 0; rest--, i += 2) {
                x += commands.get(i) >>> 1 ^ -(commands.get(i) & 1);
                y += commands.get(i + 1) >>> 1 ^ -(commands.get(i + 1) & 1);
                go(path, (command & 7) == 1, x, y, SIDE / 4096.0);
                written[0]++;
            }
        }
        return path;
    }

    private static void go(Path2D path, boolean first, double x, double y, double scale) {
        if (first) {
            path.moveTo(x * scale, y * scale);
        } else {
            path.lineTo(x * scale, y * scale);
        }
    }

    private static void paint(BufferedImage image, Path2D path) {
        Graphics2D graphics = image.createGraphics();
        graphics.fill(path);
        graphics.dispose();
    }

    private static int different(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static int units(double share, int tile) {
        return (int) Math.round((share * (1 << 14) - tile) * 4096);
    }

    private static void stretch(Set<String> all, String kind, int x0, int y0, int x1, int y1) {
        if (x0 != x1 || y0 != y1) {
            boolean first = x0 < x1 || x0 == x1 && y0 < y1;
            all.add(kind
                    + (first ? " %d %d %d %d".formatted(x0, y0, x1, y1) : " %d %d %d %d".formatted(x1, y1, x0, y0)));
        }
    }

    /** The stretches of lines and rings and the names of a drawn tile. */
    private static Set<String> decoded(VectorTile.Tile.Layer layer) {
        Set<String> all = new TreeSet<>();
        for (VectorTile.Tile.Feature feature : layer.getFeaturesList()) {
            Map<String, String> properties = new HashMap<>();
            for (int i = 0; i < feature.getTagsCount(); i += 2) {
                properties.put(
                        layer.getKeys(feature.getTags(i)),
                        layer.getValues(feature.getTags(i + 1)).getStringValue());
            }
            if (properties.containsKey("named")) {
                all.add(properties.get("named") + ": " + properties.get("name"));
            }
            int x = 0;
            int y = 0;
            for (int i = 0; i < feature.getGeometryCount(); ) {
                int command = feature.getGeometry(i++);
                for (int rest = (command & 7) == 7 ? 0 : command >>> 3; rest > 0; rest--, i += 2) {
                    int dx = feature.getGeometry(i) >>> 1 ^ -(feature.getGeometry(i) & 1);
                    int dy = feature.getGeometry(i + 1) >>> 1 ^ -(feature.getGeometry(i + 1) & 1);
                    boolean line = feature.getType() == VectorTile.Tile.GeomType.LINESTRING;
                    if (line && (command & 7) == 2 && properties.containsKey("kind")) {
                        stretch(all, properties.get("kind"), x, y, x + dx, y + dy);
                    }
                    x += dx;
                    y += dy;
                }
            }
        }
        return all;
    }

    @Test
    void names_are_those_of_languages_and_the_one_as_written() throws IOException {
        List<StreetFeature> features =
                StreetArchive.open(FOLDER.resolve("blocks.protomaps.pmtiles")).features(EMBARCADERO);
        assertThat(features)
                .extracting(StreetFeature::names)
                .anySatisfy(names -> assertThat(names).containsKeys("", "en"));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0, 0", "1,0,0, 1", "1,0,1, 2", "1,1,1, 3", "1,1,0, 4", "2,0,0, 5", "12,3423,1763, 19078479"})
    void tiles_are_numbered_along_the_curve_of_the_specification(int zoom, int column, int row, long number) {
        assertThat(PmtilesFile.id(zoom, column, row)).isEqualTo(number);
    }

    @Test
    void the_attribution_is_plain_text_and_names_openstreetmap() throws IOException {
        assertThat(StreetArchive.open(FOLDER.resolve("blocks.protomaps.pmtiles"))
                        .attribution())
                .isEqualTo("Protomaps © OpenStreetMap");
        PmtilesWriter writer = new PmtilesWriter();
        assertThat(attribution(writer, "<script>x</script> Example &amp; Co.<img src=x>"))
                .isEqualTo("© OpenStreetMap contributors, x Example & Co.");
        assertThat(attribution(writer, "Example\u202e gro.elpmaxe\u2066"))
                .isEqualTo("© OpenStreetMap contributors, Example gro.elpmaxe");
        assertThat(attribution(writer, "long ".repeat(100))).isEqualTo("© OpenStreetMap contributors");
    }

    private String attribution(PmtilesWriter writer, String said) throws IOException {
        writer.metadata = PmtilesWriter.gzip((PmtilesWriter.SHORTBREAD
                        .replaceFirst("}$", "")
                        .replaceFirst("]$", "],\"attribution\":\"" + said + "\"}"))
                .getBytes(StandardCharsets.UTF_8));
        return open(writer).attribution();
    }

    @Test
    void another_file_has_another_hash() throws IOException {
        PmtilesWriter writer = new PmtilesWriter();
        String before = open(writer).hash();
        assertThat(open(writer).hash()).isEqualTo(before);
        writer.tiles = new byte[] {1};
        assertThat(open(writer).hash()).isNotEqualTo(before);
    }

    // ---- what is broken, truncated or hostile

    private StreetArchive open(PmtilesWriter writer) throws IOException {
        return open(writer.write());
    }

    private StreetArchive open(byte[] content) throws IOException {
        return StreetArchive.open(Files.write(folder.resolve("a.pmtiles"), content));
    }

    private void refused(PmtilesWriter writer, String... words) {
        refused(writer.write(), words);
    }

    private void refused(byte[] content, String... words) {
        assertThatThrownBy(() -> open(content))
                .isInstanceOf(IOException.class)
                .message()
                .startsWith(folder.toString())
                .contains("got ", "expected ")
                .satisfies(message -> assertThat(List.of(words))
                        .allSatisfy(word -> assertThat(message).contains(word)))
                .doesNotContain("\n", "Exception");
    }

    @Test
    void a_truncated_file_is_refused_wherever_it_ends() throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("blocks.shortbread.pmtiles"));
        for (int length : new int[] {0, 7, 126, 127, 200, 700, 5_000, whole.length - 1}) {
            refused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        PmtilesWriter writer = new PmtilesWriter();
        writer.magic = "PMTiles\2".getBytes(StandardCharsets.US_ASCII);
        refused(writer, "version 3");
        refused("{\"type\":\"FeatureCollection\"}".repeat(9).getBytes(StandardCharsets.UTF_8), "PMTiles version 3");
        refused("SQLite format 3\0 and no more".repeat(40).getBytes(StandardCharsets.UTF_8), "MBTiles");
    }

    @Test
    void pictures_and_compressions_that_cannot_be_read_are_refused() {
        PmtilesWriter writer = new PmtilesWriter();
        writer.type = 2;
        refused(writer, "type 2");
        writer.type = 1;
        writer.compression = 4;
        refused(writer, "Zstandard");
    }

    @Test
    void absurd_zooms_are_refused() {
        PmtilesWriter writer = new PmtilesWriter();
        writer.maxZoom = 200;
        refused(writer, "maxzoom 200");
        writer.maxZoom = 3;
        writer.minZoom = 9;
        refused(writer, "zoom 9", "zoom 3");
    }

    @Test
    void layers_of_another_schema_are_named() {
        PmtilesWriter writer = new PmtilesWriter();
        writer.metadata =
                PmtilesWriter.gzip("{\"vector_layers\":[{\"id\":\"bins\"}]}".getBytes(StandardCharsets.UTF_8));
        refused(writer, "the layers bins", "Protomaps 4", "Shortbread 1", "OpenMapTiles 3");
    }

    /** Protomaps 3 calls kinds otherwise, so that a map would show water and no street. */
    @Test
    void another_version_of_a_schema_is_refused() {
        PmtilesWriter writer = new PmtilesWriter();
        writer.metadata = PmtilesWriter.gzip(
                "{\"vector_layers\":[{\"id\":\"earth\"},{\"id\":\"roads\"},{\"id\":\"transit\"},{\"id\":\"natural\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        refused(writer, "the layers earth, roads, transit, natural", "Protomaps 4");
    }

    @Test
    void what_inflates_without_end_is_refused() throws IOException {
        byte[] bomb = PmtilesWriter.gzip(new byte[64 << 20]);
        PmtilesWriter writer = new PmtilesWriter();
        writer.metadata = bomb;
        refused(writer, "metadata that inflates");
        writer = new PmtilesWriter();
        writer.root = bomb;
        refused(writer, "root directory that inflates");
        StreetArchive archive = open(archiveOf(bomb));
        assertThatThrownBy(() -> archive.plain(new Tile(0, 0, 0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a tile that inflates");
    }

    private static PmtilesWriter archiveOf(byte[] tile) {
        PmtilesWriter writer = new PmtilesWriter();
        writer.tiles = tile;
        writer.root = PmtilesWriter.gzip(PmtilesWriter.directory(List.of(new Entry(0, 1, tile.length, 0))));
        return writer;
    }

    @Test
    void a_directory_that_leads_to_itself_ends() throws IOException {
        int length = 0;
        byte[] itself = {1};
        while (itself.length != length) {
            length++;
            itself = PmtilesWriter.gzip(PmtilesWriter.directory(List.of(new Entry(0, 0, length, 0))));
        }
        PmtilesWriter writer = new PmtilesWriter();
        writer.root = itself;
        writer.leaves = itself;
        StreetArchive archive = open(writer);
        assertThatThrownBy(() -> archive.stored(new Tile(3, 1, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("below 4 others");
    }

    @Test
    void a_tile_beyond_the_file_or_too_large_is_an_error_of_that_tile() throws IOException {
        PmtilesWriter writer = new PmtilesWriter();
        writer.tiles = new byte[10];
        for (long length : new long[] {11, 1L << 40, Long.MAX_VALUE - 3}) {
            writer.root = PmtilesWriter.gzip(PmtilesWriter.directory(List.of(new Entry(0, 1, length, 0))));
            StreetArchive archive = open(writer);
            assertThatThrownBy(() -> archive.stored(new Tile(0, 0, 0)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("expected it within 10 bytes");
        }
        writer.tiles = new byte[TileFile.LARGEST_STORED + 1];
        writer.root =
                PmtilesWriter.gzip(PmtilesWriter.directory(List.of(new Entry(0, 1, TileFile.LARGEST_STORED + 1, 0))));
        StreetArchive large = open(writer);
        assertThatThrownBy(() -> large.stored(new Tile(0, 0, 0))).hasMessageContaining("expected at most");
    }

    @Test
    void a_directory_with_more_entries_than_bytes_is_refused() {
        PmtilesWriter writer = new PmtilesWriter();
        writer.root = PmtilesWriter.gzip(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 1, 1});
        refused(writer, "entries in 6 bytes");
    }

    @Test
    void a_tile_that_is_none_is_an_error_of_that_tile() throws IOException {
        StreetArchive noise = open(archiveOf("no vector tile".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> noise.features(new Tile(0, 0, 0))).isInstanceOf(IOException.class);
        // A layer "streets" with one line that says that it moves 2^28 times and ends.
        byte[] geometry = {
            0x1a,
            0x19,
            0x0a,
            7,
            's',
            't',
            'r',
            'e',
            'e',
            't',
            's',
            0x12,
            9,
            0x18,
            2,
            0x22,
            5,
            (byte) 0x89,
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0x80,
            0x08,
            0x78,
            2,
            0x28,
            (byte) 0x80,
            0x20
        };
        assertThat(open(archiveOf(geometry)).features(new Tile(0, 0, 0))).isEmpty();
    }

    @Test
    void leaves_that_lead_beyond_the_file_or_hold_nothing_are_errors_of_their_tiles() throws IOException {
        PmtilesWriter writer = new PmtilesWriter();
        byte[] empty = PmtilesWriter.gzip(PmtilesWriter.directory(List.of()));
        writer.leaves = empty;
        for (Entry leaf : List.of(
                new Entry(0, 0, 1L << 50, 0),
                new Entry(0, 0, 9, 1L << 61),
                new Entry(0, 0, 9, Long.MAX_VALUE - 1),
                new Entry(0, 0, 0, 0))) {
            writer.root = PmtilesWriter.gzip(PmtilesWriter.directory(List.of(leaf)));
            StreetArchive archive = open(writer);
            assertThatThrownBy(() -> archive.stored(new Tile(2, 1, 1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("got a leaf directory at");
        }
        writer.root = PmtilesWriter.gzip(PmtilesWriter.directory(List.of(new Entry(0, 0, empty.length, 0))));
        assertThat(open(writer).stored(new Tile(2, 1, 1))).isEmpty();
        // A run that goes on for ever is the same tile everywhere.
        writer.tiles = new byte[] {1};
        writer.root = PmtilesWriter.gzip(PmtilesWriter.directory(List.of(new Entry(0, Long.MAX_VALUE, 1, 0))));
        assertThat(open(writer).stored(new Tile(14, 9999, 9999))).isPresent();
    }

    @Test
    void a_tile_cut_short_is_left_out_and_the_others_are_drawn() throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("blocks.shortbread.pmtiles"));
        byte[] tile = open(whole).stored(EMBARCADERO).orElseThrow();
        StreetArchive archive = open(archiveOf(Arrays.copyOf(tile, tile.length / 2)));
        assertThat(archive.readable(new Tile(0, 0, 0))).isEmpty();
        assertThatThrownBy(() -> archive.features(new Tile(0, 0, 0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no whole gzip");
    }

    @Test
    void metadata_that_are_deep_or_of_another_type_are_no_reason_to_fail_otherwise() throws IOException {
        PmtilesWriter writer = new PmtilesWriter();
        writer.metadata = PmtilesWriter.gzip("[".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        refused(writer, "metadata that is no JSON");
        for (String json :
                List.of("[]", "null", "7", "{\"vector_layers\":{\"id\":7}}", "{\"vector_layers\":[[],7,null]}")) {
            writer.metadata = PmtilesWriter.gzip(json.getBytes(StandardCharsets.UTF_8));
            refused(writer, "layers", "Shortbread 1");
        }
    }

    @Test
    void metadata_with_statistics_of_everything_say_which_layers_there_are() throws IOException {
        PmtilesWriter writer = new PmtilesWriter();
        writer.metadata =
                PmtilesWriter.gzip(("{\"tilestats\":{\"layers\":[{\"id\":\"bins\"},[1,{}]]},\"attribution\":\"© X\","
                                + "\"vector_layers\":[{\"fields\":{\"id\":\"no\"},\"id\":\"streets\"},7,{\"id\":\"land\",\"a\":[]}]}")
                        .getBytes(StandardCharsets.UTF_8));
        StreetArchive archive = open(writer);
        assertThat(archive.schema().id()).isEqualTo("shortbread");
        assertThat(archive.attribution()).endsWith("© X");
    }

    /** As tilemaker wrote it until 2025 where there are no leaves (systemed/tilemaker, issue 794). */
    @Test
    void the_length_of_all_tiles_may_be_negative() throws IOException {
        PmtilesWriter writer = archiveOf(new byte[] {0x1a, 0});
        byte[] file = writer.write();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(64, -16_616);
        assertThat(open(file).stored(new Tile(0, 0, 0)))
                .hasValueSatisfying(tile -> assertThat(tile).hasSize(2));
    }

    @Test
    void a_directory_that_takes_too_much_memory_is_refused() {
        PmtilesWriter writer = new PmtilesWriter();
        writer.root = PmtilesWriter.gzip(new byte[3 << 20]);
        refused(writer, "root directory that inflates");
    }

    @Test
    void leaves_are_read_again_when_others_have_taken_their_place() throws IOException {
        List<Entry> leaves = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int leaf = 0; leaf < 4; leaf++) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < 80_000; i++) {
                entries.add(new Entry(leaf * 80_000L + i, 1, 1, leaf));
            }
            byte[] stored = PmtilesWriter.gzip(PmtilesWriter.directory(entries));
            leaves.add(new Entry(leaf * 80_000L, 0, stored.length, all.size()));
            all.writeBytes(stored);
        }
        PmtilesWriter writer = new PmtilesWriter();
        writer.root = PmtilesWriter.gzip(PmtilesWriter.directory(leaves));
        writer.leaves = all.toByteArray();
        writer.tiles = new byte[] {0, 1, 2, 3};
        StreetArchive archive = open(writer);
        for (int round = 0; round < 2; round++) {
            for (int column = 0; column < 512; column += 32) {
                long leaf = PmtilesFile.id(9, column, 0) / 80_000;
                assertThat(archive.stored(new Tile(9, column, 0)).map(stored -> stored[0]))
                        .isEqualTo(leaf < 4 ? Optional.of((byte) leaf) : Optional.empty());
            }
        }
    }

    /** Each of these bytes is two of a kind that takes fifty times as much memory when it is read. */
    @ParameterizedTest
    @ValueSource(ints = {0x12, 0x1a, 0x22, 0x3a, 0x38})
    void a_tile_that_takes_too_much_memory_is_an_error_of_that_tile(int field) throws IOException {
        int count = (int) (TileLoad.LARGEST / 4 + 1);
        ByteBuffer tile = ByteBuffer.allocate(2 * count + 6);
        tile.put((byte) 0x1a);
        for (int rest = 2 * count; ; rest >>>= 7) {
            if (rest < 0x80) {
                tile.put((byte) rest);
                break;
            }
            tile.put((byte) (rest & 0x7f | 0x80));
        }
        int start = tile.position();
        for (int i = 0; i < count; i++) {
            tile.put((byte) field).put((byte) 0);
        }
        StreetArchive archive = open(archiveOf(PmtilesWriter.gzip(Arrays.copyOf(tile.array(), start + 2 * count))));
        assertThatThrownBy(() -> archive.features(new Tile(0, 0, 0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("numbers, expected at most");
    }

    @Test
    void the_positions_of_a_tile_have_different_hashes() {
        Set<Integer> hashes = new HashSet<>();
        for (int x = 0; x < 4096; x += 16) {
            for (int y = 0; y < 4096; y += 16) {
                hashes.add(Long.hashCode(SharedWalls.position(x, y)));
            }
        }
        assertThat(hashes).hasSizeGreaterThan(256 * 256 - 100);
    }

    @Test
    void walls_of_rings_anywhere_are_removed_and_the_rest_stays_where_it_is() {
        int far = Integer.MAX_VALUE - 4;
        for (int[] at : new int[][] {{0, 0}, {-far, far}, {far, -far}, {-7, -9}}) {
            int[] left = {at[0], at[1], at[0] + 1, at[1], at[0] + 1, at[1] + 1, at[0], at[1] + 1};
            int[] right = {at[0] + 1, at[1], at[0] + 2, at[1], at[0] + 2, at[1] + 1, at[0] + 1, at[1] + 1};
            assertThat(SharedWalls.removed(List.of(left, right)))
                    .singleElement()
                    .isEqualTo(new int[] {
                        at[0], at[1], at[0] + 1, at[1], at[0] + 2, at[1], at[0] + 2, at[1] + 1, at[0] + 1, at[1] + 1,
                        at[0], at[1] + 1
                    });
        }
    }

    // ---- MBTiles

    private Path mbtiles(String... statements) throws Exception {
        Path file = folder.resolve("a.mbtiles");
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return file;
    }

    private static final String METADATA = "CREATE TABLE metadata (name TEXT, value TEXT)";
    private static final String SAID = "INSERT INTO metadata VALUES ('json', '" + PmtilesWriter.SHORTBREAD + "')";
    private static final String TILES =
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)";

    @Test
    void mbtiles_may_have_views_in_place_of_tables() throws Exception {
        StreetArchive archive = StreetArchive.open(mbtiles(
                METADATA,
                SAID,
                "CREATE TABLE images (id, data BLOB)",
                "CREATE TABLE map (z, x, y, id)",
                "INSERT INTO images VALUES ('a', x'1a00')",
                "INSERT INTO map VALUES (1, 0, 1, 'a')",
                "CREATE VIEW tiles AS SELECT z AS zoom_level, x AS tile_column, y AS tile_row, data AS tile_data"
                        + " FROM map JOIN images USING (id)"));
        assertThat(archive.stored(new Tile(1, 0, 0)))
                .hasValueSatisfying(tile -> assertThat(tile).hasSize(2));
        assertThat(archive.stored(new Tile(1, 1, 0))).isEmpty();
    }

    @Test
    void mbtiles_that_lack_a_table_or_columns_are_refused() throws Exception {
        for (Path file : List.of(
                mbtiles(TILES), mbtiles("CREATE TABLE metadata (key, value)", TILES), mbtiles(METADATA, TILES))) {
            assertThatThrownBy(() -> StreetArchive.open(file))
                    .isInstanceOf(IOException.class)
                    .message()
                    .contains("got ", "expected ")
                    .doesNotContain("\n", "Exception");
        }
        for (String tiles : List.of("CREATE TABLE other (x)", "CREATE TABLE tiles (zoom_level, tile_data)")) {
            assertThatThrownBy(() -> StreetArchive.open(mbtiles(METADATA, SAID, tiles)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("expected the tables");
        }
    }

    @Test
    void mbtiles_of_pictures_are_refused() throws Exception {
        assertThatThrownBy(() -> StreetArchive.open(
                        mbtiles(METADATA, SAID, TILES, "INSERT INTO metadata VALUES ('format', 'PNG')")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("got tiles of the format png, expected vector tiles");
    }

    @Test
    void mbtiles_may_say_a_lot_of_what_is_of_no_use_here() throws Exception {
        StreetArchive archive = StreetArchive.open(mbtiles(
                "CREATE VIEW metadata AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 200)"
                        + " SELECT 'k' || n AS name, hex(zeroblob(1000)) AS value FROM r"
                        + " UNION ALL SELECT 'json', '" + PmtilesWriter.SHORTBREAD + "'",
                TILES));
        assertThat(archive.schema().id()).isEqualTo("shortbread");
    }

    @Test
    void what_is_stored_as_a_tile_may_be_anything() throws Exception {
        StreetArchive archive = StreetArchive.open(mbtiles(
                METADATA,
                SAID,
                TILES,
                "INSERT INTO tiles VALUES (1, 0, 1, NULL), (1, 1, 1, 'text'), (1, 0, 0, 7), (1, 1, 0, x'')"));
        for (int column = 0; column < 2; column++) {
            for (int row = 0; row < 2; row++) {
                assertThat(archive.readable(new Tile(1, column, row))).isEmpty();
            }
        }
    }

    @Test
    void mbtiles_whose_views_never_end_are_refused() throws Exception {
        String endless = " AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT ";
        Path metadata =
                mbtiles("CREATE VIEW metadata" + endless + "'json' AS name, 'y' AS value FROM r WHERE n < 0", TILES);
        assertThatThrownBy(() -> StreetArchive.open(metadata))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SQLite cannot read");
        Path repeated = mbtiles("CREATE VIEW metadata" + endless + "'json' AS name, 'y' AS value FROM r", TILES);
        assertThatThrownBy(() -> StreetArchive.open(repeated)).isInstanceOf(IOException.class);
        StreetArchive archive = StreetArchive.open(mbtiles(
                METADATA,
                SAID,
                "CREATE VIEW tiles" + endless
                        + "9 AS zoom_level, n AS tile_column, 0 AS tile_row, x'00' AS tile_data FROM r WHERE n < 0"));
        assertThat(archive.readable(new Tile(9, 1, 1))).isEmpty();
    }

    @Test
    void names_have_languages_with_script_and_region() throws IOException {
        VectorTile.Tile.Layer.Builder layer = VectorTile.Tile.Layer.newBuilder()
                .setVersion(2)
                .setName("street_labels")
                .setExtent(4096)
                .addKeys("kind")
                .addValues(VectorTile.Tile.Value.newBuilder().setStringValue("primary"));
        VectorTile.Tile.Feature.Builder street = VectorTile.Tile.Feature.newBuilder()
                .setType(VectorTile.Tile.GeomType.LINESTRING)
                .addAllGeometry(List.of(9, 0, 0, 10, 200, 0))
                .addAllTags(List.of(0, 0));
        for (String key : List.of("name", "name:pt", "name_zh_Hant", "name:sr-latn", "name:left")) {
            layer.addKeys(key).addValues(VectorTile.Tile.Value.newBuilder().setStringValue(key));
            street.addAllTags(List.of(layer.getKeysCount() - 1, layer.getValuesCount() - 1));
        }
        byte[] tile = VectorTile.Tile.newBuilder()
                .addLayers(layer.addFeatures(street))
                .build()
                .toByteArray();
        assertThat(open(archiveOf(tile)).features(new Tile(0, 0, 0)))
                .filteredOn(feature -> !feature.names().isEmpty())
                .singleElement()
                .satisfies(feature -> assertThat(feature.names())
                        .containsOnlyKeys("", "pt", "zh-Hant", "sr-Latn")
                        .containsEntry("zh-Hant", "name_zh_Hant"));
    }
}
