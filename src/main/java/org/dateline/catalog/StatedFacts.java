package org.dateline.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text states of itself at its start, in the forms that news agencies use. Whatever is not stated, or could be
 * meant otherwise, is null: an editor reads the text.
 *
 * @param title    a first line that stands alone and is no sentence
 * @param author   the name of a line that says no more than whose text it is
 * @param dateline the place before the date or the agency with which the text begins
 * @param date     the only full date near the start
 * @param url      an address that stands on a line of its own
 * @param agency   words in brackets behind the dateline, which may be a publisher or a credit
 * @param opening  all that stands before the first sentence: dateline, date, agency and the dash; null without dateline
 */
record StatedFacts(
        @Nullable String title,
        @Nullable String author,
        @Nullable String dateline,
        @Nullable LocalDate date,
        @Nullable String url,
        @Nullable String agency,
        @Nullable String opening) {

    /** How much of a text counts as its start, in characters. */
    private static final int START = 400;

    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_OPENING = 160;

    private static final Pattern ADDRESS = Pattern.compile("(?m)^\\s*(https?://\\S+)\\s*$");
    private static final Pattern BYLINE = Pattern.compile(
            "(?mU)^\\h*(?:By|Por|Par|Von|Di|Автор:|Авторка:)\\h+(\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:\\h+[\\p{L}\\p{M}.’'-]+){1,3})\\h*$");
    private static final Pattern DASH = Pattern.compile("\\h*[—–:]|\\h+-\\h|\\.\\h?-\\h?");
    private static final Pattern AGENCY = Pattern.compile("\\h*\\(([^()\\n]{2,80})\\)");
    private static final Pattern PLACE = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}’' .-]{1,40}", Pattern.UNICODE_CASE);

    /** @param language of the text, for the names of months */
    static StatedFacts of(String raw, String language) {
        String text = raw.strip();
        String start = text.substring(0, Math.min(START, text.length()));
        List<Match> dates = dates(start, Locale.forLanguageTag(language));
        List<LocalDate> distinct = dates.stream().map(Match::date).distinct().toList();
        @Nullable String title = title(text, dates);
        String body = title == null ? text : text.substring(title.length()).strip();
        Opening opening = opening(body.lines().findFirst().orElse(""), dates, text);
        return new StatedFacts(
                title,
                first(BYLINE, start),
                opening.place,
                distinct.size() == 1 ? distinct.getFirst() : null,
                first(ADDRESS, text),
                opening.agency,
                opening.all);
    }

    /** "PLACE, date (Agency) —", in this order or another; a place alone may be any word. */
    private record Opening(
            @Nullable String place,
            @Nullable String agency,
            @Nullable String all) {}

    private static Opening opening(String line, List<Match> dates, String text) {
        String head = line.substring(0, Math.min(line.length(), LONGEST_OPENING));
        Matcher dash = DASH.matcher(head);
        if (dash.find()) {
            String before = head.substring(0, dash.start());
            Matcher agency = AGENCY.matcher(before);
            // Brackets within a sentence are followed by its words.
            boolean agencyStands =
                    agency.find() && before.substring(agency.end()).strip().matches("(?:,.*)?");
            int from = text.indexOf(line);
            boolean dated = dates.stream().anyMatch(date -> date.start >= from && date.start < from + dash.start());
            String place = before.split("[,(]", 2)[0].strip();
            if ((dated || agencyStands) && PLACE.matcher(place).matches()) {
                return new Opening(place, agencyStands ? agency.group(1) : null, head.substring(0, dash.end()));
            }
        }
        return new Opening(null, null, null);
    }

    private static @Nullable String title(String text, List<Match> dates) {
        int end = text.indexOf('\n');
        if (end <= 0 || end > LONGEST_TITLE || !text.substring(end).matches("(?s)\\R\\h*\\R.*")) {
            return null;
        }
        String line = text.substring(0, end).strip();
        boolean sentence = line.matches(".*[.!?…։।。؟۔:]$") || line.contains("://");
        boolean dated = dates.stream().anyMatch(match -> match.start < end);
        return sentence || dated || BYLINE.matcher(line).matches() ? null : line;
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : null;
    }

    private record Match(int start, LocalDate date) {}

    private static List<Match> dates(String text, Locale locale) {
        String months = Stream.of(Month.values())
                .flatMap(month -> names(month, locale))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
        List<Match> found = new ArrayList<>();
        Pattern dayFirst = Pattern.compile(
                "\\b(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?\\h+(?:de\\h+)?(?<month>" + months
                        + ")\\b,?\\h+(?:de\\h+|del\\h+)?(?<year>\\d{4})\\b",
                flags);
        Pattern monthFirst =
                Pattern.compile("\\b(?<month>" + months + ")\\h+(?<day>\\d{1,2}),?\\h+(?<year>\\d{4})\\b", flags);
        for (Pattern pattern : List.of(dayFirst, monthFirst)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                month(matcher.group("month"), locale)
                        .flatMap(month -> date(matcher.group("year"), month.getValue(), matcher.group("day")))
                        .ifPresent(date -> found.add(new Match(matcher.start(), date)));
            }
        }
        Matcher iso = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b").matcher(text);
        while (iso.find()) {
            date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3))
                    .ifPresent(date -> found.add(new Match(iso.start(), date)));
        }
        return found;
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Month> month(String name, Locale locale) {
        return Stream.of(Month.values())
                .filter(month -> names(month, locale).anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /** With a day and alone: "4 березня", "березень". */
    private static Stream<String> names(Month month, Locale locale) {
        return Stream.of(
                month.getDisplayName(TextStyle.FULL, locale), month.getDisplayName(TextStyle.FULL_STANDALONE, locale));
    }
}
