package org.dateline.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dateline.features.Property;
import org.dateline.features.SpreadsheetText;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;

/**
 * Writes a table (RFC 4180): one column per property, then the geometry as Well-Known Text in a column {@code WKT}, a
 * name that GDAL and QGIS recognise. See {@link SpreadsheetText}.
 */
public final class CsvPageWriter implements PageWriter {

    @Override
    public void write(FeaturePage page, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Not closed, because that would close the caller's stream.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        WKTWriter wkt = new WKTWriter();
        // The writer adds one decimal to the model's: six for degrees, one for metres.
        wkt.setPrecisionModel(new PrecisionModel(page.system().inDegrees() ? 1e5 : 1));
        List<String> record = new ArrayList<>();
        page.selected().forEach(property -> record.add(SpreadsheetText.of(property.name())));
        record.add("WKT");
        csv.writeRecord(record);
        for (SimpleFeature feature : page.features()) {
            Admission.check();
            record.clear();
            for (Property property : page.selected()) {
                Object value = feature.getAttribute(property.name());
                String cell = ValueText.of(value);
                record.add(value instanceof Number ? cell : SpreadsheetText.of(cell));
            }
            record.add(page.geometry(feature).map(wkt::write).orElse(""));
            csv.writeRecord(record);
        }
        csv.flush();
        text.flush();
    }
}
