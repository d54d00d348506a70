package org.dateline.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dateline.features.KnownProperty;
import org.dateline.features.Property;
import org.dateline.features.Schema;
import org.jspecify.annotations.Nullable;

/** Collects properties and tracks which columns they use. */
final class MappedProperties {

    /** Marks values that follow from the location, which {@link RecordMapper} fills in. */
    static final MappedProperty.Source PLACED = _ -> null;

    private final List<Column> columns;
    private final List<MappedProperty> properties = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(Schema.GEOMETRY));
    private final Set<Integer> taken = new HashSet<>();

    MappedProperties(List<Column> columns) {
        this.columns = columns;
    }

    List<MappedProperty> all() {
        return properties;
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

    /** Adds a property that is a column as it is. */
    void add(Property property, int column) {
        take(column);
        String name = columns.get(column).name();
        add(new MappedProperty(property, row -> ValueParser.of(property.type(), row[column], name)));
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
            while (has(name)) {
                name = "column_" + name;
            }
            add(new Property(name, column.type(), null, null, null), i);
        }
    }

    /**
     * Fills columns into a text such as {@code {sub_event_type}, {location}}; missing values leave their place empty.
     */
    static MappedProperty.Source template(List<String> texts, List<Integer> places) {
        return row -> {
            StringBuilder text = new StringBuilder(texts.getFirst());
            for (int i = 0; i < places.size(); i++) {
                @Nullable Object value = row[places.get(i)];
                text.append(value == null ? "" : value).append(texts.get(i + 1));
            }
            String said = text.toString().replaceAll("^[\\s,;:]+|[\\s,;:]+$", "");
            return said.isEmpty() ? null : said;
        };
    }
}
