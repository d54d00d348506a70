package org.dateline.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.catalog.PlaceDraft;
import org.dateline.ground.Gazetteer;
import org.dateline.ground.Town;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Looks a name up in the towns of the world that come with the program. */
@Command(
        name = "place",
        description =
                "Look up a town by its name in any language, offline: prints each candidate, the most populous first, "
                        + "as a line of a layer's features.geojson.",
        mixinStandardHelpOptions = true)
final class Place implements Callable<Integer> {

    /** A name has some hundred towns at most; nobody reads them all. */
    private static final int MOST = 12;

    @Parameters(paramLabel = "NAME", description = "The whole name; capitals and accents do not matter.")
    private String name = "";

    @Override
    public Integer call() {
        List<Town> towns = Gazetteer.open().named(name.strip());
        if (towns.isEmpty()) {
            System.err.println("dateline: got \"" + name + "\", expected the name of a town with more than 500 people, "
                    + "as GeoNames has it in any language");
            return ExitCode.SOFTWARE;
        }
        for (Town town : towns.subList(0, Math.min(MOST, towns.size()))) {
            System.out.println(about(town));
            System.out.println(PlaceDraft.of(town));
        }
        if (towns.size() > MOST) {
            System.out.println("and " + (towns.size() - MOST) + " smaller ones");
        }
        return ExitCode.OK;
    }

    private static String about(Town town) {
        String country = Locale.of("", town.country()).getDisplayCountry(Locale.ENGLISH);
        String where = Stream.of(town.name(), town.division(), country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return town.people() > 0 ? String.format(Locale.ROOT, "%s, %,d people", where, town.people()) : where;
    }
}
