package org.dateline.features.cql2;

import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.LikeFilterImpl;

/**
 * LIKE with the wildcards of CQL2: {@code %} for any characters, {@code _} for one, a backslash before either for the
 * character itself. GeoTools' own filter stops at line breaks, which quotes contain; this one reads the text once and
 * goes back to the last {@code %} at most.
 */
final class LikeFilter extends LikeFilterImpl {

    /** Stand for wildcards; not valid code points. */
    private static final int ANY = -1;

    private static final int ONE = -2;

    private final int[] pattern;

    LikeFilter(Expression text, String pattern) {
        super(text, pattern, "%", "_", "\\");
        this.pattern = compiled(pattern);
    }

    private static int[] compiled(String pattern) {
        int[] written = pattern.codePoints().toArray();
        int[] compiled = new int[written.length];
        int length = 0;
        for (int i = 0; i < written.length; i++) {
            if (written[i] == '\\' && i + 1 < written.length) {
                compiled[length++] = written[++i];
            } else {
                compiled[length++] = written[i] == '%' ? ANY : written[i] == '_' ? ONE : written[i];
            }
        }
        return java.util.Arrays.copyOf(compiled, length);
    }

    @Override
    public boolean evaluate(Object feature) {
        Object value = getExpression().evaluate(feature);
        return value != null && matches(value.toString());
    }

    private boolean matches(String text) {
        int at = 0;
        int p = 0;
        int lastAny = -1;
        int resume = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (p < pattern.length && pattern[p] == ANY) {
                lastAny = p++;
                resume = at;
            } else if (p < pattern.length && (pattern[p] == ONE || pattern[p] == character)) {
                p++;
                at += Character.charCount(character);
            } else if (lastAny >= 0) {
                p = lastAny + 1;
                resume += Character.charCount(text.codePointAt(resume));
                at = resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == ANY) {
            p++;
        }
        return p == pattern.length;
    }
}
