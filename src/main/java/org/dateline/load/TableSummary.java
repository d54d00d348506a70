package org.dateline.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dateline.features.Property;
import org.dateline.features.Schema;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.geo.Bbox;
import org.dateline.geo.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a collection, computed in one pass.
 *
 * @param geometry type of the geometries in terms of OGC API - Features - Part 5
 * @param days     names of the properties whose dates are all whole days, at least one
 * @param extent   the smallest box, across the antimeridian if that is smaller
 */
record TableSummary(
        long records,
        long unlocated,
        String geometry,
        Set<String> days,
        Optional<Bbox> extent,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    /** A whole day as it is stored; months and years are shorter. */
    private static final String DAY = "2025-03-11";

    /** Shift to squares of the fifth level, of which there are at most 1024. */
    private static final int SQUARES = 2 * (Quad.DEEPEST - 5);

    static TableSummary take(Connection connection, ItemsTable table) throws SQLException {
        String time = table.days()
                .map(days -> "min(" + days.first() + ") as first, max(" + days.last() + ") as last")
                .orElse("null::date as first, null::date as last");
        List<Property> dates = table.schema().properties().stream()
                .filter(property -> property.type() == Property.Type.PARTIAL_DATE)
                .toList();
        String whole = dates.stream()
                .map(date -> ", bool_and(length(" + table.column(date) + ") = " + DAY.length() + ") as whole_"
                        + table.column(date))
                .collect(Collectors.joining());
        String wholes =
                dates.stream().map(date -> ", whole_" + table.column(date)).collect(Collectors.joining());
        Set<String> days = new HashSet<>();
        Set<String> partial = new HashSet<>();
        long records = 0;
        long unlocated = 0;
        Set<String> types = new TreeSet<>();
        List<Bbox> boxes = new ArrayList<>();
        LocalDate first = null;
        LocalDate last = null;
        // Grouped by squares of the map, so that the widest gap has to be found among few boxes.
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select type, records, st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box), first, last"
                                + wholes
                                + " from (select case when size = 0 then 'POINT' else geometrytype(geometry) end as type,"
                                + " quad >> " + SQUARES
                                + " as square, count(*) as records, st_extent(geometry) as box, " + time + whole
                                + " from " + table.name() + " group by 1, 2) as squares")) {
            while (rows.next()) {
                records += rows.getLong(2);
                for (int i = 0; i < dates.size(); i++) {
                    Boolean all = rows.getObject(9 + i, Boolean.class);
                    if (all != null) {
                        (all ? days : partial).add(dates.get(i).name());
                    }
                }
                LocalDate from = rows.getObject(7, LocalDate.class);
                LocalDate to = rows.getObject(8, LocalDate.class);
                first = from == null || first != null && first.isBefore(from) ? first : from;
                last = to == null || last != null && last.isAfter(to) ? last : to;
                if (rows.getString(1) == null) {
                    unlocated += rows.getLong(2);
                } else {
                    types.add(rows.getString(1).toLowerCase(Locale.ROOT));
                    boxes.add(new Bbox(rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6)));
                }
            }
        }
        days.removeAll(partial);
        return new TableSummary(records, unlocated, Schema.geometryOf(types), days, Bbox.union(boxes), first, last);
    }
}
