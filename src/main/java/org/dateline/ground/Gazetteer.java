package org.dateline.ground;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.dateline.geo.Bbox;
import org.locationtech.jts.geom.Coordinate;

/**
 * The towns of the world with more than 500 people, from GeoNames, with their other names. They are stored by cells of
 * ten degrees, and a search by box inflates the cells that it needs; a search by name reads all of them, in about a
 * tenth of a second.
 */
public final class Gazetteer {

    /** The size of a cell in degrees. */
    private static final int CELL = 10;

    /** The cell of the cities that are known the world over, which are in their own cells as well. */
    private static final int WORLD = 255;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Comparator<Town> LARGEST_FIRST =
            Comparator.comparingInt(Town::people).reversed().thenComparing(Town::id);

    private final byte[] data;
    private final List<Cell> cells;

    private record Cell(int column, int row, int offset, int length) {

        boolean meets(Bbox box) {
            double west = column * CELL - 180.0;
            double south = row * CELL - 90.0;
            double east = box.degreesEast(west);
            boolean across = east <= box.width() || east + CELL >= 360;
            return across && south <= box.north() && south + CELL >= box.south();
        }
    }

    private Gazetteer(byte[] data) {
        ByteBuffer header = ByteBuffer.wrap(data);
        int count = header.getShort();
        List<Cell> read = new ArrayList<>();
        int body = 2 + count * 10;
        for (int i = 0; i < count; i++) {
            read.add(new Cell(header.get() & 0xFF, header.get() & 0xFF, body + header.getInt(), header.getInt()));
        }
        this.data = data;
        this.cells = List.copyOf(read);
    }

    /** Reads the program's gazetteer, 8 MB: keep it no longer than it is needed. */
    public static Gazetteer open() {
        return new Gazetteer(GroundFiles.read("towns.bin"));
    }

    /** The towns in a box, the most populous first. */
    public List<Town> in(Bbox box) {
        return in(box, (_, _, _) -> true);
    }

    /**
     * The towns that have a name, among their own or their other names, the most populous first. Case, accents of Latin
     * letters and the Arabic article do not matter.
     */
    public List<Town> named(String name) {
        List<String> keys = ArabicName.forms(folded(name));
        return find(
                cell -> cell.column != WORLD,
                line -> contains(folded(line), keys),
                town -> keys.contains(folded(town.name()))
                        || town.others().stream().anyMatch(other -> keys.contains(folded(other))));
    }

    /** Whether a line needs to be read: most do not have the name anywhere. */
    private static boolean contains(String line, List<String> keys) {
        return keys.stream().anyMatch(line::contains);
    }

    /** Decides on a town by what is quick to read of it. */
    interface Choice {
        boolean takes(double longitude, double latitude, int people);
    }

    /** The towns in a box that a choice takes. */
    List<Town> in(Bbox box, Choice choice) {
        return find(
                cell -> cell.column != WORLD && cell.meets(box),
                line -> takes(line, choice),
                town -> contains(box, town.position()));
    }

    /** The capitals and the cities of more than a million, the most populous first. */
    List<Town> world() {
        return find(cell -> cell.column == WORLD, _ -> true, _ -> true);
    }

    private static boolean takes(String line, Choice choice) {
        int name = line.indexOf('\t') + 1;
        int latitude = line.indexOf('\t', name) + 1;
        int longitude = line.indexOf('\t', latitude) + 1;
        int country = line.indexOf('\t', longitude) + 1;
        int division = line.indexOf('\t', country) + 1;
        int people = line.indexOf('\t', division) + 1;
        return choice.takes(
                Double.parseDouble(line.substring(longitude, country - 1)),
                Double.parseDouble(line.substring(latitude, longitude - 1)),
                Integer.parseInt(line.substring(people, line.indexOf('\t', people))));
    }

    private List<Town> find(Predicate<Cell> where, Predicate<String> lines, Predicate<Town> towns) {
        return cells.stream()
                .filter(where)
                .flatMap(cell -> text(cell).lines())
                .filter(lines)
                .map(Gazetteer::town)
                .filter(towns)
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private String text(Cell cell) {
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(data, cell.offset, cell.length))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(cell.length * 3);
            in.transferTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Town town(String line) {
        String[] fields = line.split("\t", -1);
        return new Town(
                Long.parseLong(fields[0]),
                fields[1],
                new Coordinate(Double.parseDouble(fields[3]), Double.parseDouble(fields[2])),
                fields[4],
                fields[5],
                Integer.parseInt(fields[6]),
                switch (fields[7]) {
                    case "C" -> Town.Seat.COUNTRY;
                    case "A" -> Town.Seat.DIVISION;
                    default -> Town.Seat.NONE;
                },
                fields[8].isEmpty() ? List.of() : List.of(fields[8].split(",")));
    }

    private static boolean contains(Bbox box, Coordinate at) {
        return box.degreesEast(at.x) <= box.width() && box.south() <= at.y && at.y <= box.north();
    }

    private static String folded(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
