package org.dateline.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dateline.model.Catalog;
import org.dateline.model.Claim;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Excerpt;
import org.dateline.model.Interval;
import org.dateline.model.Measure;
import org.dateline.model.Report;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * All claims of one measure as CSV (RFC 4180: a header, CRLF, quotation marks doubled), one claim a row, for
 * spreadsheets. {@code value} is a number or empty: a range and a word such as "hundreds" are told by
 * {@code value_low} and {@code value_high}, of which an empty one is not bounded. Names are in the catalog's default
 * language; lists of ids are separated by spaces.
 *
 * <p>A spreadsheet runs a cell that begins with = + - or @ as a formula, and texts come from sources that nobody here
 * answers for. Such a cell gets an apostrophe before it; the JSON of the same claims has every text as it is.
 */
public final class ClaimsCsvWriter {

    /** The full-width forms are taken for the plain ones where East Asian input is set up. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}]");

    private static final List<String> COLUMNS = List.of(
            "claim",
            "measure",
            "subject",
            "subject_name",
            "contested",
            "against",
            "value",
            "value_low",
            "value_low_included",
            "value_high",
            "value_high_included",
            "wording",
            "words",
            "who",
            "group",
            "party",
            "party_name",
            "report",
            "report_label",
            "report_date",
            "as_of",
            "part_of",
            "not_verified",
            "not_confirmed",
            "excerpt",
            "quote",
            "offset",
            "text_sha256",
            "page");

    private static final CsvMapper CSV = new CsvMapper();

    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumns(COLUMNS, CsvSchema.ColumnType.STRING)
            .build()
            .withHeader()
            .withLineSeparator("\r\n");

    private final String language;
    private final List<Comparison> comparisons;
    private final Map<String, String> names = new HashMap<>();

    public ClaimsCsvWriter(Catalog catalog) {
        this.language = catalog.defaultLanguage();
        this.comparisons = catalog.comparisons();
        catalog.layers()
                .forEach(layer -> layer.features()
                        .forEach(feature -> names.put(
                                "feature " + feature.id(), feature.name().in(language))));
        catalog.parties()
                .forEach(party -> names.put("party " + party.id(), party.name().in(language)));
    }

    /** UTF-8. */
    public byte[] write(Measure measure) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            if (comparison.measure().equals(measure)) {
                comparison.claims().forEach(attributed -> rows.add(row(comparison, attributed)));
            }
        }
        // Without rows the mapper writes no header either.
        String csv = rows.isEmpty()
                ? String.join(",", COLUMNS) + "\r\n"
                : CSV.writer(SCHEMA).writeValueAsString(rows);
        return csv.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> row(Comparison comparison, Attributed attributed) {
        Claim claim = attributed.claim();
        Report report = attributed.report();
        Excerpt excerpt = attributed.excerpt();
        Interval interval = claim.value().interval();
        boolean low = ClaimValue.hasLow(interval);
        boolean high = ClaimValue.hasHigh(interval);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("claim", claim.id());
        row.put("measure", claim.measure());
        row.put("subject", claim.subject());
        row.put("subject_name", text(names.get("feature " + claim.subject())));
        row.put("contested", Boolean.toString(comparison.contested()));
        row.put("against", against(comparison, claim));
        row.put("value", claim.value() instanceof Value.Figure figure ? number(figure.number()) : "");
        row.put("value_low", low ? number(interval.low()) : "");
        row.put("value_low_included", low ? Boolean.toString(interval.lowCounted()) : "");
        row.put("value_high", high ? number(interval.high()) : "");
        row.put("value_high_included", high ? Boolean.toString(interval.highCounted()) : "");
        row.put("wording", claim.value().wording());
        row.put("words", text(claim.words()));
        row.put("who", text(claim.who()));
        row.put("group", text(claim.group()));
        row.put("party", text(claim.party()));
        row.put("party_name", text(names.get("party " + claim.party())));
        row.put("report", report.id());
        row.put("report_label", text(report.label().in(language)));
        row.put("report_date", report.date() == null ? "" : report.date().toString());
        row.put("as_of", claim.asOf() == null ? "" : claim.asOf().toString());
        row.put("part_of", text(claim.partOf()));
        row.put("not_verified", text(excerpt.notVerified()));
        row.put("not_confirmed", text(excerpt.notConfirmed()));
        row.put("excerpt", excerpt.id());
        row.put("quote", text(excerpt.quote()));
        row.put("offset", Integer.toString(excerpt.offset()));
        row.put("text_sha256", report.sha256());
        row.put("page", "reports/" + report.id() + "/#" + excerpt.id());
        return row;
    }

    private static String against(Comparison comparison, Claim claim) {
        return String.join(
                " ",
                comparison.against(claim).stream()
                        .map(other -> other.claim().id())
                        .toList());
    }

    private static String number(double number) {
        return ClaimValue.number(number).toPlainString();
    }

    /** Empty for what is not stated; guarded where a spreadsheet would run it. */
    private static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
