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
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;
import org.dateline.model.Text;
import org.dateline.work.DiskCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps derived grounds on disk, so that a start with a catalog that was served before derives nothing. A file is named for
 * everything that its ground follows from, the program's own code among it.
 */
public final class GroundStore {

    private static final String PREFIX = "ground-";

    /** About half a megabyte each. */
    private static final int MOST_FILES = 40;

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
            Shoreline.class,
            SoftJpeg.class,
            Spelling.class,
            Topology.class,
            TownNames.class,
            WorldLines.class);

    private static final Logger LOG = LoggerFactory.getLogger(GroundStore.class);

    private final DiskCache cache;

    /** @param folder made when the first ground is kept */
    public GroundStore(Path folder) {
        cache = new DiskCache(folder, PREFIX, MOST_FILES);
    }

    /** A ground as {@link DerivedGround#of} derives it, from the folder of the program's caches if there is one. */
    public static Basemap ground(Collection<Focus> foci, List<String> languages, List<BoundaryRule> rules) {
        return DiskCache.folder()
                .map(folder -> new GroundStore(folder).of(foci, languages, rules))
                .orElseGet(() -> DerivedGround.of(foci, languages, rules));
    }

    /** A ground as {@link DerivedGround#of} derives it, from disk if it is there. */
    public Basemap of(Collection<Focus> foci, List<String> languages, List<BoundaryRule> rules) {
        String key = key(List.of(List.copyOf(foci), languages, rules));
        return cache.read(key).flatMap(GroundStore::read).orElseGet(() -> {
            Basemap derived = DerivedGround.of(foci, languages, rules);
            cache.write(key, written(derived));
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

    private static Optional<Basemap> read(byte[] content) {
        try {
            return Optional.of(read(new DataInputStream(new ByteArrayInputStream(content))));
        } catch (IOException e) {
            LOG.debug("a ground that cannot be read: {}", e.toString());
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

    private static byte[] written(Basemap basemap) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(600_000);
        try {
            write(new DataOutputStream(bytes), basemap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
