package org.dateline.formats;

import java.io.OutputStream;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes features as GeoJSON Text Sequences (RFC 8142): each between a record separator and a line feed. */
public final class GeoJsonSeqWriter implements PageWriter {

    private static final char RECORD_SEPARATOR = 0x1E;

    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    @Override
    public void write(FeaturePage page, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            for (SimpleFeature feature : page.features()) {
                Admission.check();
                json.writeRaw(RECORD_SEPARATOR);
                json.writeStartObject();
                GeoJsonPageWriter.members(json, page, feature);
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }
}
