package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.FERRY;
import static org.dateline.catalog.CatalogCopy.ROAD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.model.Catalog;
import org.dateline.model.Report;
import org.dateline.model.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedFileTest {

    private static final String VERIFIED = "verified.yaml";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void recordBoth() throws Exception {
        copy = CatalogCopy.in(folder);
        VerifiedFile.record(folder, copy.load().reports(), DAY);
    }

    private List<Verification> verifications() throws InvalidCatalogException {
        return copy.load().reports().stream().map(Report::verification).toList();
    }

    @Test
    void a_report_is_verified_on_the_day_that_is_recorded() throws Exception {
        assertThat(verifications()).containsExactly(new Verification(DAY), new Verification(DAY));
    }

    @Test
    void a_catalog_without_the_file_is_valid_and_nothing_in_it_is_verified() throws Exception {
        copy.delete(VERIFIED);
        assertThat(verifications()).containsExactly(null, null);
    }

    @Test
    void a_quote_edited_since_ends_its_reports_verification_and_no_others() throws Exception {
        copy.replace(FERRY, "answered calls", "took calls");
        assertThat(verifications()).containsExactly(null, new Verification(DAY));
    }

    @Test
    void a_newly_recorded_offset_or_text_ends_verification_too() throws Exception {
        copy.replace(FERRY, "offset: 370", "offset: 371").replace(ROAD, "sha256: \"ac7c", "sha256: \"bc7c");
        assertThat(verifications()).containsExactly(null, null);
    }

    @Test
    void changes_that_normalisation_ignores_do_not_end_verification() throws Exception {
        copy.replace(FERRY, "Nobody in Pevek’s port", "Nobody in  Pevek’s port");
        assertThat(verifications()).containsExactly(new Verification(DAY), new Verification(DAY));
    }

    @Test
    void recording_keeps_the_entries_of_other_reports_and_sorts_by_report() throws Exception {
        Catalog catalog = copy.load();
        VerifiedFile.record(folder, List.of(catalog.reports().getLast()), DAY.plusDays(1));
        assertThat(verifications()).containsExactly(new Verification(DAY), new Verification(DAY.plusDays(1)));
        assertThat(copy.read(VERIFIED))
                .startsWith("#")
                .contains("verify --record")
                .containsSubsequence("report: \"polar-tern\"", "report: \"zimnik-2024-02-14\"");
    }

    @Test
    void recording_leaves_no_draft_behind() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void the_digest_is_that_of_id_offset_and_normalised_quote_a_line_each() throws Exception {
        String canonical = """
                polar-tern-1
                66
                The ferry "Polar Tern" left Anadyr for Provideniya with 64 people aboard, the harbour master's office said.
                polar-tern-2
                174
                "We expected fewer than 60," a deckhand said
                polar-tern-3
                307
                said the crossing of the Gulf of Anadyr took "about 40 hours".
                polar-tern-4
                370
                Nobody in Pevek's port answered calls.
                """;
        assertThat(VerifiedFile.digest(copy.load().reports().getFirst()))
                .isEqualTo(FolderFingerprint.of(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_entry_of_an_unknown_report_is_a_fault_with_its_place() {
        copy.replace(VERIFIED, "report: \"polar-tern\"", "report: \"polar-tern-2\"");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        VERIFIED,
                        copy.line(VERIFIED, "polar-tern-2"),
                        "[0].report",
                        "\"polar-tern-2\"",
                        "the id of a report in reports/"));
    }

    @Test
    void a_report_is_entered_once() {
        copy.replace(VERIFIED, "report: \"polar-tern\"", "report: \"zimnik-2024-02-14\"");
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("[1].report");
            assertThat(fault.expected()).startsWith("each report once");
        });
    }

    @Test
    void the_day_exists() {
        copy.replace(VERIFIED, "2026-11-25", "2026-11-31");
        assertThat(copy.faults()).extracting(Fault::field).containsExactly("[0].date");
    }

    @Test
    void a_digest_is_64_hexadecimal_digits() {
        copy.replace(VERIFIED, "excerpts_sha256: \"", "excerpts_sha256: \"x");
        assertThat(copy.faults()).extracting(Fault::field).containsExactly("[0].excerpts_sha256");
    }

    @Test
    void the_record_is_part_of_the_catalogs_content() throws Exception {
        String hash = copy.load().hash();
        copy.replace(VERIFIED, "2026-11-25", "2026-11-24");
        assertThat(copy.load().hash()).isNotEqualTo(hash);
    }
}
