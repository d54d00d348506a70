package org.dateline.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;

/**
 * {@code verified.yaml}: which excerpts were compared with which text, and when. With it a catalog can say so without
 * the texts, as long as neither the excerpts nor the recorded text change.
 */
public final class VerifiedFile {

    /** The file's name in the catalog's folder. */
    public static final String NAME = "verified.yaml";

    private static final String HEAD = """
            # yaml-language-server: $schema=schema/verified.json
            # Which reports' quotes were compared with their texts, character by character, and on which day (UTC).
            # Written by `verify --record --texts DIR`: not to be edited by hand. A quote that changes afterwards no
            # longer counts as verified.
            """;

    private VerifiedFile() {}

    /**
     * The comparison of one report.
     *
     * @param report         id
     * @param on             day (UTC) of the comparison
     * @param textSha256     the SHA-256 of the bytes of the text, lower-case hex
     * @param excerptsSha256 the SHA-256 of the report's excerpts, computed by {@link #digest}
     */
    public record Entry(String report, LocalDate on, String textSha256, String excerptsSha256) {

        /** Whether the report still has the text and the excerpts that were compared. */
        public boolean holdsFor(Report current) {
            return report.equals(current.id())
                    && textSha256.equals(current.sha256())
                    && excerptsSha256.equals(digest(current));
        }
    }

    /**
     * SHA-256, lower-case hex, of the report's excerpts in order, as UTF-8: the id, the offset in decimal and the quote
     * after {@link NormalisedText#plain} of each, each followed by a line feed, which none of them can contain.
     */
    static String digest(Report report) {
        StringBuilder canonical = new StringBuilder();
        for (Excerpt excerpt : report.excerpts()) {
            canonical.append(excerpt.id()).append('\n');
            canonical.append(excerpt.offset()).append('\n');
            canonical.append(NormalisedText.plain(excerpt.quote())).append('\n');
        }
        return FolderFingerprint.of(canonical.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The entries of a catalog's file by report; empty if there is no such file. The catalog must be valid. */
    public static Map<String, Entry> read(Path catalog) {
        Faults faults = new Faults();
        VerifiedReader reader =
                new VerifiedReader(new DocumentReader(new CatalogFolder(catalog, faults), faults), faults);
        reader.read(catalog.resolve(NAME));
        return reader.entries();
    }

    /**
     * Records reports that were verified; other reports' entries stay. The file is replaced completely or not at all.
     *
     * @param on day (UTC) of the comparison
     * @throws IOException if the file cannot be written
     */
    public static void record(Path catalog, Collection<Report> verified, LocalDate on) throws IOException {
        AtomicFile.write(catalog.resolve(NAME), content(catalog, verified, on).getBytes(StandardCharsets.UTF_8));
    }

    /** What the file says once reports that were verified are recorded; other reports' entries stay. */
    public static String content(Path catalog, Collection<Report> verified, LocalDate on) {
        Map<String, Entry> entries = new TreeMap<>(read(catalog));
        for (Report report : verified) {
            entries.put(report.id(), new Entry(report.id(), on, report.sha256(), digest(report)));
        }
        StringBuilder yaml = new StringBuilder(HEAD);
        for (Entry entry : entries.values()) {
            // Always quoted: an id may look like a number or a date.
            yaml.append("- report: \"%s\"\n  date: \"%s\"\n".formatted(entry.report, entry.on));
            yaml.append("  text_sha256: \"%s\"\n".formatted(entry.textSha256));
            yaml.append("  excerpts_sha256: \"%s\"\n".formatted(entry.excerptsSha256));
        }
        return yaml.toString();
    }
}
