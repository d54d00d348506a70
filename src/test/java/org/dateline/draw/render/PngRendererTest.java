package org.dateline.draw.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngRendererTest {

    private static final int DOWN = 0x2a6b47;
    private static final int GROUND = 0xfbf9f4;

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5", "64, 399", "64, 400", "30, 401", "300, 1250"})
    void every_pixel_is_where_it_was_painted_across_all_strips(int width, int height) throws Exception {
        List<Mark> marks = java.util.stream.IntStream.range(0, height)
                .filter(y -> y % 3 == 0)
                .<Mark>mapToObj(y -> new Mark.Path(Paths.box(0, y, width, 1), Ink.fill(Colour.of(DOWN + y % 100))))
                .toList();

        BufferedImage read = read(figure(width, height, marks), width);

        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(read.getRGB(x, y) & 0xFFFFFF).isEqualTo(y % 3 == 0 ? DOWN + y % 100 : GROUND);
            }
        }
    }

    @Test
    void a_picture_of_many_colours_has_a_palette_near_to_each_and_exact_for_ground_and_flat_shapes() throws Exception {
        int side = 512;
        List<Mark> marks = new ArrayList<>();
        for (int x = 0; x < side; x += 2) {
            for (int y = 0; y < side / 2; y += 2) {
                // As relief: smooth tones, none like its neighbour.
                int tone = 200 + (x + y) * 40 / side;
                int colour = tone << 16 | (tone - 8 + x % 4) << 8 | tone - 20 + y % 6;
                marks.add(new Mark.Path(Paths.box(x, y, 2, 2), Ink.fill(Colour.of(colour))));
            }
        }
        marks.add(new Mark.Path(Paths.box(100, 100, 12, 12), Ink.fill(Colour.of(0xB3391F))));
        Figure figure = figure(side, side, marks);

        byte[] png = PngRenderer.render(figure, side);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(png.length).isLessThan(4_400);
        assertThat(read.getRGB(500, 500) & 0xFFFFFF).isEqualTo(GROUND);
        assertThat(read.getRGB(105, 105) & 0xFFFFFF).isEqualTo(0xB3391F);
        for (int x = 0; x < side; x += 2) {
            int tone = 200 + x * 40 / side;
            assertThat(read.getRGB(x, 0) >> 16 & 0xFF).isBetween(tone - 3, tone + 3);
        }
    }

    @Test
    void a_larger_picture_has_more_pixels_an_inch() throws Exception {
        byte[] png = PngRenderer.render(figure(100, 50, List.of()), 200);

        assertThat(new String(png, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("pHYs\0\0\u001d\u0087");
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getHeight()).isEqualTo(100);
    }

    private static BufferedImage read(Figure figure, int width) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(PngRenderer.render(figure, width)));
    }

    private static Figure figure(int width, int height, List<Mark> marks) {
        return new Figure(width, height, "en", "-", "-", Colour.of(GROUND), marks, List.of());
    }
}
