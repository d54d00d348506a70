package org.dateline.draw.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    private final Function<Path, byte[]> files;

    /** @throws IOException if a file of the basemap is not TopoJSON */
    Ground(@Nullable Basemap basemap, Frame frame, Function<Path, byte[]> files) throws IOException {
        this.frame = frame;
        this.backdrop = basemap == null ? null : new Backdrop(basemap, frame, Integer.MAX_VALUE);
        this.reliefs = basemap == null ? List.of() : frame.visible(basemap.reliefs(), frame.window());
        this.files = files;
    }

    @Nullable
    Backdrop backdrop() {
        return backdrop;
    }

    /** @param signs receives the signs that the legend has to explain */
    List<Mark> marks(Set<Sign> signs) {
        Box page = frame.page();
        List<Mark> marks = new ArrayList<>();
        Ink ink = Ink.of(backdrop == null ? "unknown" : "sea", "");
        marks.add(new Mark.Path(Paths.box(0, 0, page.width(), page.height()), ink));
        if (backdrop != null) {
            marks.addAll(backdrop.beneathRelief());
        }
        for (Basemap.Relief relief : reliefs) {
            byte[] picture = files.apply(relief.file());
            for (Box world : frame.turned(Frame.box(relief.bbox()))) {
                Box at = frame.toPage(world);
                marks.add(new Mark.Picture(picture, mediaType(relief), at.left(), at.top(), at.width(), at.height()));
            }
        }
        if (backdrop != null) {
            for (Mark mark : backdrop.marks()) {
                marks.add(mark);
                if (mark instanceof Mark.Path(var _, List<Ink> inks)) {
                    Sign.ofBorder(inks.getFirst().part()).ifPresent(signs::add);
                }
            }
        }
        return marks;
    }

    private static String mediaType(Basemap.Relief relief) {
        String name = relief.file().getFileName().toString();
        return "image/" + name.substring(name.lastIndexOf('.') + 1).replace("jpg", "jpeg");
    }
}
