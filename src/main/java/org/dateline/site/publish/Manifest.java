package org.dateline.site.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code manifest.json} of a published folder: what was written, and how to serve it. For each file it lists the path, size
 * in bytes, SHA-256 (lower-case hex), media type, the value of Cache-Control, unless it is plain the encoding, and what an image
 * follows from.
 *
 * @param catalog hash of the catalog that the files follow from
 * @param from    all that they follow from ({@link Origin#site}); empty if that was not known
 * @param files   by path
 */
record Manifest(String catalog, String from, Map<String, Entry> files) {

    static final String NAME = "manifest.json";

    /** The version of this format; its property tells our manifests from others. */
    private static final String MARK = "dateline";

    private static final int VERSION = 1;

    private static final String FROM = "from";

    /** @param from what an image follows from ({@link Publication.Draft#from}); empty for other files */
    record Entry(long bytes, String sha256, String type, String cache, Encoding encoding, String from) {

        static Entry of(Publication.File file, String from, byte[] content) {
            return new Entry(
                    content.length,
                    Resource.hash(content),
                    file.mediaType(),
                    file.caching().header(),
                    file.encoding(),
                    from);
        }

        /** Whether it describes a file as that is to be served now. */
        boolean isServedAs(Publication.File file) {
            return type.equals(file.mediaType())
                    && cache.equals(file.caching().header())
                    && encoding == file.encoding();
        }
    }

    Manifest {
        files = new TreeMap<>(files);
    }

    /** The manifest in a folder; empty if there is none, or another program's. */
    static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            return Optional.empty();
        }
        if (!root.path(MARK).isIntegralNumber()) {
            return Optional.empty();
        }
        if (root.path(MARK).intValue() != VERSION) {
            throw new IOException("got " + file + " of version "
                    + root.path(MARK).intValue() + ", expected " + VERSION + ": another version of Dateline wrote it");
        }
        Map<String, Entry> files = new LinkedHashMap<>();
        for (JsonNode entry : root.path("files")) {
            String path = entry.path("path").asString("");
            PublicationWriter.requireInside(folder, path);
            files.put(
                    path,
                    new Entry(
                            entry.path("bytes").asLong(0),
                            entry.path("sha256").asString(""),
                            entry.path("type").asString(""),
                            entry.path("cache").asString(""),
                            encoding(entry.path("encoding").asString("")),
                            entry.path(FROM).asString("")));
        }
        return Optional.of(
                new Manifest(root.path("catalog").asString(""), root.path(FROM).asString(""), files));
    }

    private static Encoding encoding(String token) {
        for (Encoding encoding : Encoding.values()) {
            if (encoding.token().equals(token)) {
                return encoding;
            }
        }
        return Encoding.IDENTITY;
    }

    /** The manifest in UTF-8. The same files give the same bytes. */
    byte[] write() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put(MARK, VERSION);
        root.put("catalog", catalog);
        putFrom(root, from);
        var list = root.putArray("files");
        files.forEach((path, entry) -> {
            ObjectNode node = list.addObject();
            node.put("path", path);
            node.put("bytes", entry.bytes());
            node.put("sha256", entry.sha256());
            node.put("type", entry.type());
            node.put("cache", entry.cache());
            if (entry.encoding() != Encoding.IDENTITY) {
                node.put("encoding", entry.encoding().token());
            }
            putFrom(node, entry.from());
        });
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return Resource.utf8(JsonMapper.shared().writer().with(printer).writeValueAsString(root) + "\n");
    }

    private static void putFrom(ObjectNode node, String from) {
        if (!from.isEmpty()) {
            node.put(FROM, from);
        }
    }
}
