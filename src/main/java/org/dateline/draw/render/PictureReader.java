package org.dateline.draw.render;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.dateline.draw.figure.Mark;
import org.dateline.work.CachePart;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;

/** Reads raster images: WebP, and the formats that the JDK supports. */
public final class PictureReader {

    /** The text of an error that says what {@link #decode} expects. */
    public static final String EXPECTED = "a complete picture (WebP, PNG or JPEG) of the kind that its name says";

    private static final String INCOMPLETE = "an incomplete picture, or a file of another kind";

    /**
     * The largest image in pixels, of four bytes each, because a small file may describe an image that fills the
     * memory.
     */
    private static final long LARGEST = Math.max(4_000_000, Runtime.getRuntime().maxMemory() / 64);

    private PictureReader() {}

    /** Decoded images. All drawings of a catalog show the same relief, and decoding it takes a while. */
    private static final CachePart DECODED = SharedCache.ofHeap().part();

    /** The identity of a file's content, which does not keep that content in memory. */
    private static final class Key extends WeakReference<byte[]> {

        private final int hash;

        Key(byte[] content) {
            super(content);
            hash = System.identityHashCode(content);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Key key && get() != null && get() == key.get();
        }
    }

    static BufferedImage read(Mark.Picture picture) {
        try {
            return read(picture.mediaType().replace('/', '.'), picture.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Decodes an image, or finds it if the same content has been decoded before.
     *
     * @throws IOException see {@link #decode}
     */
    public static BufferedImage read(String name, byte[] content) throws IOException {
        Key key = new Key(content);
        BufferedImage known = DECODED.find(key);
        if (known == null) {
            known = decode(name, content);
            DECODED.keep(key, (int) Math.min(Integer.MAX_VALUE, 4L * known.getWidth() * known.getHeight()), known);
        }
        return known;
    }

    /**
     * Requires a WebP to be as long as it states itself (RIFF header, <a
     * href="https://datatracker.ietf.org/doc/html/rfc9649">RFC 9649</a>), and any other image to be one that decodes.
     *
     * @param name the file's name, whose ending gives the format
     * @throws IOException if it is incomplete or not such an image; the message says in a few words what it is instead
     */
    public static void requireComplete(String name, byte[] content) throws IOException {
        if (content.length == 0 || !ending(name).equals("webp")) {
            decode(name, content);
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        boolean complete = content.length >= 20
                && new String(content, 0, 4, StandardCharsets.ISO_8859_1).equals("RIFF")
                && new String(content, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP")
                && header.getInt(4) + 8L <= content.length
                && header.getInt(4) > 0;
        if (!complete) {
            throw new IOException(INCOMPLETE);
        }
    }

    /**
     * @param name the file's name, whose ending gives the format
     * @throws IOException if it is not such an image; the message says in a few words what it is instead
     */
    public static BufferedImage decode(String name, byte[] content) throws IOException {
        if (content.length == 0) {
            throw new IOException("an empty file");
        }
        ImageReader reader = reader(ending(name));
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input);
            return decode(reader);
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Readers throw many kinds of exceptions for files that are not images.
            throw new IOException(INCOMPLETE, e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > LARGEST) {
            throw new TooLargeException(width, height);
        }
        boolean[] warned = new boolean[1];
        // Some readers fill up missing data and only issue a warning.
        reader.addIIOReadWarningListener((_, _) -> warned[0] = true);
        BufferedImage image = reader.read(0);
        if (warned[0]) {
            throw new IOException("incomplete");
        }
        return image;
    }

    private static final class TooLargeException extends IOException {
        TooLargeException(int width, int height) {
            super("a picture of " + width + " × " + height + " pixels, more than " + LARGEST);
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static ImageReader reader(String ending) throws IOException {
        if (ending.equals("webp")) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersBySuffix(ending);
        if (!readers.hasNext()) {
            throw new IOException("a file that ends in ." + ending);
        }
        return readers.next();
    }
}
