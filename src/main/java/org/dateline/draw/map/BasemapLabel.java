package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.draw.plane.TopoJson.Member;
import org.dateline.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.JsonNode;

/**
 * A name of the basemap.
 *
 * @param position longitude and latitude
 * @param name     in the basemap's own language
 * @param names    the name in other languages, by language code
 * @param kind     country, province, sea, capital, city or town
 * @param rank     0 to 9; lower is more important
 * @param minZoom  the lowest zoom at which the name is shown
 */
record BasemapLabel(
        Coordinate position, String name, Map<String, String> names, String kind, int rank, double minZoom) {

    private static final String TRANSLATED = "name_";

    BasemapLabel {
        names = Map.copyOf(names);
    }

    static List<BasemapLabel> of(List<Member> members) {
        List<BasemapLabel> labels = new ArrayList<>();
        for (Member member : members) {
            JsonNode properties = member.properties();
            if (member.geometry() instanceof Point point
                    && properties.path("name").isString()) {
                Map<String, String> names = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> property : properties.properties()) {
                    if (property.getKey().startsWith(TRANSLATED)
                            && property.getValue().isString()) {
                        names.put(
                                property.getKey().substring(TRANSLATED.length()),
                                property.getValue().asString());
                    }
                }
                labels.add(new BasemapLabel(
                        point.getCoordinate(),
                        properties.path("name").asString(),
                        names,
                        properties.path("kind").asString("town"),
                        properties.path("rank").asInt(9),
                        properties.path("min_zoom").asDouble(0)));
            }
        }
        return List.copyOf(labels);
    }

    /** @param language the basemap's own language */
    Text text(String language) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(language, name);
        texts.putAll(names);
        return new Text(texts);
    }
}
