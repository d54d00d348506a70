package org.dateline.draw.map;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.draw.plane.TopoJson;
import org.dateline.draw.plane.TopoJson.Member;
import org.dateline.draw.plane.TopoJsonException;
import org.dateline.model.Basemap;
import org.dateline.work.Admission;
import org.dateline.work.CachePart;
import org.jspecify.annotations.Nullable;

/** A basemap that many maps are drawn on: its files are parsed once, as long as there is room for that. Thread-safe. */
public final class GroundSource {

    /** About how many bytes a parsed file takes for each of its own. */
    private static final int GROWTH = 10;

    private final Basemap basemap;
    private final CachePart kept;
    private volatile @Nullable String hash;

    private record Key(Basemap.File file) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key(Basemap.File same) && same == file;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(file);
        }
    }

    /** @param kept the cache of what was parsed */
    public GroundSource(Basemap basemap, CachePart kept) {
        this.basemap = basemap;
        this.kept = kept;
    }

    Basemap basemap() {
        return basemap;
    }

    /**
     * The members of some objects of the files that a zoom shows, in the order of the files.
     *
     * @param names of the objects
     * @throws TopoJsonException if a file is not TopoJSON
     */
    Map<String, List<Member>> objects(double zoom, List<String> names) throws TopoJsonException {
        Map<String, List<Member>> objects = new LinkedHashMap<>();
        for (Basemap.File file : basemap.files()) {
            Admission.check();
            if (file.minZoom() <= zoom && (file.maxZoom() == null || file.maxZoom() > zoom)) {
                TopoJson topology = topology(file);
                for (String name : names) {
                    objects.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(topology.members(name));
                }
            }
        }
        return objects;
    }

    private TopoJson topology(Basemap.File file) throws TopoJsonException {
        Key key = new Key(file);
        TopoJson known = kept.find(key);
        if (known == null) {
            known = TopoJson.read(file.file(), file.content());
            kept.keep(key, GROWTH * file.content().length, known);
        }
        return known;
    }

    /** The SHA-256 of all that is drawn of the basemap, streets included, in lower-case hex. */
    String hash() {
        String known = hash;
        if (known == null) {
            known = digest();
            hash = known;
        }
        return known;
    }

    private String digest() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (Basemap.File file : basemap.files()) {
            add(digest, file.file() + " " + file.minZoom() + " " + file.maxZoom(), file.content());
        }
        for (Basemap.Relief relief : basemap.reliefs()) {
            add(
                    digest,
                    relief.file() + " " + relief.bbox() + " " + relief.fadeFrom() + " " + relief.fadeTo(),
                    relief.content());
        }
        if (basemap.streets() != null) {
            add(digest, basemap.streets().hash(), new byte[0]);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String about, byte[] content) {
        digest.update((about + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }
}
