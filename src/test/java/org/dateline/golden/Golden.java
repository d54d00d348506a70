package org.dateline.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Expected outputs as files below {@code src/test/resources/golden}. A test fails with the first lines that differ, and
 * leaves what it got below {@code target/golden}. With {@code -Dgolden.rewrite} the files are written instead of compared.
 */
final class Golden {

    private static final Path EXPECTED = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");
    private static final boolean REWRITE = System.getProperty("golden.rewrite") != null;

    private static final int CONTEXT = 3;
    private static final int LINES = 12;
    private static final int LINE_LENGTH = 240;

    /** A colour channel may be off by this much, of 255: the edge of a letter, drawn by another build of Java. */
    private static final int CHANNEL_TOLERANCE = 40;

    /** So many pixels may be off by more. */
    private static final int PIXELS_TOLERANCE = 12;

    private Golden() {}

    /** Holds a text against its file. */
    static void check(String name, String actual) {
        Path file = EXPECTED.resolve(name);
        if (REWRITE) {
            write(file, actual.getBytes(StandardCharsets.UTF_8));
            return;
        }
        String expected = Files.exists(file) ? read(file) : "";
        if (!expected.equals(actual)) {
            throw failure(name, actual.getBytes(StandardCharsets.UTF_8), difference(expected, actual));
        }
    }

    /** Holds a picture against its PNG file, within the tolerance. */
    static void check(String name, BufferedImage actual) throws IOException {
        Path file = EXPECTED.resolve(name);
        // An unchanged picture keeps its bytes, whichever way they were compressed.
        String problem = Files.exists(file) ? difference(ImageIO.read(file.toFile()), actual) : "there is no such file";
        if (problem.isEmpty()) {
            return;
        }
        byte[] png = png(actual);
        if (REWRITE) {
            write(file, png);
            return;
        }
        throw failure(name, png, problem);
    }

    /** Holds that the folder has these files and no others; when rewriting, deletes the others. */
    static void checkNames(Stream<String> names) throws IOException {
        List<String> expected = names.sorted().toList();
        try (Stream<Path> files = Files.list(EXPECTED)) {
            List<Path> all = files.sorted().toList();
            if (REWRITE) {
                for (Path file : all) {
                    if (!expected.contains(file.getFileName().toString())) {
                        Files.delete(file);
                    }
                }
                return;
            }
            assertThat(all).extracting(file -> file.getFileName().toString()).isEqualTo(expected);
        }
    }

    static BufferedImage image(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content));
    }

    private static AssertionError failure(String name, byte[] actual, String difference) {
        Path left = ACTUAL.resolve(name);
        write(left, actual);
        return new AssertionError("""
                got something else than %s
                %s
                What it got: %s
                If the change is meant, rewrite the file and review its diff: sh src/test/sh/rewrite-golden.sh""".formatted(EXPECTED.resolve(name), difference, left));
    }

    /** The first lines that differ, with a few lines before and after them. */
    private static String difference(String expected, String actual) {
        String[] was = expected.split("\n");
        String[] is = actual.split("\n");
        int first = 0;
        while (first < Math.min(was.length, is.length) && was[first].equals(is[first])) {
            first++;
        }
        int same = 0;
        while (same < Math.min(was.length, is.length) - first
                && was[was.length - 1 - same].equals(is[is.length - 1 - same])) {
            same++;
        }
        Stream<String> lines = Stream.of(
                        lines("  ", is, Math.max(0, first - CONTEXT), first),
                        lines("- ", was, first, Math.min(was.length - same, first + LINES)),
                        lines("+ ", is, first, Math.min(is.length - same, first + LINES)),
                        lines("  ", is, is.length - same, Math.min(is.length, is.length - same + CONTEXT)))
                .flatMap(part -> part);
        return "from line " + (first + 1) + " on (- expected, + got):\n" + lines.collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(String sign, String[] lines, int from, int to) {
        return Arrays.stream(lines, from, to)
                .map(line -> sign + (line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line));
    }

    /** Empty where the pictures are the same within the tolerance. */
    private static String difference(BufferedImage expected, BufferedImage actual) {
        int width = actual.getWidth();
        int height = actual.getHeight();
        if (expected.getWidth() != width || expected.getHeight() != height) {
            return "got %d by %d pixels, expected %d by %d"
                    .formatted(width, height, expected.getWidth(), expected.getHeight());
        }
        int[] was = expected.getRGB(0, 0, width, height, null, 0, width);
        int[] is = actual.getRGB(0, 0, width, height, null, 0, width);
        int[] off =
                IntStream.range(0, was.length).filter(i -> isOff(was[i], is[i])).toArray();
        return off.length <= PIXELS_TOLERANCE
                ? ""
                : "%d pixels of %d by %d differ, the first at %d, %d (expected #%06x, got #%06x)"
                        .formatted(
                                off.length,
                                width,
                                height,
                                off[0] % width,
                                off[0] / width,
                                was[off[0]] & 0xffffff,
                                is[off[0]] & 0xffffff);
    }

    private static boolean isOff(int expected, int actual) {
        return IntStream.of(0, 8, 16)
                .anyMatch(shift -> Math.abs((expected >> shift & 0xff) - (actual >> shift & 0xff)) > CHANNEL_TOLERANCE);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
