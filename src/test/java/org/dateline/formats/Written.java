package org.dateline.formats;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the writers wrote as others do: with JSON Schemas and with a JSON-LD 1.1 processor, no network asked. */
final class Written {

    private static final JsonMapper JSON = new JsonMapper();

    /** The terms that are used, mapped as the contexts at these addresses map them. */
    private static final Map<String, String> CONTEXTS =
            Map.of("http://www.w3.org/ns/anno.jsonld", file("anno-terms.jsonld"), "https://schema.org", """
                    {"@context": {"@vocab": "http://schema.org/", "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}}}""");

    private Written() {}

    record Of(Report report, Excerpt excerpt) {}

    static List<Of> excerpts(Catalog catalog) {
        return catalog.reports().stream()
                .flatMap(report -> report.excerpts().stream().map(excerpt -> new Of(report, excerpt)))
                .toList();
    }

    static Of excerpt(Catalog catalog, String id) {
        return excerpts(catalog).stream()
                .filter(of -> of.excerpt().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static JsonNode json(byte[] written) {
        return JSON.readTree(written);
    }

    /** What breaks the schema; empty for what is valid. */
    static List<Error> faults(byte[] written, String schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file(schema), InputFormat.JSON)
                .validate(json(written));
    }

    /** The nodes in expanded form, relative addresses resolved against the base. */
    static JsonNode expanded(String written, String base) throws JsonLdError {
        DocumentLoader contexts = (url, _) -> JsonDocument.of(new StringReader(
                Objects.requireNonNull(CONTEXTS.get(url.toString()), () -> "no context is kept for " + url)));
        JsonLdOptions options = new JsonLdOptions(contexts);
        return JSON.readTree(JsonLd.expand(JsonDocument.of(new StringReader(written)))
                .options(options)
                .base(URI.create(base))
                .get()
                .toString());
    }

    static List<JsonNode> nodes(JsonNode expanded, Predicate<JsonNode> filter) {
        return stream(expanded).filter(filter).toList();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return list.valueStream();
    }

    private static String file(String name) {
        try (InputStream file = Written.class.getResourceAsStream("/formats/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
