package org.dateline.streets;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the JSON of an archive says of it that is of use here. The rest, such as statistics of each property, can be large and is
 * passed over without holding it.
 *
 * @param attribution whose data it is; empty if it does not say
 * @param layers      the names of its layers; empty if it does not say
 */
record ArchiveMetadata(String attribution, List<String> layers) {

    /** What says nothing. */
    static final ArchiveMetadata NONE = new ArchiveMetadata("", List.of());

    /** More layers than any schema has. */
    private static final int MOST_LAYERS = 1000;

    ArchiveMetadata {
        layers = List.copyOf(layers);
    }

    /** @throws JacksonException if it is no JSON */
    static ArchiveMetadata read(byte[] json) {
        try (JsonParser parser = JsonMapper.shared().createParser(json)) {
            return read(parser);
        }
    }

    /** @throws JacksonException if it is no JSON */
    static ArchiveMetadata read(String json) {
        try (JsonParser parser = JsonMapper.shared().createParser(json)) {
            return read(parser);
        }
    }

    private static ArchiveMetadata read(JsonParser json) {
        String attribution = "";
        List<String> layers = new ArrayList<>();
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("attribution") && value == JsonToken.VALUE_STRING) {
                    attribution = json.getString();
                } else if (name.equals("vector_layers") && value == JsonToken.START_ARRAY) {
                    layers(json, layers);
                } else {
                    json.skipChildren();
                }
            }
        } else {
            json.skipChildren();
        }
        return new ArchiveMetadata(attribution, layers);
    }

    private static void layers(JsonParser json, List<String> layers) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("id") && layers.size() < MOST_LAYERS) {
                    layers.add(json.getString());
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}
