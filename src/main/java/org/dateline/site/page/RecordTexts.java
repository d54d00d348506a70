package org.dateline.site.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dateline.features.FigureTitle;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.TimeSpan;
import org.dateline.formats.ValueText;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.dateline.geo.Location;
import org.dateline.geo.LocationClass;
import org.dateline.load.KnownTitles;
import org.dateline.model.Layer;
import org.dateline.model.PartialDate;
import org.dateline.site.resource.LayerAddress;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;

/**
 * The texts of a page about a record. Property names determine the meaning of values, whatever table they come from.
 */
public record RecordTexts(Page page, ItemCollection collection, SimpleFeature record) {

    /** Properties with a place of their own on the page, or of no use to a reader. */
    private static final Set<String> TOLD = Set.of(
            "id",
            "layer",
            "name",
            "kind",
            "date",
            "location",
            "uncertainty_m",
            "center",
            "length_km",
            "page",
            "quote",
            "excerpt_source",
            "excerpts",
            "excerpt_count",
            "parties");

    /** The ends of a period, which the date tells. */
    private static final Set<String> PERIOD = Set.of("date_start", "date_end");

    /** One row of the table of figures; empty where the record has no such value. */
    public record Figure(String label, String low, String best, String high, String by) {}

    /**
     * A property that is shown as it is.
     *
     * @param href the value where it is an address; else null
     */
    public record Fact(String label, String value, @Nullable String href) {}

    public String id() {
        return record.getID();
    }

    public String title() {
        return page.layers().title(collection);
    }

    /** The name in the page's language if there is one, else the plain name, else the id. */
    public String name() {
        String name = text("name_" + page.ui().language());
        if (name.isEmpty()) {
            name = text("name");
        }
        return name.isEmpty() ? record.getID() : name;
    }

    /** The kind in the page's language, if the catalog, the interface or the program's mappings have a word for it. */
    public String kind() {
        String kind = text("kind");
        return kind.isEmpty()
                ? ""
                : page.ui().sayOr("kind." + kind, KnownTitles.in(page.ui().language(), kind));
    }

    /** The date, its first and last day, or that it is not stated. */
    public String date() {
        Object date = value("date");
        Optional<TimeSpan> period = period();
        if (period.isPresent()
                && !(date instanceof PartialDate stated && TimeSpan.of(stated).equals(period.get()))) {
            return page.say(
                    "date.period", day(period.get().start()), day(period.get().end()));
        }
        return date instanceof PartialDate stated
                ? page.ui().date(stated)
                : date == null ? page.say("date.notStated") : date.toString();
    }

    private Optional<TimeSpan> period() {
        return collection.schema().time().flatMap(time -> time.of(property -> value(property.name())));
    }

    private String day(Instant instant) {
        return page.ui().date(new PartialDate(LocalDate.ofInstant(instant, ZoneOffset.UTC)));
    }

    public boolean isDated() {
        return value("date") != null || period().isPresent();
    }

    /** How precisely the location is known, in words. */
    public String location() {
        return page.ui().location(where());
    }

    public LocationClass locationClass() {
        return where().locationClass();
    }

    private Location where() {
        Geometry geometry = (Geometry) record.getDefaultGeometry();
        if (geometry == null) {
            return new Location.Unlocated();
        }
        Coordinate middle = Geometries.representative(geometry);
        double metres = value("uncertainty_m") instanceof Number number ? number.doubleValue() : 0;
        return switch (stated(geometry)) {
            case RADIUS -> new Location.Radius(middle, metres);
            case AREA -> new Location.Area(geometry);
            case LINE -> new Location.Line(geometry);
            case BETWEEN -> new Location.Between(geometry);
            case POINT, UNLOCATED -> new Location.Point(middle, metres);
        };
    }

    private LocationClass stated(Geometry geometry) {
        String stated = text("location");
        for (LocationClass known : LocationClass.values()) {
            if (known.id().equals(stated)) {
                return known;
            }
        }
        return geometry instanceof Polygonal
                ? LocationClass.AREA
                : geometry instanceof Lineal ? LocationClass.LINE : LocationClass.POINT;
    }

    /** Longitude and latitude of its symbol, separated by a comma; null without a geometry. */
    public @Nullable String anchor() {
        Geometry geometry = (Geometry) record.getDefaultGeometry();
        return geometry == null ? null : degrees(Geometries.representative(geometry));
    }

