package org.dateline.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dateline.catalog.Faults;
import org.dateline.catalog.Field;
import org.dateline.features.Property;
import org.dateline.features.Property.Type;

/**
 * Reads the properties of figures: {@code killed_low}, {@code killed_best}, {@code killed_high}, and whose they are.
 */
final class FigureProperties {

    private static final Map<String, String> ENDS =
            Map.of("low", "lowest figure", "best", "the figure", "high", "highest figure");

    private final MappedProperties properties;
    private final ColumnFinder finder;
    private final Faults faults;
    private final String language;

    /** @param language of titles that are plain texts */
    FigureProperties(MappedProperties properties, ColumnFinder finder, Faults faults, String language) {
        this.language = language;
        this.properties = properties;
        this.finder = finder;
        this.faults = faults;
    }

    void read(Field figure) {
        String measure = figure.get("measure").text();
        Titles title = figure.has("title") ? Titles.of(figure.get("title"), language) : new Titles(measure, Map.of());
        Type type = figure.get("type").text().equals("number") ? Type.NUMBER : Type.INTEGER;
        List<Integer> places = new ArrayList<>();
        boolean stated = false;
        for (String end : List.of("low", "best", "high")) {
            Optional<Field> named = figure.find(end);
            stated |= named.isPresent();
            OptionalInt place = named.map(finder::kept).orElse(OptionalInt.empty());
            if (place.isPresent()) {
                places.add(place.getAsInt());
                add(figure, title.of(measure + "_" + end, type, ENDS.get(end)), place.getAsInt());
            }
        }
        if (!stated) {
            faults.add(figure.fault("one of the fields low, best, high, or several"));
        }
        if (places.isEmpty()) {
            return;
        }
        Property by = title.of(measure + "_by", Type.STRING, "whose figure it is");
        Field whose = figure.get("by");
        if (whose.node().isObject()) {
            finder.kept(whose.get("column")).ifPresent(column -> addParty(figure, by, column));
        } else {
            String name = whose.text();
            // A party is read only if there is a figure.
            properties.add(new MappedProperty(
                    by, row -> places.stream().allMatch(place -> row[place] == null) ? null : name));
        }
    }

    private void add(Field figure, Property property, int place) {
        if (isNew(figure, property)) {
            properties.addCount(property, place);
        }
    }

    private void addParty(Field figure, Property property, int place) {
        if (isNew(figure, property)) {
            properties.add(property, place);
        }
    }

    private boolean isNew(Field figure, Property property) {
        if (properties.has(property.name())) {
            faults.add(figure.get("measure").fault("a unique measure: " + property.name() + " already exists"));
        }
        return !properties.has(property.name());
    }
}
