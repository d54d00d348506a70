package org.dateline.draw.render;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.dateline.draw.figure.Mark;

/** Reads raster images: WebP, and the formats that the JDK supports. */
final class PictureReader {

    private PictureReader() {}

    /** The image read last. All images of a catalog show the same relief, and decoding it takes a while. */
    private static volatile SoftReference<Read> last = new SoftReference<>(null);

    private record Read(byte[] content, BufferedImage image) {}

    static BufferedImage read(Mark.Picture picture) {
        Read known = last.get();
        if (known == null || known.content != picture.content()) {
            known = new Read(picture.content(), decode(picture));
            last = new SoftReference<>(known);
        }
        return known.image;
    }

    private static BufferedImage decode(Mark.Picture picture) {
        try {
            if (picture.mediaType().equals("image/webp")) {
                ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
                try {
                    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.content())));
                    return reader.read(0);
                } finally {
                    reader.dispose();
                }
            }
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.content()));
            if (image == null) {
                throw new IOException(
                        "got an unreadable image of type " + picture.mediaType() + ", expected WebP, PNG or JPEG");
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
