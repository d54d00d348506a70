package org.dateline.draw.figure;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of all that can be seen of a figure: figures with the same digest give the same image. It takes a small
 * part of the time that an image takes.
 */
final class FigureDigest {

    /** The coordinates of the longest step of a path. */
    private static final int MOST = 6;

    private final MessageDigest digest;

    private FigureDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lower-case hex. */
    static String of(Figure figure) {
        FigureDigest all = new FigureDigest();
        all.add(figure.width() + " " + figure.height() + " " + figure.ground());
        figure.marks().forEach(all::add);
        return HexFormat.of().formatHex(all.digest.digest());
    }

    private void add(Mark mark) {
        switch (mark) {
            case Mark.Path path -> {
                add("path " + path.inks());
                add(path.data());
            }
            case Mark.Picture picture -> {
                add("picture %s %s %s %s %s %s"
                        .formatted(
                                picture.mediaType(),
                                picture.x(),
                                picture.y(),
                                picture.width(),
                                picture.height(),
                                picture.content().length));
                digest.update(picture.content());
            }
            case Mark.Group group -> {
                add("group " + group.scale() + " " + group.dx() + " " + group.dy());
                add(group.clip());
                group.marks().forEach(this::add);
                add("end");
            }
            case Mark.Ground ground -> add("ground " + ground.from());
            // An image has no links.
            case Mark.Item item -> item.marks().forEach(this::add);
            // Records of numbers, texts and the like, which their own texts say in full.
            case Mark.Circle _, Mark.Bar _, Mark.Segment _, Mark.Text _ -> add(mark.toString());
        }
    }

    private void add(@Nullable Path2D path) {
        if (path == null) {
            return;
        }
        ByteBuffer steps = ByteBuffer.allocate(Integer.BYTES + MOST * Double.BYTES);
        double[] coordinates = new double[MOST];
        add("rule " + path.getWindingRule());
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            Arrays.fill(coordinates, 0);
            steps.clear().putInt(at.currentSegment(coordinates));
            for (double coordinate : coordinates) {
                steps.putDouble(coordinate);
            }
            digest.update(steps.flip());
        }
    }

    private void add(String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
