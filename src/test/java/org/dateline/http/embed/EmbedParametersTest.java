package org.dateline.http.embed;

import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.http.ParameterTable;
import org.junit.jupiter.api.Test;

class EmbedParametersTest {

    @Test
    void parameters_of_map_states_are_documented() throws Exception {
        ParameterTable.assertDocumented(
                "embedding.md", new EmbedParameters(CatalogLoader.load(Catalogs.CHUKOTKA)).all());
    }

    @Test
    void parameters_of_oembed_are_documented() throws Exception {
        ParameterTable.assertDocumented("embedding.md", OEmbedController.PARAMETERS);
    }
}
