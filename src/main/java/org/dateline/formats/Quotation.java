package org.dateline.formats;

/**
 * Puts a quote in quotation marks. Its own double marks become single ones, as is usual for a quote in a quote, and one
 * that it opens or closes only is completed, so that the marks pair.
 */
public final class Quotation {

    private Quotation() {}

    /** The quote within “ and ”. */
    public static String of(String quote) {
        StringBuilder inner = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < quote.length(); i++) {
            char c = quote.charAt(i);
            boolean opens = c == '“' || c == '"' && !open;
            boolean closes = c == '”' || c == '"' && open;
            if (closes && !open) {
                inner.insert(0, '‘');
            }
            inner.append(opens ? '‘' : closes ? '’' : c);
            open = opens || open && !closes;
        }
        return "“" + inner + (open ? "’" : "") + "”";
    }
}
