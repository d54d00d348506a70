package org.dateline.site.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the API for people: what a document or a page of features says, as tables, with a map where there is
 * something to show. It needs no script.
 *
 * @param language of its texts, BCP 47
 * @param style    address of its style sheet
 * @param trail    from the root of the site to here; not empty
 * @param tables   what it says
 * @param pages    the page before and the next one
 * @param forms    the same in other forms
 * @param map      inline SVG; null for none
 */
public record ApiPage(
        String language,
        String style,
        String title,
        String summary,
        List<Anchor> trail,
        List<Table> tables,
        List<Anchor> pages,
        List<Anchor> forms,
        @Nullable String map) {

    public ApiPage {
        trail = List.copyOf(trail);
        tables = List.copyOf(tables);
        pages = List.copyOf(pages);
        forms = List.copyOf(forms);
    }

    /** @param rel its relation (RFC 8288); empty for none */
    public record Anchor(String text, String href, String rel) {}

    /** How a table is set. */
    public enum Setting {
        /** One row a record: its head stays in sight, long values are clamped, a phone shows cards. */
        RECORDS,
        /** A name and a value a row. */
        FACTS,
        /** As {@link #FACTS}, folded away under its caption. */
        FOLDED
    }

    /**
     * @param caption empty for none
     * @param note    beneath it, or behind its caption where it is folded; empty for none
     */
    public record Table(Setting setting, String caption, List<String> head, List<List<Cell>> rows, String note) {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** What a cell holds, as far as it is set otherwise than words. */
    public enum Content {
        TEXT(""),
        /** Too long for one line. */
        LONG("long"),
        NUMBER("number"),
        /** Text whose line breaks and spaces count. */
        CODE("code");

        private final String style;

        Content(String style) {
            this.style = style;
        }

        /** The class in the style sheet. */
        public String style() {
            return style;
        }
    }

    /**
     * @param href     where it leads; null for nowhere
     * @param language of the text, BCP 47; null for that of the page, or none
     */
    public record Cell(
            String text, @Nullable String href, @Nullable String language, Content content) {

        public static Cell of(String text) {
            return of(text, null);
        }

        public static Cell of(String text, @Nullable String href) {
            return new Cell(text, href, null, Content.TEXT);
        }
    }

    /** UTF-8. */
    public byte[] html() {
        return Templates.render("apiPage.jte", Map.of("page", this));
    }
}
