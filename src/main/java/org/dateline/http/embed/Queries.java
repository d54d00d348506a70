package org.dateline.http.embed;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a request; of one that is given twice, the last. */
final class Queries {

    private Queries() {}

    static Map<String, String> last(HttpRequest<?> request) {
        Map<String, String> last = new LinkedHashMap<>();
        request.getParameters().forEachValue(last::put);
        return last;
    }
}
