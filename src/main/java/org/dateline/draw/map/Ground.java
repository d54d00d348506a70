package org.dateline.draw.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.model.Basemap;
import org.jspecify.annotations.Nullable;

/** The bottom of a figure's map: sea, relief, and the lines of the backdrop. */
final class Ground {

    private final Frame frame;
    private final @Nullable Backdrop backdrop;
    private final List<Basemap.Relief> reliefs;
    private final Mark.Ground mark;

    /**
     * @param source null for a catalog without a basemap
     * @throws IOException if a file of the basemap is not TopoJSON
     */
    Ground(@Nullable GroundSource source, Frame frame) throws IOException {
        this.frame = frame;
        this.backdrop = source == null
                ? null
                : new Backdrop(source, source.beyond(frame).orElse(null), frame, Integer.MAX_VALUE);
        this.reliefs =
                source == null ? List.of() : frame.visible(source.basemap().reliefs(), frame.window());
        this.mark = new Mark.Ground((source == null ? "" : source.hash()) + " " + frame, this::marks);
    }

    @Nullable
    Backdrop backdrop() {
        return backdrop;
    }

    /** The drawing, whose lines are cut when they are drawn. */
    Mark mark() {
        return mark;
    }

    /** The signs that the legend has to explain. */
    Set<Sign> signs() {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        for (Mark one : mark.marks()) {
            if (one instanceof Mark.Path(var _, List<Ink> inks)) {
                Sign.ofBorder(inks.getFirst().part()).ifPresent(signs::add);
            }
        }
        return signs;
    }

    private List<Mark> marks() {
        Box page = frame.page();
        List<Mark> marks = new ArrayList<>();
        Ink ink = Ink.of(backdrop == null ? "unknown" : "sea", "");
        marks.add(new Mark.Path(Paths.box(0, 0, page.width(), page.height()), ink));
        if (backdrop != null) {
            marks.addAll(backdrop.beneathRelief());
        }
        for (Basemap.Relief relief : reliefs) {
            for (Box world : frame.turned(Frame.box(relief.bbox()))) {
                Box at = frame.toPage(world);
                marks.add(new Mark.Picture(
                        relief.content(), mediaType(relief), at.left(), at.top(), at.width(), at.height()));
            }
        }
        if (backdrop != null) {
            marks.addAll(backdrop.marks());
        }
        return marks;
    }

    private static String mediaType(Basemap.Relief relief) {
        String name = relief.file().getFileName().toString();
        return "image/" + name.substring(name.lastIndexOf('.') + 1).replace("jpg", "jpeg");
    }
}
