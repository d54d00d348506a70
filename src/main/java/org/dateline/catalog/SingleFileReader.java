package org.dateline.catalog;

import java.nio.file.Path;
import java.util.Optional;

/** Reads and checks a YAML file that is not part of a catalog in the same way as those that are. */
public final class SingleFileReader {

    private SingleFileReader() {}

    /**
     * @param name    the file's name in faults; ends in {@code .yaml}
     * @param content the content of the file
     * @param schema  name of its JSON Schema, without {@code .json}
     * @return empty if the file is not YAML; violations of the schema are added to the faults
     */
    public static Optional<Field> read(String name, byte[] content, String schema, Faults faults) {
        Optional<Document> document =
                new DocumentReader(new CatalogFolder(Path.of(""), faults), faults).read(name, content);
        document.ifPresent(read -> SchemaValidator.check(read, schema, faults));
        return document.map(Document::field);
    }
}
