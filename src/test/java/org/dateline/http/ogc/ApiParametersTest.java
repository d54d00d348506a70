package org.dateline.http.ogc;

import java.util.List;
import org.dateline.features.Schema;
import org.dateline.http.ParameterTable;
import org.dateline.http.query.FilterParameters;
import org.junit.jupiter.api.Test;

class ApiParametersTest {

    private static final Schema ANY = new Schema(List.of(), "any");

    @Test
    void parameters_of_items_are_documented() throws Exception {
        ParameterTable.assertDocumented("gis.md", new ItemsParameters(ANY, List.of()).common());
    }

    @Test
    void parameters_of_tiles_are_documented() throws Exception {
        ParameterTable.assertDocumented(
                "gis.md",
                TilesController.parameters(new FilterParameters(ANY, List.of()), ANY)
                        .subList(0, 3));
    }
}
