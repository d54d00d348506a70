package org.dateline.draw.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.model.Basemap;
import org.jspecify.annotations.Nullable;

/** What lies beneath everything on the map of a figure: sea, relief, and the backdrop's lines. */
final class PanelGround {

    private final Frame frame;
    private final @Nullable Backdrop backdrop;
    private final Basemap.@Nullable Relief relief;
    private final byte @Nullable [] picture;

    /** @throws IOException where a file of the basemap is no TopoJSON */
    PanelGround(@Nullable Basemap basemap, Frame frame, Function<Path, byte[]> files) throws IOException {
        this.frame = frame;
        this.backdrop = basemap == null ? null : new Backdrop(basemap, frame, files::apply);
        this.relief = basemap == null || !frame.shows(basemap.relief()) ? null : basemap.relief();
        this.picture = relief == null ? null : files.apply(relief.file());
    }

    @Nullable
    Backdrop backdrop() {
        return backdrop;
    }

    /** @param signs what a legend has to explain of it is added here */
    List<Mark> marks(Set<Sign> signs) {
        Box view = frame.view();
        List<Mark> marks = new ArrayList<>();
        Colour sea = backdrop == null ? Palette.PAPER_2 : Palette.MAP_SEA;
        marks.add(new Mark.Path(
                Paths.box(0, 0, view.width() / frame.pixel(), view.height() / frame.pixel()), Ink.fill(sea)));
        SymbolMarks plane = new SymbolMarks(frame);
        if (relief != null && picture != null) {
            for (Box at : frame.turned(Frame.box(relief.bbox()))) {
                marks.add(new Mark.Picture(
                        picture,
                        mediaType(relief),
                        plane.x(at.left()),
                        plane.y(at.top()),
                        at.width() / frame.pixel(),
                        at.height() / frame.pixel()));
            }
        }
        if (backdrop != null) {
            double scale = 1 / frame.pixel();
            List<Mark> lines = new ArrayList<>();
            for (Backdrop.Part part : backdrop.parts()) {
                BackdropStyle style = BackdropStyle.of(part.classes());
                lines.add(new Mark.Path(part.path(), style.ink(frame.pixel())));
                if (part.classes().startsWith("boundary")) {
                    signs.add(style.dashed() ? Sign.UNSETTLED_BOUNDARY : Sign.BOUNDARY);
                } else if (style == BackdropStyle.PROVINCE) {
                    signs.add(Sign.PROVINCE);
                } else if (style == BackdropStyle.DISTRICT) {
                    signs.add(Sign.DISTRICT);
                }
            }
            marks.add(new Mark.Group(
                    scale,
                    plane.x(backdrop.box().left()),
                    plane.y(backdrop.box().top()),
                    null,
                    lines));
        }
        return marks;
    }

    private static String mediaType(Basemap.Relief relief) {
        String name = relief.file().getFileName().toString();
        return "image/" + name.substring(name.lastIndexOf('.') + 1).replace("jpg", "jpeg");
    }
}
