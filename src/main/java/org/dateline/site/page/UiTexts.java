package org.dateline.site.page;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.text.TimeZoneFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dateline.catalog.InterfaceWords;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Location;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.PartialDate;
import org.dateline.model.Party;
import org.dateline.model.StatedTime;
import org.dateline.model.Text;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The texts of the interface in one language; English if there is no translation. */
public final class UiTexts {

    private static final Map<String, Boolean> RIGHT_TO_LEFT = new ConcurrentHashMap<>();

    /** Zones change their names; one moment gives all pages the same. In milliseconds, 2025-06-15T15:06:40Z. */
    private static final long ZONES_NAMED_AS_OF = 1_750_000_000_000L;

    private final String language;
    private final Locale locale;
    private final Map<String, String> messages;

    private UiTexts(String language, InterfaceWords.Messages messages) {
        this.language = language;
        this.messages = messages.patterns();
        // If the words are English, dates between them are English too.
        this.locale = Locale.forLanguageTag(messages.language());
    }

    /** The texts in a language of a catalog, which may have its own. */
    public static UiTexts of(Catalog catalog, String language) {
        return new UiTexts(
                language, InterfaceWords.in(language, catalog.messages().getOrDefault(language, Map.of())));
    }

    public String language() {
        return language;
    }

    /** The language that the texts are in, with its digits where they are not 0 to 9: {@code fa-u-nu-arabext}. */
    String locale() {
        String digits = NumberingSystem.getInstance(locale).getName();
        return locale.toLanguageTag() + (digits.equals("latn") ? "" : "-u-nu-" + digits);
    }

    /** The script that a language's own name is written in. */
    public Character.UnicodeScript script() {
        return Character.UnicodeScript.of(nameOf(language).codePointAt(0));
    }

    /** The patterns of messages, by key. A key that ends with a dot stands for all keys that begin with it. */
    SortedMap<String, String> patterns(String... keys) {
        SortedMap<String, String> patterns = new TreeMap<>();
        messages.forEach((key, pattern) -> {
            if (Stream.of(keys)
                    .anyMatch(wanted -> wanted.endsWith(".") ? key.startsWith(wanted) : key.equals(wanted))) {
                patterns.put(key, pattern);
            }
        });
        return patterns;
    }

