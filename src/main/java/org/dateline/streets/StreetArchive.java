package org.dateline.streets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.dateline.geo.Bbox;
import org.dateline.geo.Tile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An archive of vector tiles with streets, PMTiles or MBTiles. It stays where it is and is read tile by tile; a file that
 * takes its place is another archive. Thread-safe.
 */
public final class StreetArchive {

    /** The web's projection ends here. */
    private static final double EDGE = 85.0511;

    private static final String OSM = "© OpenStreetMap contributors";

    /** The longest attribution that is shown, in characters. */
    private static final int LONGEST = 160;

    /** Larger files are told by their ends, their size and their time. */
    private static final long READ_WHOLE = 16 << 20;

    private static final int END = 1 << 20;

    private static final byte[] SQLITE = "SQLite format 3".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private static final Logger LOG = LoggerFactory.getLogger(StreetArchive.class);

    private final AtomicBoolean told = new AtomicBoolean();
    private final TileFile file;
    private final StreetSchema schema;
    private final String hash;
    private final int minZoom;
    private final int maxZoom;
    private final Bbox bounds;

    private StreetArchive(TileFile file, String hash) throws IOException {
        this.file = file;
        this.hash = hash;
        minZoom = zoom("minzoom", 0);
        maxZoom = zoom("maxzoom", 14);
        if (minZoom > maxZoom) {
            throw new IOException(
                    "got tiles from zoom " + minZoom + " to zoom " + maxZoom + ", expected a range of zooms");
        }
        bounds = boundsOf(file.about().getOrDefault("bounds", ""));
        Set<String> layers = layers();
        schema = StreetSchema.of(layers)
                .orElseThrow(() -> new IOException("got tiles with "
                        + (layers.isEmpty()
                                ? "no layers"
                                : "the layers " + layers.stream().limit(12).collect(Collectors.joining(", ")))
                        + ", expected those of "
                        + StreetSchema.ALL.stream().map(StreetSchema::title).collect(Collectors.joining(", "))));
    }

    /**
     * Opens an archive by its content, whatever its name.
     *
     * @throws IOException if it is none that can be drawn, with one line that says why
     */
    public static StreetArchive open(Path path) throws IOException {
        try {
            if (!Files.isRegularFile(path)) {
                throw new IOException("got "
                        + (Files.isDirectory(path)
                                ? "a folder"
                                : Files.exists(path) ? "no regular file" : "nothing there")
                        + ", expected a file");
            }
            byte[] start;
            try (InputStream in = Files.newInputStream(path)) {
                start = in.readNBytes(SQLITE.length);
            }
            TileFile file = java.util.Arrays.equals(start, SQLITE) ? new MbtilesFile(path) : new PmtilesFile(path);
            return new StreetArchive(file, hash(path));
        } catch (NoSuchFileException e) {
            throw new IOException(path + ": got nothing there, expected a file", e);
        } catch (IOException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // Whatever a hostile file does, it is one line and a map without streets.
            throw new IOException(
                    path + ": got a file that cannot be read (" + e + "), expected PMTiles or MBTiles", e);
        }
    }

    private int zoom(String name, int usual) throws IOException {
        String text = file.about().getOrDefault(name, Integer.toString(usual));
        if (!text.matches("\\d{1,2}(\\.0)?") || (int) Double.parseDouble(text) > TileFile.HIGHEST_ZOOM) {
            throw new IOException("got the " + name + " " + text + ", expected one from 0 to " + TileFile.HIGHEST_ZOOM);
        }
        return (int) Double.parseDouble(text);
    }

    /** The bounds; those of the world where the archive states none that can be. */
    private static Bbox boundsOf(String text) {
        String[] sides = text.split(",");
        try {
            if (sides.length == 4) {
                Bbox bounds = new Bbox(
                        Double.parseDouble(sides[0]),
                        Math.max(-EDGE, Double.parseDouble(sides[1])),
                        Double.parseDouble(sides[2]),
                        Math.min(EDGE, Double.parseDouble(sides[3])));
                if (bounds.width() > 0 && bounds.north() > bounds.south()) {
                    return bounds;
                }
            }
        } catch (IllegalArgumentException e) {
            // Then it may have tiles anywhere.
        }
        return new Bbox(-180, -EDGE, 180, EDGE);
    }

