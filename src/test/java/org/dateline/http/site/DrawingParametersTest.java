package org.dateline.http.site;

import org.dateline.http.ParameterTable;
import org.junit.jupiter.api.Test;

class DrawingParametersTest {

    @Test
    void parameters_of_images_are_documented() throws Exception {
        ParameterTable.assertDocumented("embedding.md", DrawingController.PARAMETERS);
    }
}
