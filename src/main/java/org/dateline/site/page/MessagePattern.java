package org.dateline.site.page;

import com.ibm.icu.text.PluralRules;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as the files have it, in the part of ICU's MessageFormat that the browser's script reads too: {@code {0}},
 * {@code {0,plural,=0{…}one{…}other{#…}}} and {@code ''} for an apostrophe. Numbers are written as the language writes
 * them. ICU itself is not used for more than the plural rules, because it would slow down the start.
 */
final class MessagePattern {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?:,plural,((?:[=\\w]+\\{[^{}]*})+))?}|''");

    private static final Pattern FORM = Pattern.compile("([=\\w]+)\\{([^{}]*)}");

    private final String pattern;
    private final Locale locale;

    MessagePattern(String pattern, Locale locale) {
        this.pattern = pattern;
        this.locale = locale;
    }

    /** Fills in values: numbers, or texts, which stay as they are. */
    String format(Object... values) {
        return PLACEHOLDER.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(filled(found, values)));
    }

    private String filled(MatchResult found, Object... values) {
        if (found.group(1) == null) {
            return "'";
        }
        Object value = values[Integer.parseInt(found.group(1))];
        String text = value instanceof Number number
                ? NumberFormat.getInstance(locale).format(number)
                : String.valueOf(value);
        return found.group(2) == null
                ? text
                : form(found.group(2), ((Number) value).longValue()).replace("#", text);
    }

    /** The form for exactly this number, otherwise the form chosen by the language's plural rules. */
    private String form(String forms, long number) {
        String other = "";
        String chosen = null;
        String category = PluralRules.forLocale(locale).select(number);
        for (MatchResult form : FORM.matcher(forms).results().toList()) {
            String name = form.group(1);
            if (name.equals("=" + number)) {
                return form.group(2);
            }
            if (name.equals(category)) {
                chosen = form.group(2);
            }
            if (name.equals("other")) {
                other = form.group(2);
            }
        }
        return chosen == null ? other : chosen;
    }
}
