package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.NewCatalog;
import org.dateline.geo.Bbox;
import org.dateline.model.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a small catalog to start from. */
@Command(
        name = "new",
        description = "Make a small catalog to start from, with an invented report and comments.",
        mixinStandardHelpOptions = true)
final class New implements Callable<Integer> {

    private static final Pattern LANGUAGE = Pattern.compile(LanguageTag.PATTERN);

    /** Half the height of the view around a point, in degrees of latitude: about 28 km. */
    private static final double AROUND = 0.25;

    /** Where the map is if nobody says where: on the prime meridian, at Greenwich. */
    private static final String GREENWICH = "0,51.48";

    private static final double NORTHERNMOST = 85;

    @Parameters(paramLabel = "DIR", description = "The catalog's folder; must be new or empty.")
    private Path folder = Path.of("geodata");

    @Option(names = "--title", paramLabel = "TITLE", required = true, description = "Title, in the first language.")
    private String title = "";

    @Option(
            names = "--languages",
            paramLabel = "CODE",
            split = ",",
            defaultValue = "en",
            description = "Language codes, such as es or pt-BR, the default first (default: ${DEFAULT-VALUE}).")
    private List<String> languages = List.of("en");

    @Option(
            names = "--around",
            paramLabel = "LON,LAT",
            description = "The middle of the map, in degrees (default: " + GREENWICH + ").")
    private @Nullable String around;

    @Option(
            names = "--bbox",
            paramLabel = "W,S,E,N",
            description = "What the map shows, in degrees, instead of --around.")
    private @Nullable String bbox;

    @Override
    public Integer call() throws IOException {
        if (title.isBlank()) {
            throw new UsageException("got an empty --title, expected a title");
        }
        for (String language : languages) {
            if (!LANGUAGE.matcher(language).matches()) {
                throw new UsageException(
                        "got --languages " + language + ", expected language codes, such as es,en or pt-BR");
            }
        }
        if (new HashSet<>(languages).size() < languages.size()) {
            throw new UsageException("got --languages " + String.join(",", languages) + ", expected each once");
        }
        if (around != null && bbox != null) {
            throw new UsageException("got --around and --bbox, expected one of them");
        }
        NewCatalog.write(folder, title.strip(), languages, bbox != null ? Degrees.box("--bbox", bbox) : around(around));
        try {
            CatalogLoader.load(folder);
        } catch (InvalidCatalogException e) {
            return FaultPrinter.print(e, folder, "the example is not valid");
        }
        System.out.printf("""
                made %1$s, a catalog with an invented report; it has no faults
                next:
                  %2$s serve --geodata %1$s     then open http://127.0.0.1:8080/
                  %2$s add TEXT --geodata %1$s  make a report from a text of yours
                  %2$s check --geodata %1$s     after each edit
                """, shown(folder), Invocation.name());
        return ExitCode.OK;
    }

    private static String shown(Path folder) {
        String path = folder.toString();
        return path.contains(" ") ? '"' + path + '"' : path;
    }

    private static Bbox around(@Nullable String point) {
        double[] degrees = Degrees.numbers(
                "--around", point == null ? GREENWICH : point, 2, "LON,LAT in degrees, such as -0.42,39.43");
        double longitude = degrees[0];
        double latitude = degrees[1];
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > NORTHERNMOST) {
            throw new UsageException("got --around " + point
                    + ", expected a longitude within -180..180 and a latitude within -85..85, in this order");
        }
        double half = AROUND / Math.cos(Math.toRadians(latitude)) * 1.4;
        return new Bbox(
                Bbox.wrapped(longitude - half), latitude - AROUND, Bbox.wrapped(longitude + half), latitude + AROUND);
    }
}