    private Set<String> layers() throws IOException {
        if (!file.layers().isEmpty()) {
            return new LinkedHashSet<>(file.layers());
        }
        Tile middle = Tiles.at(maxZoom, bounds.middleLongitude(), (bounds.south() + bounds.north()) / 2);
        Optional<byte[]> plain = plain(middle);
        return plain.isEmpty() ? Set.of() : StreetTile.layers(plain.get());
    }

    /** What tells it from others, in addresses: lower-case hex. */
    public String hash() {
        return hash;
    }

    public StreetSchema schema() {
        return schema;
    }

    /** The lowest zoom that has tiles. */
    public int minZoom() {
        return minZoom;
    }

    /** The highest zoom that has tiles; a map enlarges them beyond. */
    public int maxZoom() {
        return maxZoom;
    }

    public Bbox bounds() {
        return bounds;
    }

    /** Whose data it is, as plain text: what the archive says, and OpenStreetMap in any case. */
    public String attribution() {
        String said = file.about()
                .getOrDefault("attribution", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&copy;", "©")
                .replace("&amp;", "&")
                .replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return OSM;
        }
        return said.contains("OpenStreetMap") ? said : OSM + ", " + said;
    }

    /**
     * A tile as stored, gzipped or not; empty if there is none.
     *
     * @throws IOException if the archive cannot be read there
     */
    public Optional<byte[]> stored(Tile tile) throws IOException {
        if (tile.zoom() < minZoom || tile.zoom() > maxZoom) {
            return Optional.empty();
        }
        return Optional.ofNullable(file.tile(tile.zoom(), tile.column(), tile.row()));
    }

    /**
     * The bytes of a tile as stored; 0 if there is none.
     *
     * @throws IOException as for {@link #stored}
     */
    public long size(Tile tile) throws IOException {
        return tile.zoom() < minZoom || tile.zoom() > maxZoom ? 0 : file.size(tile.zoom(), tile.column(), tile.row());
    }

    /** A tile, inflated; empty if there is none. */
    public Optional<byte[]> plain(Tile tile) throws IOException {
        Optional<byte[]> stored = stored(tile);
        return stored.isPresent() ? Optional.of(plain(stored.get())) : stored;
    }

    /** A stored tile, inflated. */
    public static byte[] plain(byte[] stored) throws IOException {
        return Inflation.isGzip(stored) ? Inflation.gunzip(stored, TileFile.LARGEST_PLAIN, "a tile") : stored;
    }

    /** Whether a stored tile is gzipped. */
    public static boolean isGzip(byte[] stored) {
        return Inflation.isGzip(stored);
    }

    /** What a tile shows; empty if there is none or it cannot be read, which is said once. */
    public List<StreetFeature> readable(Tile tile) {
        try {
            return features(tile);
        } catch (IOException e) {
            warn(e);
            return List.of();
        }
    }

    /** Says once of an archive that a tile cannot be read. */
    public void warn(IOException e) {
        if (told.compareAndSet(false, true)) {
            LOG.warn("streets: {}; such tiles are left out", e.getMessage());
        }
    }

    /** What a tile shows; empty if there is none. */
    public List<StreetFeature> features(Tile tile) throws IOException {
        Optional<byte[]> plain = plain(tile);
        return plain.isEmpty() ? List.of() : StreetTile.read(plain.get(), tile, schema);
    }

    private static String hash(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = channel.size();
            if (size <= READ_WHOLE) {
                digest.update(part(channel, 0, (int) size));
            } else {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                digest.update(part(channel, 0, END));
                digest.update(part(channel, size - END, END));
                digest.update(ByteBuffer.allocate(16)
                        .putLong(size)
                        .putLong(attributes.lastModifiedTime().toMillis())
                        .flip());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer part(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {}
        return bytes.flip();
    }
}
