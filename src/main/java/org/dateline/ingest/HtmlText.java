package org.dateline.ingest;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The words of a page's main part; what surrounds it (menus, forms, other stories) is left out. */
final class HtmlText {

    private static final String AROUND =
            "script, style, noscript, template, svg, nav, footer, aside, form, button, iframe, "
                    + "header nav, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=complementary]";

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "blockquote",
            "figcaption",
            "figure",
            "table",
            "tr",
            "td",
            "th",
            "header",
            "br",
            "hr",
            "pre",
            "dd",
            "dt",
            "dl",
            "body");

    /** The share of the page's words that a part must have to be the main one. */
    private static final double MAIN = 0.4;

    private HtmlText() {}

    static String of(Document page) {
        page.select(AROUND).remove();
        int all = page.body().text().length();
        Element main = page.body();
        for (Element part : page.select("article, main, [role=main], [itemprop=articleBody]")) {
            if (part.text().length() >= all * MAIN) {
                main = part;
                break;
            }
        }
        StringBuilder out = new StringBuilder();
        append(main, out, 0);
        return out.toString();
    }

    private static void append(Node node, StringBuilder out, int depth) {
        if (depth > 500) {
            // No page is nested so deep; the words below are taken without their blocks.
            out.append(node instanceof Element element ? element.text() : "");
            return;
        }
        for (Node child : node.childNodes()) {
            switch (child) {
                case TextNode text -> out.append(text.getWholeText().replaceAll("\\s+", " "));
                case Element element -> {
                    boolean block = BLOCKS.contains(element.normalName());
                    out.append(block ? "\n\n" : "");
                    append(element, out, depth + 1);
                    out.append(block ? "\n\n" : "");
                }
                default -> {}
            }
        }
    }
}
