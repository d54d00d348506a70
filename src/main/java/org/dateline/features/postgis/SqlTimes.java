package org.dateline.features.postgis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.dateline.features.TimeSpan;
import org.dateline.features.cql2.TimeRelation;
import org.dateline.features.cql2.TimeRelation.End;
import org.dateline.features.cql2.TimeRelation.Ends;
import org.dateline.features.cql2.TimeRelation.Order;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;

/**
 * Translates comparisons of times into SQL. A column contains dates as stated (2025, 2025-03 or 2025-03-11), sorted as
 * text: what starts on or before a day is not greater than it, whatever its precision, and what ends on or after a day
 * is not less, or is its month or year. So one index on the column serves comparisons and sorting.
 */
final class SqlTimes {

    /** The database has no year 0. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final LocalDate FIRST = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** An end of a time. */
    private sealed interface Point {}

    /** The first or the last day of the date in a column. */
    private record Stated(String column, End end) implements Point {}

    private record Moment(Instant instant) implements Point {}

    /** The moment in a column of type timestamptz. */
    private record Recorded(String column) implements Point {}

    /** @param days whether it consists of whole days ({@link TimeSpan}) */
    private record Time(Point start, Point end, boolean days) {
        private Point at(End which) {
            return which == End.START ? start : end;
        }
    }

    private final SqlValues values;

    SqlTimes(SqlValues values) {
        this.values = values;
    }

    static boolean isTime(Expression expression) {
        return expression instanceof Function function
                && Set.of("date", "moment", "interval").contains(function.getName());
    }

    /** Whether a record has the time: its dates have values, and an interval does not end before it starts. */
    SqlFragment exists(Expression expression) {
        Function function = (Function) expression;
        if (!function.getName().equals("interval")) {
            return SqlFragment.of(column(function) + " is not null");
        }
        List<Expression> ends = function.getParameters();
        Time time = time(expression);
        return SqlFragment.all(
                stated(ends.getFirst()),
                stated(ends.getLast()),
                compared(time.start, Order.NOT_AFTER, time.end, false));
    }

    private SqlFragment stated(Expression expression) {
        return isTime(expression) ? exists(expression) : SqlFragment.TRUE;
    }

    SqlFragment condition(TimeRelation relation, Expression one, Expression other) {
        Time a = time(one);
        Time b = time(other);
        SqlFragment all = SqlFragment.all(relation.comparisons().stream()
                .map(ends -> compared(ends, a, b))
                .toList());
        return SqlFragment.all(stated(one), stated(other), relation.holds() ? all : all.isNotTrue());
    }

    private static SqlFragment compared(Ends ends, Time a, Time b) {
        return compared(a.at(ends.one()), ends.order(), b.at(ends.other()), a.days && b.days);
    }

    private Time time(Expression expression) {
        if (expression instanceof Literal literal && literal.getValue() instanceof TimeSpan span) {
            return new Time(new Moment(span.start()), new Moment(span.end()), span.days());
        }
        if (!(expression instanceof Function function) || !isTime(expression)) {
            throw SqlFilter.unknown(expression);
        }
        if (function.getName().equals("moment")) {
            Recorded moment = new Recorded(column(function));
            return new Time(moment, moment, false);
        }
        if (function.getName().equals("date")) {
            String column = column(function);
            return new Time(new Stated(column, End.START), new Stated(column, End.END), true);
        }
        Time first = time(function.getParameters().getFirst());
        Time last = time(function.getParameters().getLast());
        return new Time(first.start, last.end, first.days && last.days);
    }

    private String column(Function date) {
        return values.column((PropertyName) date.getParameters().getFirst());
    }

    private static SqlFragment compared(Point a, Order order, Point b, boolean days) {
        if (a instanceof Recorded || b instanceof Recorded) {
            return a instanceof Recorded one ? compared(one, order, b) : compared((Recorded) b, order.mirrored(), a);
        }
        return switch (a) {
            case Recorded _ -> throw new IllegalStateException("compared above");
            case Moment(Instant one)
            when b instanceof Moment(Instant other) ->
                SqlFragment.of(order.holds(days ? day(one).compareTo(day(other)) : one.compareTo(other)));
            case Moment(Instant one) -> compared((Stated) b, order.mirrored(), one, days);
            case Stated one when b instanceof Moment(Instant other) -> compared(one, order, other, days);
            case Stated one -> compared(one, order, (Stated) b, days);
        };
    }

