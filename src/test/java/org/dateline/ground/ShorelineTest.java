package org.dateline.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.dateline.geo.WebMercator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorelineTest {

    private static final int SEA = 0xFFBED9E7;
    private static final int LAND = 0xFFE6D9C0;

    /** About 2.4 km a pixel. */
    private static final WebMercator PLANE = new WebMercator(6);

    private static final WorldLines LINES = WorldLines.read();

    @ParameterizedTest
    @CsvSource({
        "Suva,       178.0,   -17.8, land",
        "Taveuni,    -179.98, -16.86, land",
        "Koro Sea,   179.4,   -17.7, sea",
        "beyond 180, -179.2,  -18.3, sea",
    })
    void gives_each_side_of_the_coast_its_colour(String name, double longitude, double latitude, String expected) {
        // A relief that knows the coast to some 40 km.
        BufferedImage picture = picture(176, -15, -178, -20);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(LAND));
        graphics.fillRect(0, 0, picture.getWidth() / 2, picture.getHeight());
        graphics.dispose();
        fit(picture, 176, -15, -178);
        assertThat(at(picture, 176, -15, longitude < 0 ? longitude + 360 : longitude, latitude))
                .as(name)
                .isEqualTo(expected.equals("land") ? LAND : SEA);
    }

    @Test
    void takes_the_colours_of_the_nearest_land() {
        // Mountains in the north of Viti Levu, lowland in the south, and the sea between them and both coasts.
        BufferedImage picture = picture(177, -17, 179, -19);
        int high = 0xFFD3C5AC;
        paint(picture, high, 177, -17, 178.0, -17.6, 178.2, -17.65);
        paint(picture, LAND, 177, -17, 178.0, -18.0, 178.2, -18.05);
        fit(picture, 177, -17, 179);
        assertThat(red(at(picture, 177, -17, 178.05, -17.55))).isCloseTo(red(high), within(6));
        assertThat(red(at(picture, 177, -17, 178.05, -18.1))).isCloseTo(red(LAND), within(6));
    }

    @Test
    void paints_land_where_a_picture_knows_only_sea_and_sea_where_it_knows_only_land() {
        BufferedImage sea = picture(177, -17, 179, -19);
        fit(sea, 177, -17, 179);
        assertThat(red(at(sea, 177, -17, 178, -17.8))).isGreaterThan(at(sea, 177, -17, 178, -17.8) & 0xFF);
        BufferedImage land = picture(177, -17, 179, -19);
        paint(land, LAND, 177, -17, 177, -17, 179, -19);
        fit(land, 177, -17, 179);
        assertThat(red(at(land, 177, -17, 178.9, -18.8))).isLessThan(at(land, 177, -17, 178.9, -18.8) & 0xFF);
    }

    private static org.assertj.core.data.Offset<Integer> within(int offset) {
        return org.assertj.core.api.Assertions.within(offset);
    }

    /** A picture of the sea. */
    private static BufferedImage picture(double west, double north, double east, double south) {
        double width = PLANE.x(east < west ? east + 360 : east) - PLANE.x(west);
        BufferedImage picture =
                new BufferedImage((int) width, (int) (PLANE.y(south) - PLANE.y(north)), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(SEA));
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.dispose();
        return picture;
    }

    private static void paint(
            BufferedImage picture,
            int colour,
            double left,
            double top,
            double west,
            double north,
            double east,
            double south) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(colour));
        int x = (int) (PLANE.x(west) - PLANE.x(left));
        int y = (int) (PLANE.y(north) - PLANE.y(top));
        graphics.fillRect(
                x, y, (int) (PLANE.x(east) - PLANE.x(left)) - x + 1, (int) (PLANE.y(south) - PLANE.y(top)) - y + 1);
        graphics.dispose();
    }

    private static void fit(BufferedImage picture, double west, double north, double east) {
        double left = PLANE.x(west);
        new Shoreline(LINES, PLANE, left, PLANE.x(east < west ? east + 360 : east)).fit(picture, left, PLANE.y(north));
    }

    private static int at(BufferedImage picture, double west, double north, double longitude, double latitude) {
        return picture.getRGB((int) (PLANE.x(longitude) - PLANE.x(west)), (int) (PLANE.y(latitude) - PLANE.y(north)));
    }

    private static int red(int colour) {
        return colour >> 16 & 0xFF;
    }
}