    /** The name of a language in itself. */
    public static String nameOf(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayName(locale);
        return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** The name of a script in this language, as CLDR has it. */
    public String nameOf(Character.UnicodeScript script) {
        return ULocale.getDisplayScript(
                "und-" + UScript.getShortName(UScript.getCodeFromName(script.name())), locale.toLanguageTag());
    }

    /** Writing direction of a language: ltr or rtl. */
    public static String direction(String language) {
        return isRightToLeft(language) ? "rtl" : "ltr";
    }

    public String direction() {
        return direction(language);
    }

    /** Whether the script of a language, stated or usual, is written from right to left. */
    public static boolean isRightToLeft(String language) {
        return RIGHT_TO_LEFT.computeIfAbsent(
                language, tag -> ULocale.forLanguageTag(tag).isRightToLeft());
    }

    public boolean isRightToLeft() {
        return isRightToLeft(language);
    }

    /** A word in isolates, which keeps its direction within any text: a hash in a line of Urdu. */
    public static String isolated(String word) {
        return '\u2066' + word + '\u2069';
    }

    /** The message with a key, formatted with its arguments. */
    public String say(String key, Object... arguments) {
        return new MessagePattern(pattern(key), locale).format(arguments);
    }

    /** The message with a key, or another text if there is no such message. */
    public String sayOr(String key, String otherwise) {
        return messages.getOrDefault(key, otherwise);
    }

    private String pattern(String key) {
        return Objects.requireNonNull(messages.get(key), key);
    }

    public String text(Text text) {
        return text.in(language);
    }

    public String kind(Feature feature) {
        return sayOr("kind." + feature.kind(), feature.kind());
    }

    /** The kind of a feature to stand beside its name; empty if the name says it: Barranco del Poyo. */
    public String kindBeside(Feature feature) {
        String kind = kind(feature);
        String name = " " + text(feature.name()).toLowerCase(locale) + " ";
        String said = " " + kind.toLowerCase(locale) + " ";
        return name.startsWith(said) || name.endsWith(said) ? "" : kind;
    }

    /** What a party is: "hospital". */
    public String kind(Party party) {
        return say("party.kind." + party.kind());
    }

    /** "Sibi, city, 3 quotes": the spoken name of a link to a feature. */
    public String spoken(Feature feature, int quotes) {
        return say("feature.spoken", text(feature.name()), kind(feature), quotes);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A claim's value in words: "at least 30", "70 to 80", "hundreds". */
    public String value(Value value) {
        NumberFormat format = NumberFormat.getInstance(locale);
        return switch (value) {
            case Value.Figure(var wording, double number) -> say("value." + wording.id(), format.format(number));
            case Value.Range(double from, double to) -> say("value.between", format.format(from), format.format(to));
            case Value.Vague(var word) -> say("value.words." + word.id());
        };
    }

    /** A date in words, or that it is not stated. */
    public String date(@Nullable PartialDate date) {
        if (date == null) {
            return say("date.notStated");
        }
        return switch (date.value()) {
            case LocalDate day -> formatted(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), day);
            case YearMonth month -> formatted(monthAndYear("yMMMM"), month);
            default -> formatted(DateTimeFormatter.ofPattern("uuuu"), date.value());
        };
    }

    /** A time of day with its zone, if one is stated: "09:00 local time", "09:00 (Pakistan Standard Time)". */
    public String time(StatedTime time) {
        // In 24 hours everywhere, as the files have it: some languages have only Latin letters for the halves of a day.
        String clock = formatted(
                DateTimeFormatter.ofLocalizedPattern(time.time().getSecond() == 0 ? "Hm" : "Hms"), time.time());
        if (time.zone() == null) {
            return clock;
        }
        if (time.zone().equals(StatedTime.LOCAL)) {
            return say("time.local", clock);
        }
        TimeZoneFormat zones = TimeZoneFormat.getInstance(ULocale.forLocale(dateLocale()));
        String zone = time.offset() == null
                ? zones.format(TimeZoneFormat.Style.GENERIC_LONG, TimeZone.getTimeZone(time.zone()), ZONES_NAMED_AS_OF)
                : zones.formatOffsetLocalizedGMT(time.offset().getTotalSeconds() * 1000);
        return clock + " (" + zone + ")";
    }

    /** A date as short as it can be, without its year where it is a day: "31 Oct", "Oct 2025", "2025". */
    public String shortDate(PartialDate date) {
        return switch (date.value()) {
            case LocalDate day -> formatted(DateTimeFormatter.ofLocalizedPattern("MMMd"), day);
            case YearMonth month -> formatted(monthAndYear("yMMM"), month);
            default -> formatted(DateTimeFormatter.ofPattern("uuuu"), date.value());
        };
    }

    /** Formats as CLDR does for the language, in its digits; English dates are British. */
    private String formatted(DateTimeFormatter format, TemporalAccessor date) {
        return format.withLocale(dateLocale())
                .withDecimalStyle(DecimalStyle.of(locale))
                .format(date);
    }

    private DateTimeFormatter monthAndYear(String skeleton) {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(skeleton, IsoChronology.INSTANCE, dateLocale());
        // Where CLDR has no such pattern, one with the era stands in for it.
        return DateTimeFormatter.ofPattern(pattern.contains("G") ? skeleton.replaceFirst("y(M+)", "$1 y") : pattern);
    }

    private Locale dateLocale() {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    /** How precisely a location is known, in words. */
    public String location(Feature feature) {
        return location(feature.location());
    }

    String location(Location location) {
        return switch (location) {
            case Location.Point(var _, double metres) ->
                metres > 0 ? say("location.point", distance(metres)) : say("location.point.exact");
            case Location.Radius(var _, double metres) -> say("location.radius", distance(metres));
            case Location.Area _ -> say("location.area");
            case Location.Line(var lines) -> say("location.line", distance(Geodesy.length(lines)));
            case Location.Between(var along) -> say("location.between", distance(Geodesy.length(along)));
            case Location.Unlocated _ -> say("location.unlocated");
        };
    }

    /** Latitude and longitude of a spot or of a circle's centre; null for other locations. */
    public static @Nullable String coordinates(Location location) {
        return switch (location) {
            case Location.Point(Coordinate at, double _) -> coordinates(at);
            case Location.Radius(Coordinate at, double _) -> coordinates(at);
            case Location.Area _, Location.Line _, Location.Between _, Location.Unlocated _ -> null;
        };
    }

    private static String coordinates(Coordinate at) {
        return "%s, %s".formatted(degrees(at.y, 4, "N", "S"), degrees(at.x, 4, "E", "W"));
    }

    /** A latitude as on a map's edge: 29.7° N. */
    public static String latitude(double degrees) {
        return degrees(degrees, 1, "N", "S");
    }

    private static String degrees(double degrees, int decimals, String positive, String negative) {
        return String.format(
                Locale.ROOT, "%." + decimals + "f° %s", Math.abs(degrees), degrees < 0 ? negative : positive);
    }

    /** A length in words: 350 m, 12 km. */
    public String distance(double metres) {
        if (metres < 1000) {
            return say("distance.m", Math.round(metres));
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(metres < 10_000 ? 1 : 0);
        return say("distance.km", format.format(metres / 1000));
    }
}