    private static SqlFragment compared(Recorded one, Order order, Point other) {
        String sign = switch (order) {
            case BEFORE -> " < ";
            case NOT_AFTER -> " <= ";
            case SAME -> " = ";
            case NOT_BEFORE -> " >= ";
            case AFTER -> " > ";
        };
        return switch (other) {
            case Recorded(String column) -> SqlFragment.of(one.column + sign + column);
            case Stated(String column, End end) ->
                SqlFragment.of(one.column
                        + sign
                        + (end == End.START
                                ? "(first_day(" + column + ")::timestamp at time zone 'UTC')"
                                : "((last_day(" + column + ") + 1)::timestamp at time zone 'UTC'"
                                        + " - interval '1 microsecond')"));
            case Moment(Instant instant) ->
                open(instant) || instant.isBefore(EARLIEST)
                        ? SqlFragment.of(order.holds(instant.equals(Instant.MAX) ? -1 : 1))
                        // The database counts in microseconds and would round up the last nanosecond of a day.
                        : SqlFragment.of(
                                one.column + sign + "?::timestamptz",
                                instant.truncatedTo(ChronoUnit.MICROS).toString());
        };
    }

    private static Instant day(Instant instant) {
        return open(instant) ? instant : instant.truncatedTo(ChronoUnit.DAYS);
    }

    private static boolean open(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX);
    }

    private static SqlFragment compared(Stated one, Order order, Instant instant, boolean days) {
        if (open(instant)) {
            return SqlFragment.of(order.holds(instant.equals(Instant.MIN) ? 1 : -1));
        }
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        Instant edge = one.end == End.START
                ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
        if (days || instant.equals(edge)) {
            return compared(one, order, day);
        }
        // Within the day: a first day at its start is before, a last day at its end is after.
        return switch (order) {
            case BEFORE, NOT_AFTER -> compared(one, one.end == End.START ? Order.NOT_AFTER : Order.BEFORE, day);
            case AFTER, NOT_BEFORE -> compared(one, one.end == End.START ? Order.AFTER : Order.NOT_BEFORE, day);
            case SAME -> SqlFragment.FALSE;
        };
    }

    private static SqlFragment compared(Stated one, Order order, LocalDate day) {
        boolean start = one.end == End.START;
        return switch (order) {
            case BEFORE -> start ? starts(one, true, day.minusDays(1)) : ends(one, false, day);
            case NOT_AFTER -> start ? starts(one, true, day) : ends(one, false, day.plusDays(1));
            case NOT_BEFORE -> start ? starts(one, false, day.minusDays(1)) : ends(one, true, day);
            case AFTER -> start ? starts(one, false, day) : ends(one, true, day.plusDays(1));
            case SAME -> SqlFragment.all(compared(one, Order.NOT_AFTER, day), compared(one, Order.NOT_BEFORE, day));
        };
    }

    /** @param by true if it must start on or before the day, false if after it */
    private static SqlFragment starts(Stated date, boolean by, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            return SqlFragment.of(day.isAfter(LAST) == by);
        }
        return SqlFragment.of(date.column + (by ? " <= ?" : " > ?"), day.toString());
    }

    /** @param from true if it must end on or after the day, false if before it */
    private static SqlFragment ends(Stated date, boolean from, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            return SqlFragment.of(day.isBefore(FIRST) == from);
        }
        String column = date.column;
        String text = day.toString();
        String month = text.substring(0, 7);
        String year = text.substring(0, 4);
        // "Not less than the year" follows from the rest but tells the index where to start.
        return from
                ? SqlFragment.of(
                        '(' + column + " >= ? and (" + column + " >= ? or " + column + " in (?, ?)))",
                        year,
                        text,
                        month,
                        year)
                : SqlFragment.of('(' + column + " < ? and " + column + " not in (?, ?))", text, month, year);
    }

    private static SqlFragment compared(Stated one, Order order, Stated other, boolean days) {
        String a = (one.end == End.START ? "first_day(" : "last_day(") + one.column + ')';
        String b = (other.end == End.START ? "first_day(" : "last_day(") + other.column + ')';
        boolean whole = days || one.end == other.end;
        // As instants, the start of a day is before its end.
        return switch (order) {
            case BEFORE -> SqlFragment.of(a + (whole || one.end == End.END ? " < " : " <= ") + b);
            case NOT_AFTER -> SqlFragment.of(a + (whole || one.end == End.START ? " <= " : " < ") + b);
            case NOT_BEFORE -> SqlFragment.of(a + (whole || one.end == End.END ? " >= " : " > ") + b);
            case AFTER -> SqlFragment.of(a + (whole || one.end == End.START ? " > " : " >= ") + b);
            case SAME -> whole ? SqlFragment.of(a + " = " + b) : SqlFragment.FALSE;
        };
    }
}
