package org.dateline.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.geo.Bbox;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a collection as a whole, counted in one pass.
 *
 * @param geometry in the words of OGC API - Features - Part 5
 * @param extent   the smallest box, across the antimeridian where that is smaller; to a degree of longitude
 */
record Census(
        long records,
        long unlocated,
        String geometry,
        Optional<Bbox> extent,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    static Census take(Connection connection, ItemsTable table) throws SQLException {
        String time = table.timeColumn()
                .map(column -> "min(first_day(" + column + ")), max(last_day(" + column + "))")
                .orElse("null::date, null::date");
        long records = 0;
        long unlocated = 0;
        Set<String> types = new TreeSet<>();
        List<Bbox> boxes = new ArrayList<>();
        LocalDate first = null;
        LocalDate last = null;
        // By degrees of longitude: of so few boxes the widest gap between them is found at once.
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select geometrytype(geometry) as type, floor(st_xmin(geometry)) as band, count(*), min(st_xmin(geometry)),"
                                + " min(st_ymin(geometry)), max(st_xmax(geometry)), max(st_ymax(geometry)), " + time
                                + " from " + table.name() + " group by type, band")) {
            while (rows.next()) {
                records += rows.getLong(3);
                LocalDate from = rows.getObject(8, LocalDate.class);
                LocalDate to = rows.getObject(9, LocalDate.class);
                first = from == null || first != null && first.isBefore(from) ? first : from;
                last = to == null || last != null && last.isAfter(to) ? last : to;
                if (rows.getString(1) == null) {
                    unlocated += rows.getLong(3);
                } else {
                    types.add(rows.getString(1).toLowerCase(Locale.ROOT));
                    boxes.add(new Bbox(rows.getDouble(4), rows.getDouble(5), rows.getDouble(6), rows.getDouble(7)));
                }
            }
        }
        return new Census(records, unlocated, word(types), Bbox.union(boxes), first, last);
    }

    private static String word(Set<String> types) {
        if (types.size() == 1) {
            return types.iterator().next();
        }
        Set<String> families = new TreeSet<>();
        types.forEach(type -> families.add(type.replace("multi", "")));
        return families.size() == 1
                ? families.iterator().next() + "-or-multi" + families.iterator().next()
                : "any";
    }
}
