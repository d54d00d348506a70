package org.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dateline.http.query.Parameter;

/** Compares the tables of parameters in {@code src/docs} with what the parameters say of themselves. */
public final class ParameterTable {

    private ParameterTable() {}

    /** A document has the table of some parameters; a failure prints the table that it should have. */
    public static void assertDocumented(String document, List<? extends Parameter<?>> parameters) throws Exception {
        String table = parameters.stream()
                .map(parameter -> "| `" + parameter.name() + "` | " + parameter.description() + " |\n")
                .collect(Collectors.joining("", "| parameter | meaning |\n| --- | --- |\n", ""));
        assertThat(Files.readString(Path.of("src/docs", document))).contains(table);
    }
}
