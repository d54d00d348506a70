package org.dateline.draw.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngWriterTest {

    @ParameterizedTest
    @CsvSource({"1, 1, noise", "7, 5, noise", "64, 33, noise", "64, 33, slope", "300, 2, slope"})
    void another_reader_finds_every_pixel_as_it_was_written(int width, int height, String kind) throws Exception {
        Random random = new Random(3);
        int[] pixels = random.ints((long) width * height, 0, 0x1000000).toArray();
        if (kind.equals("slope")) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (i % width % 256) << 16 | (i / width % 256) << 8 | (i % 256);
            }
        }
        PngWriter png = new PngWriter(width, height, 96);
        for (int row = 0; row < height; row++) {
            png.row(pixels, row * width);
        }

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.end()));

        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        for (int i = 0; i < pixels.length; i++) {
            assertThat(read.getRGB(i % width, i / width) & 0xFFFFFF).isEqualTo(pixels[i]);
        }
    }
}
