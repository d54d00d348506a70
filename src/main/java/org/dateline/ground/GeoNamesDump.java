package org.dateline.ground;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dateline.ground.PlaceNames.Kind;
import org.dateline.ground.PlaceNames.Rank;
import org.dateline.model.Counted;

/**
 * Reads dumps of GeoNames, such as {@code PK.txt}, {@code PK.zip} and {@code allCountries.zip}: lines of 19 columns divided
 * by tabs (download.geonames.org/export/dump). Its divisions and counties are those of the program where these have the
 * same name in the same country; historical and abandoned places, roads and buildings are left out.
 */
public final class GeoNamesDump {

    private static final int COLUMNS = 19;

    /** More would not fit in the memory of a small machine together with the program's own names. */
    private static final int MOST_PLACES = 3_000_000;

    private static final int LONGEST_LINE = 20_000;
    private static final Set<String> GONE =
            Set.of("PPLH", "PPLQ", "PPLW", "PPLCH", "ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADMDH");

    private final PlaceNames own;
    private final PlaceNamesBuilder builder;
    private final Set<String> countries;

    /** The program's towns by their numbers in GeoNames. */
    private final Map<Integer, Integer> known = new HashMap<>();

    /** Divisions by "PK.02", counties by "PK.02.1". */
    private final Map<String, Integer> areas = new HashMap<>();

    private final List<Row> places = new ArrayList<>();
    private int added;
    private int rows;

    /** A line of a dump that is wanted. */
    private record Row(
            int id,
            String name,
            String plain,
            String others,
            double lat,
            double lon,
            String type,
            String code,
            String country,
            String division,
            String county,
            int people) {}

    /**
     * What was loaded.
     *
     * @param rows  how many lines of the countries were read
     * @param added how many places the program did not have
     * @param bytes a file for {@link PlaceNames#open(Path)}
     */
    public record Loaded(int rows, int added, byte[] bytes) {}

    /** @param countries ISO 3166-1 codes of two letters; empty for all that the files have */
    private GeoNamesDump(PlaceNames own, Set<String> countries) {
        this.own = own;
        this.builder = new PlaceNamesBuilder(own);
        this.countries = Set.copyOf(countries);
        for (int i = 0; i < own.size(); i++) {
            if (own.id(i) != 0) {
                known.put(own.id(i), i);
            }
        }
    }

    /**
     * Adds the places of dumps to the program's own.
     *
     * @param countries ISO 3166-1 codes of two letters; empty for all that the files have
     * @throws IOException that says which line of which file is no line of a dump
     */
    public static Loaded load(List<Path> files, Set<String> countries) throws IOException {
        GeoNamesDump dump = new GeoNamesDump(PlaceNames.open(), countries);
        for (Path file : files) {
            dump.read(file);
        }
        if (dump.rows == 0) {
            throw new IOException(
                    "got no place of " + (countries.isEmpty() ? "any country" : String.join(", ", countries)) + " in "
                            + files + ", expected a dump of GeoNames that has some");
        }
        dump.place();
        return new Loaded(dump.rows, dump.added, dump.builder.bytes());
    }

