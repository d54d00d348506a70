package org.dateline.features.cql2;

import java.util.List;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.FunctionExpressionImpl;
import org.geotools.filter.capability.FunctionNameImpl;
import org.jspecify.annotations.Nullable;

/**
 * A GeoTools function that computes its value from the values of its arguments; if one of these is missing, so is the
 * result.
 */
final class ComputedFunction extends FunctionExpressionImpl {

    /** Computes the result from the arguments' values, none of which is null. */
    interface Computation {
        @Nullable
        Object of(Object[] values);
    }

    private final Computation computation;

    ComputedFunction(String name, List<Expression> arguments, Computation computation) {
        super(named(name, arguments.size()));
        this.computation = computation;
        setParameters(arguments);
    }

    private static FunctionName named(String name, int arguments) {
        return new FunctionNameImpl(name, arguments);
    }

    @Override
    public @Nullable Object evaluate(Object feature) {
        List<Expression> arguments = getParameters();
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = arguments.get(i).evaluate(feature);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return computation.of(values);
    }
}
