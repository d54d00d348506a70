package org.dateline.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.PlaceDraft;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Geometries;
import org.dateline.ground.Gazetteer;
import org.dateline.ground.Town;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks names up in the towns of the world that come with the program. */
@Command(
        name = "place",
        description =
                "Look up towns by their names in any language, offline: prints each candidate as a line of a layer's "
                        + "features.geojson, the nearest to your map first, else the most populous.",
        mixinStandardHelpOptions = true)
final class Place implements Callable<Integer> {

    /** A name has some hundred towns at most; nobody reads them all. */
    private static final int MOST = 12;

    private static final double METRES = 1000;

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(
            names = "--near",
            paramLabel = "LON,LAT",
            description =
                    "List the nearest to this point first (default: to the middle of the first view of --geodata).")
    private @Nullable String near;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "A whole name; capitals and accents do not matter.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        @Nullable Coordinate from = from();
        Gazetteer gazetteer = Gazetteer.open();
        boolean all = true;
        for (String name : names) {
            List<Town> towns = gazetteer.named(name.strip());
            if (towns.isEmpty()) {
                System.err.println(
                        "dateline: got \"" + name + "\", expected the name of a town as GeoNames has it in any "
                                + "language; draw what is no town (a river, a district, a building) on a map such as geojson.io, or "
                                + "give it \"location\": \"unlocated\" and \"geometry\": null");
                all = false;
            } else {
                print(towns, from);
            }
        }
        return all ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** The point that towns should be near; null if nothing says where. */
    private @Nullable Coordinate from() {
        if (near != null) {
            double[] degrees = Degrees.numbers("--near", near, 2, "LON,LAT in degrees, such as -0.42,39.43");
            return new Coordinate(degrees[0], degrees[1]);
        }
        if (!geodata.isGiven()) {
            return null;
        }
        Path folder = geodata.folder();
        try {
            Bbox view = CatalogLoader.load(folder).defaultView().bbox();
            return new Coordinate(view.middleLongitude(), (view.south() + view.north()) / 2);
        } catch (InvalidCatalogException _) {
            System.err.println(folder + ": has faults, so the most populous come first; see \"check\"");
            return null;
        }
    }

    private static void print(List<Town> towns, @Nullable Coordinate from) {
        List<Town> sorted = from == null
                ? towns
                : towns.stream()
                        .sorted(Comparator.comparingDouble(town -> metres(town, from)))
                        .toList();
        for (Town town : sorted.subList(0, Math.min(MOST, sorted.size()))) {
            System.out.println(about(town)
                    + (from == null ? "" : String.format(Locale.ROOT, ", %,.0f km away", metres(town, from) / METRES)));
            System.out.println(PlaceDraft.of(town));
        }
        if (sorted.size() > MOST) {
            System.out.println("and " + Counted.of(sorted.size() - MOST, "more town")
                    + (from == null ? "; with --near LON,LAT or --geodata DIR, the nearest come first" : ""));
        }
    }

    private static double metres(Town town, Coordinate from) {
        return Geodesy.length(Geometries.FACTORY.createLineString(new Coordinate[] {from, town.position()}));
    }

    private static String about(Town town) {
        String country = Locale.of("", town.country()).getDisplayCountry(Locale.ENGLISH);
        String where = Stream.of(town.name(), town.division(), country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return town.people() > 0 ? String.format(Locale.ROOT, "%s, %,d people", where, town.people()) : where;
    }
}
