package org.dateline.http.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/?a=1, /",
        "/ur, /",
        "/ur/, /",
        "/places/sibi/, /places",
        "/ur/places/sibi/, /places",
        "/embed/?bbox=1, /embed",
        "/embed/overview.png?width=900, /embed",
        "/ogc/, /ogc",
        "/ogc/collections/places, /ogc",
        "/ogc/collections/places/items?limit=1, /ogc/collections/{collection}/items",
        "/ogc/collections/places/items/sibi, /ogc/collections/{collection}/items",
        "/ogc/collections/places/tiles/WebMercatorQuad/1/2/3, /ogc/collections/{collection}/tiles",
        "/ogc/collections/places/no-such-thing, /ogc",
        "/health/ready, /health",
        "/oembed?url=x, /oembed",
        "/wp-login.php, other",
        "/a/b/c/d/e/f, other",
        "//, /",
        "*, other",
        "http://host/places/, other",
    })
    void a_request_belongs_to_one_of_a_few_routes(String target, String route) {
        assertThat(Route.of(target)).isEqualTo(route);
    }
}
