package org.dateline.ground;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.locationtech.jts.geom.Coordinate;

/**
 * The names of the world's places, found by spelling: countries in all languages of CLDR, divisions and counties, the
 * towns of GeoNames with their other names, and regions and seas. The keys are kept sorted and front-coded, sixteen to a
 * block, so that a name is found by a binary search over blocks without any of them becoming an object; all of it takes
 * 19 MB of heap.
 */
public final class PlaceNames {

    private static final Pattern JOINERS = Pattern.compile("[-\u2010-\u2015/\\s_\u00A0]+");
    private static final Pattern DROPPED = Pattern.compile("[.'\u2019\u2018\u02BB\u02BC`]");
    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036F\u064B-\u065F\u0670]");
    private static final String PLAIN_FROM = "øłđðıيىكهةۃ";
    private static final String PLAIN_TO = "olddiییکہہہ";
    static final int BLOCK = 16;

    /** Numbers that each place has. */
    static final int COLUMNS = 6;

    /** What kind of place it is, in the order of the file. */
    public enum Kind {
        TOWN,
        CAPITAL,
        SEAT,
        COUNTY,
        DIVISION,
        COUNTRY,
        CONTINENT,
        REGION,
        WATER,
        /** A pass, mountain, stream or island; only of dumps that an editor loaded. */
        LANDFORM;

        /** Whether it is an area that has no useful point: a country, a division, a sea. */
        public boolean isArea() {
            return this != TOWN && this != CAPITAL && this != SEAT && this != LANDFORM;
        }

        /** Whether it is larger than a country or no part of one: a continent, a region, a sea. */
        public boolean isWide() {
            return this == CONTINENT || this == REGION || this == WATER;
        }
    }

    /** How a name belongs to a place. */
    public enum Rank {
        /** The name that GeoNames or CLDR (in English) writes. */
        MAIN,
        /** Another name, often in another language. */
        OTHER,
        /** A short form that stands behind a comma only, such as IL. */
        SHORT
    }

    /**
     * A place that has a name.
     *
     * @param place its number, for the other methods
     */
    public record Found(int place, Rank rank) {}

    private final byte[] bytes;
    private final ByteBuffer data;
    private final int places;
    private final int names;
    private final int countries;
    private final int kinds;
    private final int countryOf;
    private final int columns;
    private final int[] titles;
    private final int blocks;
    private final int body;

    private PlaceNames(byte[] bytes) {
        this.bytes = bytes;
        this.data = ByteBuffer.wrap(bytes);
        this.places = data.getInt(0);
        this.names = data.getInt(4);
        this.countries = 12;
        this.kinds = countries + 2 * data.getInt(8);
        this.countryOf = kinds + places;
        this.columns = countryOf + places;
        int lengths = columns + COLUMNS * 4 * places;
        this.titles = new int[places + 1];
        titles[0] = lengths + places;
        for (int i = 0; i < places; i++) {
            titles[i + 1] = titles[i] + (bytes[lengths + i] & 0xFF);
        }
        this.blocks = titles[places];
        this.body = blocks + 4 * ((names + BLOCK - 1) / BLOCK);
    }

    /** Reads the program's names, in about 0.1 s: keep them no longer than they are needed. */
    public static PlaceNames open() {
        try {
            return unpack(GroundFiles.read("places.bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads names that were made of dumps of GeoNames, the program's own among them.
     *
     * @throws IOException if the file is none that {@link GeoNamesDump} made
     */
    public static PlaceNames open(Path file) throws IOException {
        try {
            return unpack(Files.readAllBytes(file));
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | ZipException | EOFException e) {
            throw new IOException(
                    "got " + file + ", which is no gazetteer, expected one made by \"gazetteer load\"", e);
        }
    }

    private static PlaceNames unpack(byte[] packed) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new PlaceNames(in.readAllBytes());
        }
    }

    /** The codes of the countries, in the file's order. */
    List<String> countries() {
        List<String> codes = new ArrayList<>();
        for (int at = countries; at < kinds; at += 2) {
            codes.add(new String(bytes, at, 2, StandardCharsets.ISO_8859_1).strip());
        }
        return codes;
    }

    /** All keys in order, with their places. */
    void forEach(BiConsumer<byte[], List<Found>> each) {
        for (int block = 0; block * BLOCK < names; block++) {
            Cursor cursor = new Cursor(body + data.getInt(blocks + 4 * block));
            byte[] current = new byte[512];
            for (int i = 0; i < Math.min(BLOCK, names - block * BLOCK); i++) {
                int length = cursor.key(current);
                each.accept(Arrays.copyOf(current, length), cursor.found());
            }
        }
    }

    /**
     * The form in which names are compared: without case, accents, full stops and apostrophes; hyphens are spaces. The
     * marks of Indic scripts, which are letters, stay.
     */
    public static String key(String name) {
        String text = MARKS.matcher(
                        Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT))
                .replaceAll("");
        StringBuilder plain = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'þ' -> plain.append("th");
                default -> {
                    int at = c < 0x80 ? -1 : PLAIN_FROM.indexOf(c);
                    plain.append(at < 0 ? c : PLAIN_TO.charAt(at));
                }
            }
        }
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return DROPPED.matcher(JOINERS.matcher(composed).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    /** The places that have a name, given as its {@link #key}; empty if none has. */
    public List<Found> find(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = (names + BLOCK - 1) / BLOCK - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            int at = body + data.getInt(blocks + 4 * middle);
            int length = bytes[at + 1] & 0xFF;
            if (Arrays.compareUnsigned(bytes, at + 2, at + 2 + length, wanted, 0, wanted.length) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return inBlock(low, wanted);
    }

    private List<Found> inBlock(int block, byte[] wanted) {
        Cursor cursor = new Cursor(body + data.getInt(blocks + 4 * block));
        byte[] current = new byte[512];
        int keys = Math.min(BLOCK, names - block * BLOCK);
        for (int i = 0; i < keys; i++) {
            int length = cursor.key(current);
            if (Arrays.equals(current, 0, length, wanted, 0, wanted.length)) {
                return cursor.found();
            }
            cursor.skip();
        }
        return List.of();
    }

    private final class Cursor {
        private int at;

        Cursor(int at) {
            this.at = at;
        }

        /** Reads the rest of a key behind what it shares with the one before; gives its length. */
        int key(byte[] current) {
            int common = bytes[at++] & 0xFF;
            int rest = bytes[at++] & 0xFF;
            System.arraycopy(bytes, at, current, common, rest);
            at += rest;
            return common + rest;
        }

        List<Found> found() {
            int count = number();
            List<Found> found = new ArrayList<>(count);
            int place = 0;
            for (int j = 0; j < count; j++) {
                int coded = number();
                place += coded / 3;
                found.add(new Found(place, Rank.values()[coded % 3]));
            }
            return found;
        }

        void skip() {
            for (int j = number(); j > 0; j--) {
                number();
            }
        }

        int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int b = bytes[at++];
                value |= (b & 127) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }
    }

    public String name(int place) {
        return new String(bytes, titles[place], titles[place + 1] - titles[place], StandardCharsets.UTF_8);
    }

    public Kind kind(int place) {
        return Kind.values()[bytes[kinds + place]];
    }

    /** ISO 3166-1 code of two letters; empty for a continent, a region or a sea. */
    public String country(int place) {
        int at = countries + 2 * (bytes[countryOf + place] & 0xFF);
        return new String(bytes, at, 2, StandardCharsets.ISO_8859_1).strip();
    }

    /** Its number in GeoNames; 0 if unknown. */
    public int id(int place) {
        return column(0, place);
    }

    /** Longitude and latitude in degrees; for areas a point somewhere in their middle. */
    public Coordinate position(int place) {
        return new Coordinate(column(2, place) / 1e5, column(1, place) / 1e5);
    }

    /** How many places there are; they are numbered from 0. */
    public int size() {
        return places;
    }

    /** The place that is its first-level division; -1 if unknown. */
    public int division(int place) {
        return column(3, place);
    }

    /** The place that is its county or district; -1 if unknown. */
    public int county(int place) {
        return column(4, place);
    }

    /** Its population, for areas that of their towns; 0 if unknown. */
    public int people(int place) {
        return column(5, place);
    }

    int column(int number, int place) {
        return data.getInt(columns + 4 * (number * places + place));
    }
}
