package org.dateline.site.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dateline.model.Correction;
import org.dateline.model.Report;
import org.dateline.model.Verification;
import org.dateline.model.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * The corrections of a catalog in one language as an Atom feed (<a href="https://www.rfc-editor.org/rfc/rfc4287">RFC
 * 4287</a>). If the site's address is known, ids and links start with it; else ids are UUIDs (version 3) of the catalog's
 * title and the correction's id, and links are relative to the feed.
 */
public final class CorrectionFeed {

    public static final String NAME = "corrections.atom";

    private final Page page;
    private final @Nullable URI base;

    /** @param page the home page in the feed's language, in whose folder the feed stands */
    CorrectionFeed(Page page) {
        this.page = page;
        URI root = page.site().hosting().base();
        this.base = root == null ? null : root.resolve(page.links().folder());
    }

    /** The feed in UTF-8. */
    byte[] write() {
        byte[] feed = Templates.render("feed.jte", Map.of("page", page, "feed", this));
        return XmlText.of(new String(feed, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The day of the latest correction. Atom requires a date even without corrections: then it is the day on which quotes
     * were last compared with their texts.
     */
    public String updated() {
        return time(page.catalog().corrections().stream()
                .findFirst()
                .map(Correction::date)
                .orElseGet(() -> page.catalog().reports().stream()
                        .map(Report::verification)
                        .filter(Objects::nonNull)
                        .map(Verification::on)
                        .max(LocalDate::compareTo)
                        .orElse(LocalDate.EPOCH)));
    }

    /** An absolute address for the feed. */
    public String address(String address) {
        return base == null ? address : base.resolve(address).toString();
    }

    /** The id of the feed. */
    public String id() {
        return base == null ? uuid("") : address(NAME);
    }

    /** The id of an entry. */
    public String id(Correction correction) {
        return base == null ? uuid(correction.id()) : address(NAME) + "#" + correction.id();
    }

    private String uuid(String correction) {
        String title = page.catalog().title().in(page.catalog().defaultLanguage());
        String name = String.join("\n", title, page.ui().language(), correction);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The start of a day in the format of RFC 3339. */
    public static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
