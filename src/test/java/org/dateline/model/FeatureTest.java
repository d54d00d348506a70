package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.geo.Location;
import org.junit.jupiter.api.Test;

class FeatureTest {

    @Test
    void keeps_other_properties_in_the_order_of_the_file() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("zulu", "alpha", "mike", "bravo", "yankee")) {
            properties.put(name, name.length());
        }
        Feature feature = new Feature(
                "sibi",
                new Text(Map.of("en", "Sibi")),
                null,
                List.of(),
                "city",
                new Location.Unlocated(),
                null,
                null,
                null,
                null,
                properties);
        assertThat(feature.extra()).containsExactlyEntriesOf(properties);
    }
}
