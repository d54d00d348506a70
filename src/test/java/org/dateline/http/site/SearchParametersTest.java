package org.dateline.http.site;

import org.dateline.http.ParameterTable;
import org.junit.jupiter.api.Test;

class SearchParametersTest {

    @Test
    void parameters_of_the_search_are_documented() throws Exception {
        ParameterTable.assertDocumented("publishing.md", SearchController.PARAMETERS);
    }
}
