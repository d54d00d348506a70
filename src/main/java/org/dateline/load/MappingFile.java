package org.dateline.load;

import java.util.List;
import java.util.Optional;
import org.dateline.catalog.Faults;
import org.dateline.catalog.Field;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.SingleFileReader;

/**
 * A mapping file that keeps its JSON Schema, before it is compared with a table.
 *
 * @param faults receives what does not fit the table
 */
record MappingFile(Field root, Faults faults) {

    /** @throws InvalidCatalogException if it is not YAML, or violates the schema */
    static MappingFile parse(MappingFinder.File file) throws InvalidCatalogException {
        Faults faults = new Faults();
        Optional<Field> root = SingleFileReader.read(file.name(), file.content(), "mapping", faults);
        faults.throwIfAny();
        return new MappingFile(root.orElseThrow(), faults);
    }

    /** The names of the columns, for tables without a line of names; empty for all others. */
    List<String> header() {
        return root.texts("columns");
    }

    /** Whether the table has editions with different columns, so that a column that is only kept may be missing. */
    boolean editions() {
        return root.get("editions").node().asBoolean(false);
    }
}
