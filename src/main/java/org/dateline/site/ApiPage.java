package org.dateline.site;

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

    /** @param caption empty for none */
    public record Table(String caption, List<String> head, List<List<Cell>> rows) {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** @param href where it leads; null for nowhere */
    public record Cell(String text, @Nullable String href) {

        public static Cell of(String text) {
            return new Cell(text, null);
        }
    }

    /** UTF-8. */
    public byte[] html() {
        return Templates.render("apiPage.jte", Map.of("page", this));
    }
}
