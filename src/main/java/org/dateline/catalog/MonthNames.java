package org.dateline.catalog;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the months in a language, long and short, as they stand with a day and alone. */
final class MonthNames {

    private MonthNames() {}

    /** In lower case; months that are only numbered have none. */
    static Set<String> in(Locale locale) {
        return Stream.of(Month.values())
                .flatMap(month -> Stream.of(
                                TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)
                        .map(style -> month.getDisplayName(style, locale)))
                .filter(name -> name.codePoints().anyMatch(Character::isLetter))
                .map(name -> name.toLowerCase(locale))
                .collect(Collectors.toUnmodifiableSet());
    }
}