    /** West, south, east and north of its shape, separated by commas; null without a geometry. */
    public @Nullable String bbox() {
        return Optional.ofNullable((Geometry) record.getDefaultGeometry())
                .flatMap(Bbox::of)
                .map(box -> degrees(new Coordinate(box.west(), box.south())) + ","
                        + degrees(new Coordinate(box.east(), box.north())))
                .orElse(null);
    }

    private static String degrees(Coordinate at) {
        return String.format(Locale.ROOT, "%.6f,%.6f", at.x, at.y);
    }

    /** Latitude and longitude for a reader; null for lines, areas and records without a location. */
    public @Nullable String coordinates() {
        return UiTexts.coordinates(where());
    }

    /** The uncertainty of the location in metres; null where it is not stated. */
    public @Nullable String uncertainty() {
        return text("uncertainty_m").isEmpty() ? null : text("uncertainty_m");
    }

    /** The family of symbols that it is drawn with. */
    public String style() {
        return page.catalog()
                .layer(collection.id())
                .map(Layer::style)
                .orElse(Layer.Style.INCIDENT)
                .id();
    }

    /** The address of its page. */
    public @Nullable String href() {
        return page.links().page(LayerAddress.pageOf(collection.id(), record));
    }

    /** The address of the list that it is in. */
    public @Nullable String list() {
        return page.links().page(LayerAddress.list(collection.id()));
    }

    /** The address of the record as GeoJSON. */
    public @Nullable String item() {
        return page.links().file(LayerAddress.item(collection.id(), record.getID()));
    }

    /** The quote from the source; empty if the record has none. */
    public String quote() {
        return text("quote");
    }

    /** The name of the source, or the words for "not stated". */
    public String quoteSource() {
        String source = text("excerpt_source");
        return source.isEmpty() ? page.say("notStated") : source;
    }

    /** The parties, in the record's own words. */
    public List<String> parties() {
        return value("parties") instanceof List<?> several
                ? several.stream().map(Objects::toString).toList()
                : text("parties").isEmpty() ? List.of() : List.of(text("parties"));
    }

    /** One row for each measure that the record has a value of. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (String measure : measures()) {
            Figure figure = new Figure(
                    label(measure),
                    counted(measure + "_low"),
                    counted(measure + "_best"),
                    counted(measure + "_high"),
                    text(measure + "_by"));
            if (!(figure.low + figure.best + figure.high).isEmpty()) {
                figures.add(figure);
            }
        }
        return figures;
    }

    private String counted(String name) {
        return value(name) instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
                ? page.ui().number(number.longValue())
                : text(name);
    }

    private Set<String> measures() {
        return collection.schema().properties().stream()
                .map(Property::name)
                .filter(name -> name.matches(".+_(low|best|high)"))
                .map(name -> name.substring(0, name.lastIndexOf('_')))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The catalog's label of a measure, else what the titles of its properties say, else its name. */
    private String label(String measure) {
        return page.catalog()
                .measure(measure)
                .map(known -> page.text(known.label()))
                .or(() -> collection.schema().properties().stream()
                        .filter(property -> property.name().matches(Pattern.quote(measure) + "_(low|best|high)"))
                        .map(property ->
                                FigureTitle.counted(property.titleIn(page.ui().language())))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElseGet(() -> worded(measure));
    }

    /** All other properties that have a value. */
    public List<Fact> facts() {
        Set<String> measures = measures();
        List<Fact> facts = new ArrayList<>();
        boolean isPeriod = period().isPresent();
        for (Property property : collection.schema().properties()) {
            String name = property.name();
            String value = isPeriod && PERIOD.contains(name) ? "" : text(name);
            boolean figure = name.indexOf('_') > 0
                    && name.matches(".+_(low|best|high|by)")
                    && measures.contains(name.substring(0, name.lastIndexOf('_')));
            if (!value.isEmpty() && !figure && !TOLD.contains(name) && !name.startsWith("name_")) {
                String unit = property.unit() == null ? "" : " " + property.unit();
                facts.add(new Fact(titled(property), value + unit, value.matches("https?://\\S+") ? value : null));
            }
        }
        return facts;
    }

    /** The title of a property, else its name as words. */
    private String titled(Property property) {
        String title = property.titleIn(page.ui().language());
        return title == null ? worded(property.name()) : title;
    }

    /** The name of a property as words. */
    private static String worded(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private @Nullable Object value(String name) {
        return record.getType().getDescriptor(name) == null ? null : record.getAttribute(name);
    }

    private String text(String name) {
        return switch (value(name)) {
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(Objects::toString).collect(Collectors.joining(page.say("list.separator")));
            case null -> "";
            case Object other -> ValueText.of(other).strip();
        };
    }
}
