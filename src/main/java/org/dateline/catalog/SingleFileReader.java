package org.dateline.catalog;

import java.nio.file.Path;
import java.util.Optional;

/** A YAML file that stands for itself, not in a catalog, read and checked as those of a catalog are. */
public final class SingleFileReader {

    private SingleFileReader() {}

    /**
     * @param name    what faults call the file; ends in {@code .yaml}
     * @param content the file's
     * @param schema  name of its JSON Schema, without {@code .json}
     * @return nothing where the file is no YAML; what breaks the schema is added to the faults
     */
    public static Optional<Field> read(String name, byte[] content, String schema, Faults faults) {
        Optional<Document> document = new DocumentReader(Path.of(""), faults).read(name, content);
        document.ifPresent(read -> SchemaValidator.check(read, schema, faults));
        return document.map(Document::field);
    }
}
