package org.dateline.http.ogc;

import java.util.List;
import org.dateline.formats.Link;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON documents as trees, from which HTML pages are made too. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode strings(List<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    static ArrayNode links(List<Link> links) {
        ArrayNode array = array();
        for (Link link : links) {
            array.addObject()
                    .put("rel", link.rel())
                    .put("type", link.type())
                    .put("title", link.title())
                    .put("href", link.href());
        }
        return array;
    }

    static byte[] bytes(ObjectNode document) {
        return MAPPER.writeValueAsBytes(document);
    }
}
