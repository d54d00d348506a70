package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.junit.jupiter.api.Test;

class ItemsParametersTest {

    /** As the claims of a catalog without reports; JSON Schema does not allow an empty enum. */
    @Test
    void a_collection_without_properties_has_no_empty_lists_of_names() {
        ItemsParameters parameters = new ItemsParameters(new Schema(List.of(), "any"), List.of(ReferenceSystem.CRS84));
        assertThat(parameters.all())
                .isNotEmpty()
                .allSatisfy(
                        parameter -> assertThat(parameter.openApi().toString()).doesNotContain("\"enum\":[]"));
    }
}
