package org.dateline.draw.map;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.TopoJson;
import org.dateline.draw.plane.TopoJson.Member;
import org.dateline.draw.plane.TopoJsonException;
import org.dateline.geo.Bbox;
import org.dateline.ground.DerivedGround;
import org.dateline.model.Basemap;
import org.dateline.work.Admission;
import org.dateline.work.CachePart;
import org.jspecify.annotations.Nullable;

/** A basemap that many maps are drawn on: its files are parsed once, as long as there is room for that. Thread-safe. */
public final class GroundSource {

    /** About how many bytes a parsed file takes for each of its own. */
    private static final int GROWTH = 10;

    /** About how many pixels the reliefs of a map without other files have: some 10 kB each. */
    private static final int PIXELS_AROUND = 110_000;

    private static final int PIXELS_NEAR = 130_000;

    /** Of a larger share of the world, the basemap's own relief has more pixels. */
    private static final double LARGE = 1 / 2.0;

    /** The object of names, which are the basemap's own everywhere. */
    static final String LABELS = "labels";

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
     * The world's ground for what a frame shows beyond a basemap that is made for a part of the earth only.
     *
     * @return empty if the frame shows nothing beyond it, or if the basemap is all there is
     */
    Optional<Basemap.File> beyond(Frame frame) {
        return !reachesBeyond(frame)
                ? Optional.empty()
                : Optional.of(DerivedGround.around(
                        frame.bands(0).stream().map(Frame::bbox).toList(), frame.zoom() + 1));
    }

    /**
     * The reliefs beneath a frame that is drawn for readers who load nothing else, in drawing order: a coarse one of the
     * surroundings, and the basemap's own on top where it has one. A derived basemap takes both from the world's.
     */
    List<Basemap.Relief> reliefs(Frame frame) {
        boolean derived = DerivedGround.isDerived(basemap);
        boolean large = frame.window().width() > LARGE * Frame.WORLD.worldSize()
                || frame.window().height() > LARGE * Frame.WORLD.worldSize();
        if (large || !frame.shows(basemap.reliefs()) || !derived && !reachesBeyond(frame)) {
            return frame.visible(basemap.reliefs(), frame.window());
        }
        Basemap.Relief around = DerivedGround.relief(Frame.bbox(frame.window()), PIXELS_AROUND);
        List<Basemap.Relief> reliefs = new ArrayList<>(List.of(around));
        if (derived) {
            reliefs.add(DerivedGround.relief(Frame.bbox(frame.near(ReliefCrop.NEAR)), PIXELS_NEAR));
        } else {
            reliefs.addAll(frame.visible(basemap.reliefs(), frame.near(ReliefCrop.NEAR)));
        }
        return reliefs;
    }

    private boolean reachesBeyond(Frame frame) {
        Bbox made = basemap.bbox();
        return made != null && frame.turned(Frame.box(made)).stream().noneMatch(box -> box.contains(frame.window()));
    }

    /**
     * The members of some objects of the basemap within the part that it is made for, and beyond it those of another.
     *
     * @param names of the objects
     * @param other the ground beyond
     * @throws TopoJsonException if a file is not TopoJSON
     */
    Map<String, List<Member>> objects(double zoom, List<String> names, Basemap.File other) throws TopoJsonException {
        Outside outside = new Outside(Objects.requireNonNull(basemap.bbox()));
        TopoJson around = topology(other);
        Map<String, List<Member>> objects = objects(zoom, names);
        objects.replaceAll(
                (name, members) -> name.equals(LABELS) ? members : outside.joined(members, around.members(name)));
        return objects;
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
        if (basemap.bbox() != null) {
            add(digest, "beyond " + basemap.bbox(), new byte[0]);
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
