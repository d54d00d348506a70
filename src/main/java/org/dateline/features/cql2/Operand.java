package org.dateline.features.cql2;

import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;

/** A value in a filter: its kind and the expression that computes it. */
record Operand(Kind kind, Expression expression) {

    enum Kind {
        TEXT("a text"),
        NUMBER("a number"),
        BOOLEAN("a boolean"),
        TIME("a date or time"),
        SHAPE("a geometry"),
        ARRAY("an array");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Whether it is the same for all features, and so never missing. */
    boolean constant() {
        return expression instanceof Literal;
    }
}
