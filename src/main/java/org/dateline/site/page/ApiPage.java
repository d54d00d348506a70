package org.dateline.site.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTML page of the API: a document or a page of features as tables, with a map if there is something to show. It
 * needs no script.
 *
 * @param language the language of its texts, BCP 47
 * @param style    address of its style sheet
 * @param trail    from the root of the site to here; not empty
 * @param tables   what it says
 * @param pages    the page before and the next one
 * @param forms    links to other formats
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

    /** @param rel the relation (RFC 8288); empty for none */
    public record Anchor(String text, String href, String rel) {}

    /** How a table is laid out. */
    public enum Setting {
        /** One row per record: the head stays visible, long values are cut, phones show cards. */
        RECORDS,
        /** One name and value per row. */
        FACTS,
        /** Like {@link #FACTS}, but collapsed under its caption. */
        FOLDED
    }

    /**
     * @param caption empty for none
     * @param note    below the table, or after the caption if it is collapsed; empty for none
     */
    public record Table(Setting setting, String caption, List<String> head, List<List<Cell>> rows, String note) {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** The kind of a cell's content, where it is not laid out as plain text. */
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
     * @param href     address of its link; null for none
     * @param language the language of the text, BCP 47; null for that of the page, or none
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

    /** The page as HTML in UTF-8. */
    public byte[] html() {
        return Templates.render("apiPage.jte", Map.of("page", this));
    }
}
