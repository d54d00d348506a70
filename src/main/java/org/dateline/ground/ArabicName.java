package org.dateline.ground;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name in Arabic letters with and without the article, which lists of names often leave out and texts write together
 * with the words "and", "in", "as" and "to" before it.
 */
public final class ArabicName {

    private static final String ARTICLE = "ال";

    /** Joined to a name of at least two letters; "to the" drops the first letter of the article. */
    private static final Pattern JOINED = Pattern.compile("(?:[وف]?[بك]?ال|[وف]?لل)(?=\\p{IsArabic}{2})");

    private ArabicName() {}

    /** How lists may write a name: as it is, then without what is joined to it, then with the article. */
    public static List<String> forms(String name) {
        if (name.isEmpty() || Character.UnicodeScript.of(name.codePointAt(0)) != Character.UnicodeScript.ARABIC) {
            return List.of(name);
        }
        Matcher joined = JOINED.matcher(name);
        String bare = joined.lookingAt() ? name.substring(joined.end()) : name;
        return Stream.of(name, bare, ARTICLE + bare).distinct().toList();
    }
}
