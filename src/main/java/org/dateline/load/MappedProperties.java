package org.dateline.load;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.dateline.features.KnownProperty;
import org.dateline.features.Property;
import org.dateline.features.Schema;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects properties and tracks which columns they use. */
final class MappedProperties {

    /** Marks values that follow from the location, which {@link RecordMapper} fills in. */
    static final MappedProperty.Source PLACED = _ -> null;

    /** Punctuation before other punctuation, where a value between them is missing. */
    private static final Pattern NOTHING_BETWEEN = Pattern.compile("[,;:]\\s*(?=[,;:]\\s)");

    private final List<Column> columns;
    private final List<MappedProperty> properties = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(Schema.GEOMETRY));
    private final Set<Integer> taken = new HashSet<>();
    private final List<DateReader> readers = new ArrayList<>();
    private final List<MomentReader> moments = new ArrayList<>();
    private final List<Integer> nameless = new ArrayList<>();
    private final MetreNotes metres = new MetreNotes();
    private final NoValueWords absent = new NoValueWords();

    MappedProperties(List<Column> columns) {
        this.columns = columns;
    }

    List<MappedProperty> all() {
        return properties;
    }

    /** Where metres that cannot be kept are counted. */
    MetreNotes metres() {
        return metres;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** Marks a column as used, so that it does not become a property of its own. */
    void take(int column) {
        taken.add(column);
    }

    void add(MappedProperty property) {
        names.add(property.property().name());
        properties.add(property);
    }

    /**
     * Adds the identifier.
     *
     * @param coded whether 12.0 means 12, as in tables of other programs
     */
    void addId(int column, boolean coded) {
        take(column);
        add(new MappedProperty(KnownProperty.ID.property(), row -> {
            @Nullable Object value = row[column];
            if (value instanceof JsonNode) {
                throw BadRowException.of(columns.get(column).name(), value, "a text or a number");
            }
            return value == null
                    ? null
                    : !coded && value instanceof String ? CodeText.stripped(value) : CodeText.of(value);
        }));
    }

    /** Adds a property that is a column as it is. */
    void add(Property property, int column) {
        take(column);
        String name = columns.get(column).name();
        if (property.holdsDates()) {
            DateReader dates = dates(List.of(), null);
            boolean day = property.type() == Property.Type.DATE;
            add(new MappedProperty(property, row -> {
                @Nullable Object value = row[column];
                return value == null ? null : day ? dates.day(value, name) : dates.read(value, name);
            }));
        } else if (property.type() == Property.Type.DATE_TIME) {
            addMoments(property, column, null);
        } else {
            add(new MappedProperty(property, row -> {
                @Nullable Object value = ValueParser.of(property.type(), row[column], name);
                if (property.type() == Property.Type.STRING && value != null) {
                    absent.see(name, value);
                }
                return value;
            }));
        }
    }

    /**
     * Adds the last date of a period.
     *
     * @param start the column of the first date, which is not after it
     */
    void addEnd(Property property, int column, int start) {
        take(column);
        String name = columns.get(column).name();
        String first = columns.get(start).name();
        DateReader dates = dates(List.of(), null);
        // What it would note is noted where the first date is read.
        DateReader compared = new DateReader(List.of(), null);
        add(new MappedProperty(property, row -> {
            @Nullable Object value = row[column];
            if (value == null) {
                return null;
            }
            PartialDate last = dates.read(value, name);
            if (row[start] != null) {
                PartialDate begins = compared.read(row[start], first);
                if (last.last().isBefore(begins.first())) {
                    throw BadRowException.of(name, value, "a date that is not before " + first + ", " + begins);
                }
            }
            return last;
        }));
    }

    /** Adds a property of which there may be none, but not less: tables write codes such as -99 for unknown. */
    void addCount(Property property, int column) {
        take(column);
        String name = columns.get(column).name();
        add(new MappedProperty(property, row -> {
            @Nullable Object count = ValueParser.of(property.type(), row[column], name);
            if (count instanceof Number number && number.doubleValue() < 0) {
                throw BadRowException.of(
                        name, row[column], "0 or more; a mapping says which codes mean no value (missing)");
            }
            return count;
        }));
    }

    /**
     * Adds a property with date-times.
     *
     * @param zone of those that state none; null if unknown
     */
    void addMoments(Property property, int column, @Nullable ZoneId zone) {
        take(column);
        String name = columns.get(column).name();
        MomentReader reader = new MomentReader(zone);
        moments.add(reader);
        add(new MappedProperty(property, row -> row[column] == null ? null : reader.read(row[column], name)));
    }

    /**
     * A reader of dates, whose notes are among those of all.
     *
     * @param formats as in {@link DateReader}
     */
    DateReader dates(List<String> formats, @Nullable Integer pivot) {
        DateReader reader = new DateReader(formats, pivot);
        readers.add(reader);
        return reader;
    }

    /** What readers of the table should know about the load, once all rows are read. */
    Supplier<List<String>> notes(List<String> missing) {
        return () -> {
            List<String> notes = new ArrayList<>();
            if (!missing.isEmpty()) {
                notes.add("the table has no column " + String.join(", ", missing) + ": left out");
            }
            nameless.forEach(column -> notes.add(RowReader.nameless(column)));
            readers.forEach(reader -> notes.addAll(reader.notes()));
            moments.forEach(reader -> notes.addAll(reader.notes()));
            notes.addAll(metres.notes());
            notes.addAll(absent.notes());
            return notes;
        };
    }

    void addPlaced() {
        add(new MappedProperty(KnownProperty.LOCATION.property(), PLACED));
        add(new MappedProperty(KnownProperty.UNCERTAINTY_M.property(), PLACED));
    }

    /**
     * Adds all unused columns except those that only number the rows. A column whose name is taken is renamed:
     * {@code column_location}.
     */
    void addOthers() {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (taken.contains(i) || column.key()) {
                continue;
            }
            String name = column.name();
            if (name.isBlank()) {
                nameless.add(i + 1);
                continue;
            }
            while (has(name)) {
                name = "column_" + name;
            }
            add(new Property(name, column.type(), null, null, null), i);
        }
    }

    /**
     * Fills columns, given by number, or -1 for one that the table does not have, into a text such as
     * {@code {sub_event_type}, {location}}; missing values leave their place empty.
     */
    static MappedProperty.Source template(List<String> texts, List<Integer> places) {
        return row -> {
            StringBuilder text = new StringBuilder(texts.getFirst());
            for (int i = 0; i < places.size(); i++) {
                @Nullable Object value = places.get(i) < 0 ? null : row[places.get(i)];
                text.append(value == null ? "" : value).append(texts.get(i + 1));
            }
            String said = NOTHING_BETWEEN.matcher(text).replaceAll("").replaceAll("^[\\s,;:]+|[\\s,;:]+$", "");
            return said.isEmpty() ? null : said;
        };
    }
}
