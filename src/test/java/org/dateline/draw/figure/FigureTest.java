package org.dateline.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static Figure figure(double width, Mark... marks) {
        return new Figure(width, 100, "en", "Title", "", Palette.PAPER, List.of(marks), List.of());
    }

    private static Path2D line(double x) {
        Path2D line = new Path2D.Double();
        line.moveTo(0, 0);
        line.lineTo(x, 10);
        return line;
    }

    private static Mark.Text text(String content, @Nullable Colour halo) {
        return new Mark.Text(content, 1, 2, Mark.Anchor.LEFT, Type.sans(12), Palette.INK, false, halo, "en");
    }

    private static Mark.Group group(double dx, @Nullable Path2D clip, Mark... marks) {
        return new Mark.Group(1, dx, 0, clip, List.of(marks));
    }

    @Test
    void figures_that_differ_in_anything_that_is_seen_have_different_digests() {
        Ink thin = Ink.line(Palette.INK, 1);
        Ink thick = Ink.line(Palette.INK, 2);
        List<Supplier<Figure>> all = List.of(
                () -> figure(100),
                () -> figure(101),
                () -> figure(100, new Mark.Path(line(5), thin)),
                () -> figure(100, new Mark.Path(line(5.0000001), thin)),
                () -> figure(100, new Mark.Path(line(5), thick)),
                () -> figure(100, new Mark.Path(line(5), List.of(thick, thin))),
                () -> figure(100, new Mark.Circle(1, 2, 3, thin)),
                () -> figure(100, new Mark.Circle(1, 2, 4, thin)),
                () -> figure(100, new Mark.Bar(1, 2, 3, 4, 0, thin)),
                () -> figure(100, new Mark.Segment(1, 2, 3, 4, thin)),
                () -> figure(100, new Mark.Picture(new byte[] {1}, "image/png", 0, 0, 9, 9)),
                () -> figure(100, new Mark.Picture(new byte[] {2}, "image/png", 0, 0, 9, 9)),
                () -> figure(100, new Mark.Picture(new byte[] {1}, "image/png", 0, 0, 9, 8)),
                () -> figure(100, text("Sibi", null)),
                () -> figure(100, text("Sibi", Palette.PAPER)),
                () -> figure(100, text("Sib", null)),
                () -> figure(100, text("Sibi", null).turned(1)),
                () -> figure(100, group(0, null, text("Sibi", null))),
                () -> figure(100, group(1, null, text("Sibi", null))),
                () -> figure(100, group(0, line(5), text("Sibi", null))),
                () -> figure(100, group(0, null), text("Sibi", null)));
        assertThat(all.stream().map(made -> made.get().digest()))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        all.stream().map(made -> made.get().digest()).toList());
    }

    @Test
    void what_only_pages_have_does_not_count() {
        Mark plain = text("Sibi", null);
        Mark linked = new Mark.Item(
                "place", Map.of("id", "sibi"), new Mark.Link("places/sibi/", "Sibi", false), List.of(plain));
        assertThat(Stream.of(figure(100, plain), figure(100, linked))
                        .map(Figure::digest)
                        .distinct())
                .hasSize(1);
    }
}
