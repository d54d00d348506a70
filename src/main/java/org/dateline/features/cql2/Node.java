package org.dateline.features.cql2;

import java.util.List;
import org.dateline.features.TimeSpan;
import org.locationtech.jts.geom.Geometry;

/** A CQL2 expression as written, from text or JSON, not yet checked for meaning. */
sealed interface Node {

    /**
     * An operator or function.
     *
     * @param name as in CQL2 JSON, in lower case: {@code and}, {@code =}, {@code s_intersects}, {@code isnull} ...
     */
    record Op(String name, List<Node> arguments) implements Node {
        public Op {
            arguments = List.copyOf(arguments);
        }
    }

    record Prop(String name) implements Node {}

    record Text(String value) implements Node {}

    record Num(double value) implements Node {}

    record Bool(boolean value) implements Node {}

    /** A geometry in the filter's reference system. */
    record Shape(Geometry value) implements Node {}

    record Time(TimeSpan value) implements Node {}

    /** A period between two times, at least one of which is a property. */
    record Interval(Node start, Node end) implements Node {}

    record Array(List<Node> items) implements Node {
        public Array {
            items = List.copyOf(items);
        }
    }
}
