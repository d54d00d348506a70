package org.dateline.site.stories;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Geometries;
import org.dateline.geo.Location;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.Correction;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What the list of stories and its search show of one story. It refers to nothing of the catalog that is large.
 *
 * @param name        of its folder, the first part of its addresses
 * @param hash        of its catalog
 * @param languages   the default first
 * @param brand       who publishes it
 * @param location    where the story is: its most quoted place that is a point or a circle, else a circle around its view;
 *                    always a circle, because no story is about a point
 * @param first       the date of its most quoted incident, else of its earliest quote; null if none is stated
 * @param last        the date of its most quoted incident, else of its latest quote; null if none is stated
 * @param quotes      all of them, in the order of the reports
 * @param places      those with quotes, the most quoted first
 * @param corrections newest first
 */
public record StorySummary(
        String name,
        String hash,
        List<String> languages,
        Brand brand,
        Text title,
        Text summary,
        Location.Radius location,
        @Nullable PartialDate first,
        @Nullable PartialDate last,
        int reports,
        List<Quote> quotes,
        List<Place> places,
        List<Party> parties,
        List<Correction> corrections) {

    /** In metres. */
    private static final double LEAST_RADIUS = 1_000;

    /** @param report the id of its report */
    public record Quote(String id, String text, String report, Text label) {}

    /** @param others other spellings, and the words of the quotes that name it */
    public record Place(String id, Text name, List<String> others, int quotes) {}

    public record Party(String id, Text name) {}

    public StorySummary {
        languages = List.copyOf(languages);
        quotes = List.copyOf(quotes);
        places = List.copyOf(places);
        parties = List.copyOf(parties);
        corrections = List.copyOf(corrections);
    }

    public static StorySummary of(String name, Catalog catalog) {
        Map<String, List<Catalog.Citation>> cited = catalog.citationsByFeature();
        List<Feature> quoted = catalog.layers().stream()
                .map(Layer::features)
                .flatMap(List::stream)
                .filter(feature -> cited.containsKey(feature.id()))
                .sorted(Comparator.comparingInt(
                        feature -> -cited.getOrDefault(feature.id(), List.of()).size()))
                .toList();
        PartialDate happened = quoted.stream()
                .map(Feature::date)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<PartialDate> dates = happened != null
                ? List.of(happened)
                : catalog.reports().stream()
                        .flatMap(report -> report.excerpts().stream().map(report::dateOf))
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(PartialDate::first))
                        .toList();
        return new StorySummary(
                name,
                catalog.hash(),
                catalog.languages(),
                catalog.brand(),
                catalog.title(),
                catalog.summary(),
                quoted.stream()
                        .map(Feature::location)
                        .flatMap(location -> spot(location).stream())
                        .findFirst()
                        .orElseGet(() -> around(catalog.defaultView().bbox())),
                dates.isEmpty() ? null : dates.getFirst(),
                dates.stream().max(Comparator.comparing(PartialDate::last)).orElse(null),
                catalog.reports().size(),
                catalog.reports().stream().flatMap(StorySummary::quotes).toList(),
                quoted.stream()
                        .map(feature -> place(feature, cited.getOrDefault(feature.id(), List.of())))
                        .toList(),
                catalog.parties().stream()
                        .map(party -> new Party(party.id(), party.name()))
                        .toList(),
                catalog.corrections());
    }

    /** A circle around a place that is a point or a circle; empty for others. */
    private static Optional<Location.Radius> spot(Location location) {
        return switch (location) {
            case Location.Point(Coordinate position, double uncertainty) ->
                Optional.of(new Location.Radius(position, Math.max(LEAST_RADIUS, uncertainty)));
            case Location.Radius(Coordinate centre, double metres) ->
                Optional.of(new Location.Radius(centre, Math.max(LEAST_RADIUS, metres)));
            case Location.Area _, Location.Line _, Location.Between _, Location.Unlocated _ -> Optional.empty();
        };
    }

    private static Location.Radius around(Bbox box) {
        Coordinate middle = new Coordinate(Bbox.wrapped(box.middleLongitude()), (box.south() + box.north()) / 2);
        Coordinate edge = new Coordinate(middle.x, box.south());
        double metres = Geodesy.length(Geometries.FACTORY.createLineString(new Coordinate[] {middle, edge}));
        return new Location.Radius(middle, Math.max(LEAST_RADIUS, metres / 2));
    }

    private static Stream<Quote> quotes(Report report) {
        return report.excerpts().stream()
                .map(excerpt -> new Quote(excerpt.id(), excerpt.quote(), report.id(), report.label()));
    }

    private static Place place(Feature feature, List<Catalog.Citation> citations) {
        List<String> others = Stream.concat(
                        feature.altNames().stream(),
                        citations.stream().flatMap(citation -> citation.mention().words().stream()))
                .distinct()
                .toList();
        return new Place(feature.id(), feature.name(), others, citations.size());
    }

    /** The language of the story's pages for a reader of a language: the story's own where it does not have that. */
    public String languageFor(String language) {
        return languages.contains(language) ? language : languages.getFirst();
    }

    /** The path of one of its pages in a reader's language, from the server's root. */
    public String path(String language, String page) {
        String own = languageFor(language);
        return name + "/" + (own.equals(languages.getFirst()) ? "" : own + "/") + page;
    }
}
