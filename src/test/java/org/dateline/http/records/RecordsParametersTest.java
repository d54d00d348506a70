package org.dateline.http.records;

import org.dateline.http.ParameterTable;
import org.junit.jupiter.api.Test;

class RecordsParametersTest {

    @Test
    void parameters_of_lists_of_records_are_documented() throws Exception {
        ParameterTable.assertDocumented("loading.md", RecordsRequest.PARAMETERS);
    }
}
