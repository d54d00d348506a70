package org.dateline.ground;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.geo.Bbox;
import org.dateline.geo.WebMercator;
import org.locationtech.jts.geom.Coordinate;

/**
 * The names of a ground, in a catalog's languages: of countries by ICU, of towns by {@link TownNames}. Provinces have names
 * in Latin letters only, so they are named if the catalog's first language uses these.
 */
final class GroundNames {

    /** Names shown from a lower zoom on are shown everywhere on earth. */
    private static final double WORLD = 4.5;

    /** The largest number of towns in a file, so that a page stays small. */
    private static final int MOST_TOWNS = 200;

    private static final int MOST_PROVINCES = 60;

    /** The distance in pixels at which two towns are shown beside each other. */
    private static final double APART = 64;

    /** How many towns of a region are compared with each other. */
    private static final int COMPARED = 1200;

    /** The zoom from which the first towns are named. */
    private static final double EARLIEST = 3.2;

    /** How many zooms earlier a capital is named than another town of its size. */
    private static final double COUNTRY = 2.2;

    /** The same for the capital of a division. */
    private static final double DIVISION = 0.8;

    /** How many zooms beyond the detail of lines towns are named. */
    private static final double CLOSE_BY = 1.5;

    private static final WebMercator PLANE = new WebMercator(0);

    private final Detail detail;
    private final List<String> languages;
    private final Map<String, TownNames> inLanguage = new LinkedHashMap<>();
    private final List<Label> labels = new ArrayList<>();

    /** A name with its position; the zoom from which it is shown; and its rank, 0 to 9. */
    private record Label(Coordinate at, String kind, int rank, double minZoom, Map<String, String> names) {

        /** A country or province that is much larger than a map has no use for its name. */
        double maxZoom() {
            return kind.equals("country") || kind.equals("province") ? minZoom + 6 : Double.MAX_VALUE;
        }
    }

    /**
     * @param near      the part of the earth where towns are named
     * @param languages BCP 47 codes, the default first
     */
    GroundNames(Detail detail, Bbox near, List<String> languages) {
        this.detail = detail;
        this.languages = languages;
        languages.forEach(language -> inLanguage.put(language, new TownNames(language)));
        labels.addAll(areas());
        labels.addAll(towns(near));
        // Those in the most detailed parts come first, in case there are too many for a file.
        labels.sort(Comparator.comparingDouble(label -> label.minZoom - detail.at(label.at.x, label.at.y)));
    }

    /** Adds the names that are shown at some of the zooms of a file, as many as there is room for. */
    void addTo(Topology topology, double from, double to) {
        int[] towns = new int[1];
        int[] provinces = new int[1];
        labels.stream()
                .filter(label -> label.minZoom < to && label.maxZoom() >= from)
                .filter(label -> switch (label.kind) {
                    case "country" -> true;
                    case "province" -> provinces[0]++ < MOST_PROVINCES;
                    default -> towns[0]++ < MOST_TOWNS;
                })
                .forEach(label -> topology.add("labels", json(topology, label)));
    }