    private void read(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(4);
            boolean zipped = raw.read() == 'P' && raw.read() == 'K';
            raw.reset();
            if (!zipped) {
                lines(file.toString(), raw);
                return;
            }
            ZipInputStream zip = new ZipInputStream(raw);
            boolean found = false;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txt") && !entry.getName().equalsIgnoreCase("readme.txt")) {
                    lines(file + "/" + entry.getName(), zip);
                    found = true;
                }
            }
            if (!found) {
                throw new IOException("got " + file + ", an archive without a .txt file, expected a dump of GeoNames");
            }
        }
    }

    private void lines(String file, InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        int number = 0;
        for (String line = line(reader); line != null; line = line(reader)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.split("\t", -1);
                if (fields.length != COLUMNS) {
                    throw refused(
                            file, number, Counted.of(fields.length, "column"), COLUMNS + " as in a dump of GeoNames");
                }
                if (countries.isEmpty() || countries.contains(fields[8])) {
                    row(file, number, fields);
                }
            }
        }
    }

    /** A line, cut where it is longer than any of a dump is. */
    private static String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() < LONGEST_LINE && c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static IOException refused(String file, int line, String got, String expected) {
        return new IOException(file + ":" + line + ": got " + got + ", expected " + expected);
    }

    private void row(String file, int line, String[] field) throws IOException {
        rows++;
        boolean wanted = "AHLPTV".contains(field[6])
                && !field[6].isEmpty()
                && !GONE.contains(field[7])
                && !field[7].startsWith("PCL");
        if (!wanted || field[1].isEmpty()) {
            return;
        }
        Row row;
        try {
            row = new Row(
                    Integer.parseInt(field[0]),
                    field[1],
                    field[2],
                    field[3],
                    Double.parseDouble(field[4]),
                    Double.parseDouble(field[5]),
                    field[6],
                    field[7],
                    field[8],
                    field[10],
                    field[11],
                    field[14].isEmpty() ? 0 : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(field[14])));
        } catch (NumberFormatException e) {
            throw refused(
                    file,
                    line,
                    "\"" + e.getMessage().replaceAll("^For input string: ", "").replace("\"", "") + "\"",
                    "a number");
        }
        if (!(Math.abs(row.lat) <= 90 && Math.abs(row.lon) <= 180)) {
            throw refused(file, line, field[4] + ", " + field[5], "a latitude and a longitude in degrees");
        }
        if (!field[8].matches("[A-Z]{2}")) {
            throw refused(file, line, "the country \"" + field[8] + "\"", "a code of two letters");
        }
        places.add(row);
        if (places.size() > MOST_PLACES) {
            throw new IOException("got more than " + MOST_PLACES + " places, expected fewer: name countries");
        }
    }

    /** Divisions first, then counties, then what lies in them. */
    private void place() {
        places.stream()
                .filter(row -> row.code.equals("ADM1"))
                .forEach(row -> area(row, Kind.DIVISION, row.country + "." + row.division));
        places.stream()
                .filter(row -> row.code.equals("ADM2"))
                .forEach(row -> area(row, Kind.COUNTY, row.country + "." + row.division + "." + row.county));
        places.stream()
                .filter(row -> !row.code.equals("ADM1") && !row.code.equals("ADM2"))
                .forEach(row ->
                        names(known.getOrDefault(row.id, -1) < 0 ? add(row, kind(row)) : known.get(row.id), row));
    }

    private void area(Row row, Kind kind, String code) {
        Optional<Integer> same = own.find(PlaceNames.key(row.name)).stream()
                .map(PlaceNames.Found::place)
                .filter(place -> own.kind(place) == kind && own.country(place).equals(row.country))
                .findFirst();
        int place = same.orElseGet(() -> add(row, kind));
        areas.put(code, place);
        names(place, row);
    }

    private static Kind kind(Row row) {
        return switch (row.type) {
            case "P" -> row.code.equals("PPLC") ? Kind.CAPITAL : row.code.equals("PPLA") ? Kind.SEAT : Kind.TOWN;
            case "A" -> Kind.COUNTY;
            default -> Kind.LANDFORM;
        };
    }

    private int add(Row row, Kind kind) {
        added++;
        return builder.add(
                kind,
                row.country,
                row.name,
                row.id,
                row.lat,
                row.lon,
                kind == Kind.DIVISION ? -1 : areas.getOrDefault(row.country + "." + row.division, -1),
                kind == Kind.DIVISION || kind == Kind.COUNTY && row.code.equals("ADM2")
                        ? -1
                        : areas.getOrDefault(row.country + "." + row.division + "." + row.county, -1),
                row.people);
    }

    private void names(int place, Row row) {
        builder.name(place, row.name, Rank.MAIN);
        builder.name(place, row.plain, Rank.MAIN);
        for (String other : row.others.split(",")) {
            // Codes of airports and romanisations that nobody writes are no names.
            boolean latin = other.chars().allMatch(c -> c < 0x80);
            if (!(latin && (other.equals(other.toLowerCase(java.util.Locale.ROOT)) || other.length() < 4))) {
                builder.name(place, other, Rank.OTHER);
            }
        }
    }
}
