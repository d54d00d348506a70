package org.dateline.cli;

import java.util.Map;
import org.dateline.Catalogs;
import org.junit.jupiter.api.Test;

/** What a reader does, in a real browser, on the packaged program: runs the specs in {@code frontend/e2e}. */
class BrowserIT {

    @Test
    void readers_can_do_what_they_came_for() throws Exception {
        try (Program.Serving server = new Program.Serving();
                Program.Serving second = new Program.Serving("--geodata", Catalogs.CHUKOTKA.toString())) {
            Playwright.run(Map.of("BASE_URL", server.address(), "SECOND_URL", second.address()));
        }
    }
}