    private List<Label> areas() {
        List<Label> labels = new ArrayList<>();
        // The names of provinces are in Latin letters only.
        boolean latin = inLanguage.get(languages.getFirst()).latin();
        new String(GroundFiles.read("names.tsv"), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    String[] fields = line.split("\t");
                    Coordinate at = new Coordinate(Double.parseDouble(fields[3]), Double.parseDouble(fields[4]));
                    double room = Double.parseDouble(fields[5]);
                    double here = detail.at(at.x, at.y);
                    boolean country = fields[0].equals("country");
                    if (!country && !latin) {
                        return;
                    }
                    double minZoom = country ? Math.max(2.2, room + 0.2) : Math.max(5, room + 1);
                    if (minZoom < WORLD || minZoom <= here + 0.5) {
                        labels.add(new Label(
                                at,
                                fields[0],
                                (int) Math.clamp(Math.round(room), 0, 9),
                                minZoom,
                                country ? country(fields[1], fields[2]) : Map.of(languages.getFirst(), fields[2])));
                    }
                });
        return labels;
    }

    private Map<String, String> country(String number, String name) {
        Map<String, String> names = new LinkedHashMap<>();
        String code = number.isEmpty() ? name.equals("Kosovo") ? "XK" : "" : code(number);
        for (String language : languages) {
            String found = code.isEmpty() ? "" : ULocale.getDisplayCountry("und-" + code, language);
            names.put(language, found.isEmpty() || found.equals(code) ? name : found);
        }
        return names;
    }

    private static String code(String number) {
        try {
            return Region.getInstance(Integer.parseInt(number)).toString();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private List<Label> towns(Bbox near) {
        Gazetteer gazetteer = Gazetteer.open();
        // The capitals are among the cities of the world.
        List<Town> towns = new ArrayList<>(gazetteer.in(
                near,
                (longitude, latitude, people) -> size(people) - DIVISION <= detail.at(longitude, latitude) + CLOSE_BY));
        Set<Long> known = towns.stream().map(Town::id).collect(Collectors.toSet());
        gazetteer.world().stream().filter(town -> known.add(town.id())).forEach(towns::add);
        List<Town> byWeight = towns.stream()
                .sorted(Comparator.comparingDouble(GroundNames::earliest))
                .limit(COMPARED)
                .toList();
        double[] x = byWeight.stream()
                .mapToDouble(town -> PLANE.x(town.position().x))
                .toArray();
        double[] y = byWeight.stream()
                .mapToDouble(town -> PLANE.y(town.position().y))
                .toArray();
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            Town town = byWeight.get(i);
            double apart = nearest(x, y, i);
            double room = Math.log(APART / Math.max(1e-9, apart)) / Math.log(2);
            double minZoom = Math.max(EARLIEST, Math.max(room, earliest(town)));
            if (minZoom < WORLD || minZoom <= detail.at(town.position().x, town.position().y) + CLOSE_BY) {
                labels.add(new Label(town.position(), kind(town), rank(town), minZoom, names(town)));
            }
        }
        return labels;
    }

    /** How far the nearest of the positions before one is; names are wider than high. */
    private static double nearest(double[] x, double[] y, int i) {
        double size = PLANE.worldSize();
        double least = Double.MAX_VALUE;
        for (int j = 0; j < i; j++) {
            double across = Math.abs(x[i] - x[j]);
            double aside = Math.min(across, size - across) * 0.6;
            double above = y[i] - y[j];
            least = Math.min(least, aside * aside + above * above);
        }
        return Math.sqrt(least);
    }

    /** The zoom from which a town is worth naming where nothing else is. */
    private static double earliest(Town town) {
        double seat = switch (town.seat()) {
            case COUNTRY -> COUNTRY;
            case DIVISION -> DIVISION;
            case NONE -> 0;
        };
        return size(town.people()) - seat;
    }

    private static double size(int people) {
        return 9.2 - 0.62 * Math.log(Math.max(0.3, people / 1000.0)) / Math.log(2);
    }

    private static String kind(Town town) {
        return town.seat() == Town.Seat.COUNTRY ? "capital" : town.people() >= 100_000 ? "city" : "town";
    }

    private static int rank(Town town) {
        double rank = 10.5 - Math.log10(Math.max(1, town.people())) * 1.4;
        return (int) Math.clamp(Math.round(town.seat() == Town.Seat.COUNTRY ? Math.min(rank, 2) : rank), 0, 9);
    }

    private Map<String, String> names(Town town) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : languages) {
            names.put(language, inLanguage.get(language).of(town));
        }
        return names;
    }

    private String json(Topology topology, Label label) {
        StringBuilder json = new StringBuilder("{\"type\":\"Point\",\"properties\":{");
        String own = label.names.get(languages.getFirst());
        json.append("\"name\":").append(quoted(own));
        label.names.forEach((language, name) -> {
            if (!name.equals(own)) {
                json.append(",\"name_").append(language).append("\":").append(quoted(name));
            }
        });
        return json.append(",\"kind\":\"")
                .append(label.kind)
                .append("\",\"rank\":")
                .append(label.rank)
                .append(",\"min_zoom\":")
                .append(Math.round(label.minZoom * 10) / 10.0)
                .append("},\"coordinates\":")
                .append(topology.position(label.at.x, label.at.y))
                .append('}')
                .toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
