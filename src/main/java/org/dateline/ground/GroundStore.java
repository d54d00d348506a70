package org.dateline.ground;

import com.ibm.icu.util.VersionInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;
import org.dateline.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps derived grounds on disk, so that a start with a catalog that was served before derives nothing. A file is named for
 * everything that its ground follows from, the program's own code among it, and ends with a digest of its content; one
 * that is damaged is derived again. Where nothing can be written, nothing is kept.
 */
public final class GroundStore {

    private static final String PREFIX = "ground-";

    /** About half a megabyte each. */
    private static final int MOST_FILES = 40;

    private static final int DIGEST = 32;

    /** What derives a ground; a change of any is another ground. */
    private static final List<Class<?>> CODE = List.of(
            BoundaryRule.class,
            DerivedGround.class,
            Detail.class,
            Focus.class,
            Gazetteer.class,
            GroundLines.class,
            GroundNames.class,
            GroundRelief.class,
            GroundStore.class,
            Spelling.class,
            Topology.class,
            TownNames.class,
            WorldLines.class);

    private static final Logger LOG = LoggerFactory.getLogger(GroundStore.class);

    private final Path folder;

    /** @param folder made when the first ground is kept */
    public GroundStore(Path folder) {
        this.folder = folder;
    }

    /** A ground as {@link DerivedGround#of} derives it, from disk if it is there. */
    public Basemap of(Collection<Focus> foci, List<String> languages, List<BoundaryRule> rules) {
        Path file = folder.resolve(PREFIX + key(List.of(List.copyOf(foci), languages, rules)));
        return read(file).orElseGet(() -> {
            Basemap derived = DerivedGround.of(foci, languages, rules);
            write(file, derived);
            return derived;
        });
    }

    private static String key(Object followsFrom) {
        MessageDigest digest = sha256();
        digest.update(followsFrom.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(GroundFiles.read("sums.txt"));
        digest.update((VersionInfo.ICU_VERSION + " " + System.getProperty("java.version"))
                .getBytes(StandardCharsets.US_ASCII));
        for (Class<?> code : CODE) {
            try (InputStream in = code.getResourceAsStream(code.getSimpleName() + ".class")) {
                digest.update(Objects.requireNonNull(in, code.getName()).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static Optional<Basemap> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(file);
            int end = content.length - DIGEST;
            MessageDigest digest = sha256();
            digest.update(content, 0, Math.max(0, end));
            if (end < 0 || !Arrays.equals(digest.digest(), Arrays.copyOfRange(content, end, content.length))) {
                return Optional.empty();
            }
            Basemap read = read(new DataInputStream(new ByteArrayInputStream(content, 0, end)));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(read);
        } catch (IOException e) {
            LOG.debug("{}: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static Basemap read(DataInputStream in) throws IOException {
        Map<String, String> credits = new LinkedHashMap<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            credits.put(in.readUTF(), in.readUTF());
        }
        List<Basemap.Relief> reliefs = new ArrayList<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            reliefs.add(new Basemap.Relief(
                    Path.of(in.readUTF()),
                    bytes(in),
                    new Bbox(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
                    in.readDouble(),
                    in.readDouble()));
        }
        List<Basemap.File> files = new ArrayList<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            files.add(new Basemap.File(
                    Path.of(in.readUTF()), bytes(in), in.readDouble(), in.readBoolean() ? in.readDouble() : null));
        }
        return new Basemap(new Text(credits), reliefs, files);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private void write(Path file, Basemap basemap) {
        try {
            Files.createDirectories(folder);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(600_000);
            write(new DataOutputStream(bytes), basemap);
            bytes.write(sha256().digest(bytes.toByteArray()));
            Path part = Files.createTempFile(folder, PREFIX, ".part");
            try {
                Files.write(part, bytes.toByteArray());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            removeOldest();
        } catch (IOException e) {
            LOG.debug("{}: {}", file, e.toString());
        }
    }

    private static void write(DataOutputStream out, Basemap basemap) throws IOException {
        Map<String, String> credits = basemap.attribution().byLanguage();
        out.writeInt(credits.size());
        for (Map.Entry<String, String> credit : credits.entrySet()) {
            out.writeUTF(credit.getKey());
            out.writeUTF(credit.getValue());
        }
        out.writeInt(basemap.reliefs().size());
        for (Basemap.Relief relief : basemap.reliefs()) {
            out.writeUTF(relief.file().toString());
            bytes(out, relief.content());
            for (double side : relief.bbox().toArray()) {
                out.writeDouble(side);
            }
            out.writeDouble(relief.fadeFrom());
            out.writeDouble(relief.fadeTo());
        }
        out.writeInt(basemap.files().size());
        for (Basemap.File file : basemap.files()) {
            out.writeUTF(file.file().toString());
            bytes(out, file.content());
            out.writeDouble(file.minZoom());
            Double maxZoom = file.maxZoom();
            out.writeBoolean(maxZoom != null);
            if (maxZoom != null) {
                out.writeDouble(maxZoom);
            }
        }
    }

    private static void bytes(DataOutputStream out, byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    private void removeOldest() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> oldest = entries.filter(
                            path -> path.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().lastModified())
                            .reversed())
                    .skip(MOST_FILES)
                    .toList();
            for (Path path : oldest) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
