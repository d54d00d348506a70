package org.dateline.site.resource;

import java.util.function.Function;
import java.util.function.Supplier;
import org.dateline.draw.figure.Figure;

/** An image that follows from a figure alone, which is laid out in less time than it is drawn. */
public final class DrawnResource extends SlowResource {

    private final Supplier<Figure> figure;
    private final Function<Figure, byte[]> drawing;

    public DrawnResource(String mediaType, Supplier<Figure> figure, Function<Figure, byte[]> drawing) {
        super(mediaType, () -> drawing.apply(figure.get()));
        this.figure = figure;
        this.drawing = drawing;
    }

    /** Laid out now. */
    public Figure figure() {
        return figure.get();
    }

    /** The content. */
    public byte[] draw(Figure laidOut) {
        return drawing.apply(laidOut);
    }
}
